using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests.Recognizers;

/// <summary>From a run of real recognizers to who is best, on what, and where it goes wrong.</summary>
public sealed class RecognizersPageTests(Application application)
{
    [Fact]
    public async Task Recognizers_are_ranked_weighted_and_their_errors_seen_and_heard()
    {
        var dataset = await RunAsync("Two synthetic voices");
        await using var page = await application.OpenAsync();
        await page.GoAsync($"/recognizers?datasets={dataset}&slice=speaker");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Word error rate" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "Crown map" }).GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        await Assertions.Expect(page.Page.Locator(".utterance")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("recognizers", View.All);
        await page.Page.SetViewportSizeAsync(View.Wide.Width, View.Wide.Height);

        await page.Page.GetByRole(AriaRole.Slider, new() { Name = "flite" }).FillAsync("0");
        await Assertions.Expect(page.Page.Locator(".weighting [role=status]")).ToContainTextAsync("King:");
        await page.Page.GetByText("Tests of the pair").ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "Tests of pairs" })).ToContainTextAsync("−");
        await page.Page.GetByLabel("Normaliser").SelectOptionAsync("whisper-en@1");
        await Assertions.Expect(page.Page.Locator(".recipe")).ToContainTextAsync("whisper-en@1");
        await page.Page.Locator(".word-button").First.ClickAsync();
        await page.Page.Locator(".utterance audio").First.EvaluateAsync("audio => new Promise(done => audio.currentTime > 0 ? done() : audio.addEventListener('timeupdate', done, { once: true }))");
        await page.Page.GetByLabel("System", new() { Exact = true }).SelectOptionAsync("scoop-recognizer/characters");
        await page.Page.Locator(".confusions a").First.ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Show all" })).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Leave out" }).First.ClickAsync();
        await Assertions.Expect(page.Page.GetByText("not ranked: not chosen")).ToBeVisibleAsync();
        var report = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Link, new() { Name = "Report", Exact = true }).ClickAsync());
        Assert.Contains("Word error rate", await File.ReadAllTextAsync((await report.PathAsync())!), StringComparison.Ordinal);
        await page.AssertAccessibleAsync();
        page.AssertQuiet();
    }

    private async Task<string> RunAsync(string name)
    {
        using var api = new Api(await application.ServerAsync());
        var items = new List<JsonObject>();
        foreach (var (key, path, words) in new[] { ("flite", Recordings.Flite(), Recordings.FliteWords), ("espeak", Recordings.Espeak(), Recordings.EspeakWords) })
            items.Add(new JsonObject { ["key"] = key, ["text"] = words, ["clip"] = await api.UploadAsync(await File.ReadAllBytesAsync(path), $"{key}.wav"), ["speaker"] = key });
        var dataset = (string)(await api.PostAsync("/api/datasets", new { name, items }))["id"]!;
        var run = (string)(await api.PostAsync("/api/runs", new
        {
            dataset,
            kind = "recognition",
            plan = new { conditions = new[] { new { systemId = "scoop-recognizer/lexicon" }, new { systemId = "scoop-recognizer/characters" } } },
        }))["id"]!;
        for (var i = 0; i < 600; i++)
        {
            if ((string?)(await api.GetAsync($"/api/runs/{run}"))["status"] == "done") return dataset;
            await Task.Delay(200);
        }
        throw new TimeoutException("The run did not finish.");
    }
}
