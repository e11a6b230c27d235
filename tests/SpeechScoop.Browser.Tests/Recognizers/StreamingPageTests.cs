using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests.Recognizers;

/// <summary>Event logs of the real streaming recognizer: measured, compared, replayed with the sound, saved.</summary>
public sealed partial class StreamingPageTests(Application application)
{
    [Fact]
    public async Task Logs_of_a_real_recognizer_are_compared_and_replayed_with_the_sound()
    {
        var (dataset, run) = await RunAsync();
        await using var page = await application.OpenAsync();
        await page.GoAsync($"/recognizers?datasets={dataset}");
        var section = page.Page.GetByRole(AriaRole.Region, new() { Name = "How soon, and how steadily, while one speaks?" });
        await Assertions.Expect(section.GetByRole(AriaRole.Heading, new() { Name = "Final words after speech ended" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(section).ToContainTextAsync("speech found by energy-1");
        await Assertions.Expect(section).ToContainTextAsync("was given whole recordings");
        await Assertions.Expect(section.GetByRole(AriaRole.Region, new() { NameRegex = MeasuresTable() }).GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        await Assertions.Expect(section.Locator(".timeline svg")).ToHaveCountAsync(4);
        await Assertions.Expect(page.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("recognizers-streaming", View.All);
        await page.Page.SetViewportSizeAsync(View.Wide.Width, View.Wide.Height);

        // At the beginning nothing is there; the words come while the recording sounds, and in the end they are all there again.
        var words = section.Locator(".streamed-words").First;
        var whole = await words.TextContentAsync();
        Assert.NotEqual("nothing yet", whole!.Trim());
        await section.GetByRole(AriaRole.Slider).First.FillAsync("0");
        await Assertions.Expect(words).ToHaveTextAsync("nothing yet");
        await section.GetByRole(AriaRole.Button, new() { NameRegex = Replay() }).First.ClickAsync();
        await Assertions.Expect(words).Not.ToHaveTextAsync("nothing yet", new() { Timeout = 20_000 });
        Assert.True(await section.Locator("audio").First.EvaluateAsync<double>("audio => audio.currentTime") > 0);
        await Assertions.Expect(words).ToHaveTextAsync(whole, new() { Timeout = 60_000 });
        await Assertions.Expect(section.GetByText("the end", new() { Exact = true }).First).ToBeVisibleAsync(new() { Timeout = 60_000 });

        var logs = await page.Page.RunAndWaitForDownloadAsync(() => section.GetByRole(AriaRole.Link, new() { Name = "All event logs" }).ClickAsync());
        Assert.Equal(4, (await File.ReadAllLinesAsync((await logs.PathAsync())!)).Count(line => line.Contains("\"type\":\"header\"", StringComparison.Ordinal)));
        await page.GoAsync($"/runs?id={run}");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "Event logs" })).ToBeVisibleAsync();
        page.AssertQuiet();
    }

    private async Task<(string Dataset, string Run)> RunAsync()
    {
        using var api = new Api(await application.ServerAsync());
        var items = new List<JsonObject>();
        foreach (var (key, path, words) in new[] { ("flite", Recordings.Flite(), Recordings.FliteWords), ("espeak", Recordings.Espeak(), Recordings.EspeakWords) })
            items.Add(new JsonObject { ["key"] = key, ["text"] = words, ["clip"] = await api.UploadAsync(await File.ReadAllBytesAsync(path), $"{key}.wav"), ["speaker"] = key });
        var dataset = (string)(await api.PostAsync("/api/datasets", new { name = "Heard as it is spoken", items }))["id"]!;
        var run = (string)(await api.PostAsync("/api/runs", new
        {
            dataset,
            kind = "recognition",
            plan = new
            {
                conditions = new object[]
                {
                    new { systemId = "scoop-recognizer/lexicon", settings = new { stream = true } }, new { systemId = "scoop-recognizer/characters", settings = new { stream = true } }, new { systemId = "scoop-recognizer/lexicon" },
                },
            },
        }))["id"]!;
        for (var i = 0; i < 600; i++)
        {
            if ((string?)(await api.GetAsync($"/api/runs/{run}"))["status"] == "done") return (dataset, run);
            await Task.Delay(200);
        }
        throw new TimeoutException("The run did not finish.");
    }

    [GeneratedRegex("^Streaming measures")]
    private static partial Regex MeasuresTable();

    [GeneratedRegex("^Replay ")]
    private static partial Regex Replay();
}
