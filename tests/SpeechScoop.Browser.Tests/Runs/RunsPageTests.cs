using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests.Runs;

/// <summary>From a dataset to transcripts with their error rates, and from folders made elsewhere to a run.</summary>
public sealed class RunsPageTests(Application application) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scoop-runs-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_dataset_is_recognized_watched_sorted_by_errors_and_heard()
    {
        var dataset = await DatasetAsync("Synthetic voices");
        await using var page = await application.OpenAsync();
        await page.GoAsync($"/datasets?id={dataset}");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Recognize it" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByLabel("Dataset", new() { Exact = true })).ToHaveValueAsync(dataset);
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("runs-new", View.All);
        await page.Page.SetViewportSizeAsync(View.Wide.Width, View.Wide.Height);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "Progress" }).GetByText("Done", new() { Exact = true })).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Columnheader, new() { Name = "WER" }).First).ToBeVisibleAsync();
        await page.Page.GetByLabel("Order").SelectOptionAsync("-wer");
        await Assertions.Expect(page.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Play the recording" }).First.ClickAsync();
        await page.Page.GetByText("How it was made").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("ONNX Runtime")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("run", View.All);
        await page.Page.GetByLabel("State", new() { Exact = true }).SelectOptionAsync("failed");
        await Assertions.Expect(page.Page.GetByText("No output matches")).ToBeVisibleAsync();

        await page.GoAsync("/runs");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "Recognition of Synthetic voices" })).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("runs", View.All);
        page.AssertQuiet();
    }

    [Fact]
    public async Task Clips_made_elsewhere_become_a_run_and_what_matches_nothing_is_named()
    {
        using var api = new Api(await application.ServerAsync());
        var dataset = (string)(await api.PostAsync("/api/datasets", new { name = "Two lines", text = "The quick brown fox.\nPlease call me." }))["id"]!;
        var voice = Directory.CreateDirectory(Path.Combine(folder.FullName, "flite"));
        File.Copy(Recordings.Flite(), Path.Combine(voice.FullName, "p001.wav"));
        File.Copy(Recordings.Espeak(), Path.Combine(voice.FullName, "p003.wav"));
        await using var page = await application.OpenAsync();
        page.Expected.Add("400");
        await page.GoAsync($"/runs?import=synthesis&dataset={dataset}");
        await page.AssertAccessibleAsync();
        await page.Page.GetByLabel("Choose a folder").SetInputFilesAsync(voice.FullName);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Import" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("The file's name is no key of the dataset").First).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("runs-import", View.All);
        await page.Page.SetViewportSizeAsync(View.Wide.Width, View.Wide.Height);

        File.Move(Path.Combine(voice.FullName, "p003.wav"), Path.Combine(voice.FullName, "p002.wav"));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Start over" }).ClickAsync();
        await page.Page.GetByLabel("Choose a folder").SetInputFilesAsync(voice.FullName);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Import" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Imported for Two lines" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "Progress" }).GetByText("Done", new() { Exact = true })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Play p001, flite" }).ClickAsync();
        page.AssertQuiet();
    }

    private async Task<string> DatasetAsync(string name)
    {
        using var api = new Api(await application.ServerAsync());
        var items = new List<JsonObject>();
        foreach (var (key, path, words) in new[] { ("flite", Recordings.Flite(), Recordings.FliteWords), ("espeak", Recordings.Espeak(), Recordings.EspeakWords) })
            items.Add(new JsonObject { ["key"] = key, ["text"] = words, ["clip"] = await api.UploadAsync(await File.ReadAllBytesAsync(path), $"{key}.wav"), ["speaker"] = key });
        return (string)(await api.PostAsync("/api/datasets", new { name, items }))["id"]!;
    }
}
