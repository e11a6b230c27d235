using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests.Runs;

/// <summary>A vendor's transcripts are dropped onto a dataset: what was understood is shown first, then they are scored.</summary>
public sealed class HypothesesPageTests(Application application) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scoop-hypotheses-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Transcripts_are_shown_as_understood_before_they_are_stored()
    {
        using var api = new Api(await application.ServerAsync());
        var clip = await api.UploadAsync(await File.ReadAllBytesAsync(Recordings.Flite(), TestContext.Current.CancellationToken));
        var dataset = (string)(await api.PostAsync("/api/datasets", new { name = "Vendors' recordings", items = new[] { new { key = "call-1", clip, text = "the quick brown fox" } } }))["id"]!;
        var (wrong, right) = (Write("wrong.trn", "the quick brown fox (CALL_1)\n"), Write("vendor.trn", "the quick brown box (call-1)\n"));
        await using var page = await application.OpenAsync();
        await page.GoAsync($"/runs?import=recognition&dataset={dataset}");
        await page.Page.GetByLabel("Choose files").SetInputFilesAsync(wrong);
        await Assertions.Expect(page.Page.GetByText("'CALL_1' is no item of the dataset")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Start over" }).ClickAsync();
        await page.Page.GetByLabel("Choose files").SetInputFilesAsync(right);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Cell, new() { Name = "the quick brown box" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText("1 of 1")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("hypotheses-preview", View.All);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Import" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Imported for Vendors' recordings" })).ToBeVisibleAsync();
        page.AssertQuiet();
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
