using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests.Recognizers;

/// <summary>From three vendors' files to the report, as who has to choose one walks it: import, run, compare, hear, report.</summary>
public sealed class VendorsWalkTests(Application application) : IDisposable
{
    private const string Bolt = "key,text\r\nflite,the quick brown box jumps over the hazy dog\r\nespeak,please call me when the rain arrives\r\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scoop-walk-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Three_vendors_files_are_understood_scored_compared_heard_and_reported()
    {
        var dataset = await DatasetAsync();
        await using var page = await application.OpenAsync();

        // Import: a wrong file names its problem; a folder of three vendors is understood whole.
        await page.GoAsync($"/runs?import=recognition&dataset={dataset}");
        await page.Page.GetByLabel("Choose files").SetInputFilesAsync(Write("wrong.trn", "the quick brown fox (FLITE)\n"));
        await Assertions.Expect(page.Page.GetByText("'FLITE' is no item of the dataset")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Start over" }).ClickAsync();
        await page.Page.GetByLabel("Choose a folder").SetInputFilesAsync(Deliver());
        await Assertions.Expect(page.Page.GetByText("6 of 6")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Cell, new() { Name = "please call me when the rain arrives" })).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("hypotheses-preview", View.All);
        await page.Page.SetViewportSizeAsync(View.Wide.Width, View.Wide.Height);

        // Run: its page, and the work that scores it.
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Import" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Imported for Walked calls" })).ToBeVisibleAsync();
        var run = Regex.Match(page.Page.Url, "id=([^&]+)").Groups[1].Value;
        using var api = new Api(await application.ServerAsync());
        for (var tries = 0; (string?)(await api.GetAsync($"/api/runs/{run}"))["status"] != "done" && tries < 300; tries++) await Task.Delay(100, TestContext.Current.CancellationToken);
        await page.AssertAccessibleAsync();

        // Compare: who is king, how sure, of what.
        await page.GoAsync($"/recognizers?datasets={dataset}&slice=speaker");
        await Assertions.Expect(page.Page.Locator(".verdict")).ToContainTextAsync("acme");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "Crown map" }).GetByRole(AriaRole.Row)).ToHaveCountAsync(4);
        await Assertions.Expect(page.Page.GetByText("No price is entered for these systems")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText("No system was timed here")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator(".utterance")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("recognizers-vendors", View.All);
        await page.Page.SetViewportSizeAsync(View.Wide.Width, View.Wide.Height);

        // Hear where it goes wrong: the one vendor that delivered times has words to choose.
        await page.Page.Locator(".word-button").First.ClickAsync();
        await page.Page.Locator(".utterance audio").First.EvaluateAsync("audio => new Promise(done => audio.currentTime > 0 ? done() : audio.addEventListener('timeupdate', done, { once: true }))");

        // Report: one file that holds what was delivered, byte for byte.
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Link, new() { Name = "Report", Exact = true }).ClickAsync());
        var report = (await download.PathAsync())!;
        var text = await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken);
        Assert.Contains("SHA-256 of its rules", text, StringComparison.Ordinal);
        var attached = Regex.Match(text, """<a download="vendors-bolt.csv" href="data:application/octet-stream;base64,([^"]*)">""").Groups[1].Value;
        Assert.Equal(Bolt, System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(attached)));
        page.AssertQuiet();
        var html = Path.Combine(folder.FullName, "report.html");
        File.Copy(report, html);
        await page.Page.GotoAsync(new Uri(html).AbsoluteUri);
        await page.AssertAccessibleAsync();
    }

    private async Task<string> DatasetAsync()
    {
        using var api = new Api(await application.ServerAsync());
        var items = new List<JsonObject>();
        foreach (var (key, path, words) in new[] { ("flite", Recordings.Flite(), Recordings.FliteWords), ("espeak", Recordings.Espeak(), Recordings.EspeakWords) })
            items.Add(new JsonObject { ["key"] = key, ["text"] = words, ["clip"] = await api.UploadAsync(await File.ReadAllBytesAsync(path), $"{key}.wav"), ["speaker"] = key });
        return (string)(await api.PostAsync("/api/datasets", new { name = "Walked calls", items }))["id"]!;
    }

    /// <summary>A folder as it lies on a desk: responses of one vendor in a folder of its own, tables of the others beside it.</summary>
    private string Deliver()
    {
        foreach (var (key, words) in new[] { ("flite", Recordings.FliteWords), ("espeak", Recordings.EspeakWords) })
        {
            var timed = words.Split(' ').Select((word, i) => (JsonNode)new JsonObject { ["word"] = word, ["start"] = 0.1 + (0.2 * i), ["end"] = 0.25 + (0.2 * i) }).ToArray();
            Write($"vendors/acme/{key}.json", new JsonObject
            {
                ["results"] = new JsonObject { ["channels"] = new JsonArray(new JsonObject { ["alternatives"] = new JsonArray(new JsonObject { ["transcript"] = words, ["words"] = new JsonArray(timed) }) }) },
            }.ToJsonString());
        }
        Write("vendors/bolt.csv", Bolt);
        Write("vendors/cirrus.jsonl", """
            {"audio_filepath":"flite.wav","text":"The quick brown fox jumps over a lazy dog."}
            {"audio_filepath":"espeak.wav","text":"Please call me, when the train arrives at this station!"}
            """);
        return Path.Combine(folder.FullName, "vendors");
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
