using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests;

/// <summary>What was rated is what the comparison shows, also after the server was killed.</summary>
public sealed class ComparePageTests(Application application)
{
    private const int Trials = 6;

    [Fact]
    public async Task A_voice_that_is_always_rated_higher_leads_before_and_after_the_server_is_killed()
    {
        var server = await application.ServerAsync();
        var (better, liked) = ("", "");
        using (var api = new Api(server))
        {
            var systems = await api.ReadyAsync("synthesizer");
            Assert.True(systems.Count >= 2, "fewer than two synthesizers are ready");
            for (var trial = 0; trial < Trials; trial++) (better, liked) = await RateBlindlyAsync(api, [systems[0], systems[^1]], trial, liked);
        }

        await using var page = await application.OpenAsync();
        await page.GoAsync("/compare?kind=synthesizer&listener=Ann");
        var before = await AnswerAsync(page);
        await server.KillAsync();
        await server.StartAsync();
        await page.GoAsync("/compare?kind=synthesizer&listener=Ann");
        Assert.Equal(before, await AnswerAsync(page));
        Assert.StartsWith($"{better} leads by", before, StringComparison.Ordinal);
        await Assertions.Expect(page.Page.GetByText("All ratings come from one listener")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Img, new() { Name = "Mean opinion scores" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Img, new() { Name = "Direct choices" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText($"n = {Trials}").First).ToBeVisibleAsync();
        page.AssertQuiet();

        await page.GoAsync("/compare?kind=synthesizer");
        await AnswerAsync(page);
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("compare-synthesizers", View.All);
        await page.AssertAccessibleAsync();
        page.AssertQuiet();
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_an_empty_result_offers_to_clear_them()
    {
        await using var page = await application.OpenAsync();
        await page.GoAsync("/compare?kind=synthesizer");
        await page.Page.GetByLabel("From").FillAsync("2001-01-01");
        await page.Page.GetByLabel("To", new() { Exact = true }).FillAsync("2001-01-02");
        await Assertions.Expect(page.Page.GetByText("Nothing matches these filters")).ToBeVisibleAsync();
        await page.ExpectAddressAsync("?kind=synthesizer&from=2001-01-01&to=2001-01-02");
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Page.GetByLabel("From")).ToHaveValueAsync("2001-01-01");
        await page.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).Last.ClickAsync();
        await Assertions.Expect(page.Page.GetByLabel("From")).ToHaveValueAsync("");
        await page.ExpectAddressAsync("/compare?kind=synthesizer");
        page.AssertQuiet();
    }

    [Fact]
    public async Task Numbers_are_saved_as_csv_and_json_and_plots_as_svg_of_their_own()
    {
        using var api = new Api(await application.ServerAsync());
        var systems = await api.ReadyAsync("synthesizer");
        await RateBlindlyAsync(api, [systems[0], systems[^1]], 0, "");
        await using var page = await application.OpenAsync();
        await page.GoAsync("/compare?kind=synthesizer");

        var csv = await page.Page.GetByRole(AriaRole.Link, new() { Name = "Save CSV" }).GetAttributeAsync("href");
        var (table, type) = await api.TextAsync(csv!);
        Assert.Equal("text/csv", type);
        Assert.True(table.Split('\n').Length >= 3, table);
        var json = await page.Page.GetByRole(AriaRole.Link, new() { Name = "Save JSON" }).GetAttributeAsync("href");
        Assert.Equal("synthesizer", (string?)(await api.GetAsync(json!))["kind"]);

        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Button, new() { Name = "Save SVG of Mean opinion score" }).ClickAsync());
        Assert.Equal("mean-opinion.svg", download.SuggestedFilename);
        var svg = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.StartsWith("<svg", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("class=", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("var(", svg, StringComparison.Ordinal);
        page.AssertQuiet();
    }

    /// <summary>
    /// Speaks a sentence with two systems; Ann gives the clip that she likes 5 or 4, the other 1 or 2, and prefers the first.
    /// Then the trial is revealed. She knows her voice again by its sound alone: the same sentence gives the same samples.
    /// </summary>
    /// <param name="liked">What she likes, from an earlier trial; empty for whatever is labelled A.</param>
    /// <returns>Title of the system that she likes, and what it sounds like.</returns>
    private static async Task<(string Title, string Sound)> RateBlindlyAsync(Api api, IReadOnlyList<string> systems, int trialNumber, string liked)
    {
        var trial = await api.SpeakAsync("The birch canoe slid on the smooth planks.", systems);
        Assert.All(trial["stimuli"]!.AsArray(), stimulus => Assert.Null(stimulus!["system"]));
        var sounds = new Dictionary<string, string>();
        foreach (var label in (string[])["A", "B"]) sounds[label] = await api.SoundAsync(trial, label);
        var (good, bad) = liked == sounds["B"] ? ("B", "A") : ("A", "B");
        if (liked is not "") Assert.Equal(liked, sounds[good]);
        await api.RateAsync(trial, good, "acr", 5 - (trialNumber % 2), "Ann");
        await api.RateAsync(trial, bad, "acr", 1 + (trialNumber % 2), "Ann");
        await api.RateAsync(trial, good, "preference", 1, "Ann", bad);
        trial = await api.RevealAsync(trial);
        return ((string)trial["stimuli"]!.AsArray().Single(stimulus => (string)stimulus!["label"]! == good)!["system"]!["title"]!, sounds[good]);
    }

    /// <summary>The comparison's first sentence.</summary>
    private static async Task<string> AnswerAsync(WatchedPage page)
    {
        var answer = page.Page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First;
        await Assertions.Expect(answer).ToBeVisibleAsync();
        return await answer.InnerTextAsync();
    }
}
