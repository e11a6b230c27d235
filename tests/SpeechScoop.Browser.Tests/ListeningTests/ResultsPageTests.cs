using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;
using SpeechScoop.Storage;
using SpeechScoop.Storage.Clips;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Tests.ListeningTests.Results;

namespace SpeechScoop.Browser.Tests.ListeningTests;

/// <summary>What listeners said is what the results page shows.</summary>
public sealed class ResultsPageTests(Application application)
{
    [Fact]
    public async Task Scores_screening_and_coverage_are_shown_with_their_uncertainty()
    {
        var server = await application.ServerAsync();
        var test = await StoredAsync(server, "Codec <b>one</b><script>alert(1)</script>", listeners: 9);
        await using var page = await application.OpenAsync();
        await page.GoAsync($"/test-results?id={test.Id}");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Codecs <at> 6 kbit/s");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Img, new() { Name = "MUSHRA score, means" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Img, new() { Name = "MUSHRA score, medians" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText("1 listener excluded")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByLabel("Exclusions with reasons").GetByText("listener 0")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Table, new() { Name = "MUSHRA score before and after screening" })).ToContainTextAsync("8 listeners");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Table, new() { Name = "Ratings of each condition on each item" })).ToContainTextAsync("9/10");
        await Assertions.Expect(page.Page.GetByText("No metrics for these ratings.")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("test-results-mushra", View.All);
        await page.AssertAccessibleAsync();

        await page.Page.GetByLabel("Profile").SelectOptionAsync("none");
        await Assertions.Expect(page.Page.GetByText("Nothing excluded")).ToBeVisibleAsync();
        await page.ExpectAddressAsync("&screening=none");
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_profile_of_ones_own_is_put_together_saved_and_applied()
    {
        var server = await application.ServerAsync();
        var test = await StoredAsync(server, "Codec one", listeners: 9);
        await using var page = await application.OpenAsync();
        await page.GoAsync($"/test-results?id={test.Id}");
        await Assertions.Expect(page.Page.GetByText("1 listener excluded")).ToBeVisibleAsync();
        await page.Page.GetByText("A profile of your own").ClickAsync();
        var reference = page.Page.GetByRole(AriaRole.Group, new() { Name = "Hidden reference rated low" });
        await Assertions.Expect(reference.GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        await reference.GetByLabel("Below").FillAsync("5");
        await page.Page.GetByRole(AriaRole.Group, new() { Name = "Mid anchor rated high" }).GetByRole(AriaRole.Checkbox).UncheckAsync();
        await page.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("lenient");
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("test-results-profile", View.Wide, View.NarrowDark);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Save and apply" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("Nothing excluded")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByLabel("Profile", new() { Exact = true })).ToHaveValueAsync(new Regex("^lenient@\\d+$"));
        await page.ExpectAddressAsync("&screening=lenient%401");
        page.AssertQuiet();
    }

    [Fact]
    public async Task The_power_panel_takes_its_spread_from_a_test_that_was_run()
    {
        var server = await application.ServerAsync();
        var test = await StoredAsync(server, "Codec one", listeners: 12);
        await using var page = await application.OpenAsync();
        await page.GoAsync($"/test?id={test.Id}");
        await page.Page.GetByLabel("Spread from").SelectOptionAsync(test.Id);
        await Assertions.Expect(page.Page.GetByText("from 11 listeners with 3 items each; 95 % intervals")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByLabel("Pair")).ToContainTextAsync("mushra: Codec one against Codec two");
        await page.Page.GetByLabel("Pair").SelectOptionAsync("mushra: Codec one against Codec two");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Compute" }).ClickAsync();
        var answer = page.Page.GetByText("by a two-sided paired t test");
        await Assertions.Expect(answer).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText("if the pilot's listeners were more alike than others will be")).ToBeVisibleAsync();
        var (few, many) = (await answer.TextContentAsync(), page.Page.GetByLabel("Items for each listener"));
        await many.FillAsync("30");
        await many.BlurAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Compute" }).ClickAsync();
        await Assertions.Expect(answer).Not.ToHaveTextAsync(few!);
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("test-power-pilot", View.Wide, View.NarrowDark);
        await page.Page.GetByLabel("Spread from").SelectOptionAsync("");
        await Assertions.Expect(page.Page.GetByLabel("Standard deviation")).ToHaveValueAsync("12");
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_test_without_ratings_says_what_to_do()
    {
        var server = await application.ServerAsync();
        var test = await StoredAsync(server, "Codec one", listeners: 0);
        await using var page = await application.OpenAsync();
        await page.GoAsync($"/test-results?id={test.Id}");
        await Assertions.Expect(page.Page.GetByText("No ratings yet")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "Links to send" })).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        page.AssertQuiet();
    }

    [Fact]
    public async Task Plots_are_saved_as_svg_and_png_and_every_file_can_be_fetched()
    {
        var server = await application.ServerAsync();
        var test = await StoredAsync(server, "Codec one", listeners: 5);
        await using var page = await application.OpenAsync();
        await page.GoAsync($"/test-results?id={test.Id}");
        var svg = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Button, new() { Name = "Save SVG of MUSHRA score: distribution" }).ClickAsync());
        Assert.Equal("mushra-distribution.svg", svg.SuggestedFilename);
        var png = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Button, new() { Name = "PNG of MUSHRA score: means" }).ClickAsync());
        Assert.Equal("mushra-means.png", png.SuggestedFilename);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], (await File.ReadAllBytesAsync(await png.PathAsync()))[..4]);

        using var api = new Api(server);
        var links = page.Page.GetByRole(AriaRole.Region, new() { Name = "Take it with you" }).GetByRole(AriaRole.Link);
        Assert.True(await links.CountAsync() >= 3);
        foreach (var link in await links.AllAsync()) Assert.NotEmpty((await api.TextAsync((await link.GetAttributeAsync("href"))!)).Text);
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_rating_that_arrives_shows_without_reloading()
    {
        var server = await application.ServerAsync();
        var (test, session) = await StartedAsync(server);
        await using var page = await application.OpenAsync();
        await page.GoAsync($"/test-results?id={test.Id}");
        await Assertions.Expect(page.Page.GetByText("No ratings yet")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText("Connected", new() { Exact = true })).ToBeVisibleAsync();

        using var api = new Api(server);
        await api.PutAsync($"/api/listen/{test.Link}/sessions/{session.Key}/ratings/{Guid.CreateVersion7()}", new { page = 2, label = "B", scale = "mushra", value = 63 });
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Img, new() { Name = "MUSHRA score, means" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Table, new() { Name = "Ratings of each condition on each item" })).ToContainTextAsync("1/10");
        page.AssertQuiet();
    }

    [Fact]
    public async Task Every_other_design_has_its_section()
    {
        var server = await application.ServerAsync();
        using var database = Database.Open(new(server.DataPath)).Value;
        var test = new ListenedTest(database, ListenedTest.Mixed());
        await test.PublishAsync();
        await test.SimulateMixedAsync(8);
        await using var page = await application.OpenAsync();
        await page.GoAsync($"/test-results?id={test.Id}");
        foreach (var name in (string[])["Mean opinion score", "Signal quality", "Difference grade", "Comparison mean opinion score", "Preferences", "ABX"])
            await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Img, new() { Name = "Bradley-Terry strengths" }).First).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("test-results-mixed", View.Wide, View.NarrowDark);
        page.AssertQuiet();
    }

    [Fact]
    public async Task Metrics_stand_beside_the_ratings_and_early_decisions_name_their_method()
    {
        var server = await application.ServerAsync();
        using var database = Database.Open(new(server.DataPath)).Value;
        var library = new ClipLibrary(AudioFiles.Open(server.DataPath).Value, new(database), TimeProvider.System);
        var test = new ListenedTest(database, await MeasuredTest.WithAudioAsync(async clip => (await library.AddAsync(clip, "stimulus")).Value.Sha256));
        await test.PublishAsync();
        await test.SimulateAsync(8);
        await using var page = await application.OpenAsync();
        await page.GoAsync($"/test-results?id={test.Id}");
        var metrics = page.Page.GetByRole(AriaRole.Region, new() { Name = "Metrics against ratings" });
        await metrics.GetByLabel("Metric", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "STOI" });
        var plot = metrics.GetByRole(AriaRole.Img, new() { Name = "MUSHRA score against STOI, 9 stimuli" });
        await Assertions.Expect(plot).ToBeVisibleAsync();
        await Assertions.Expect(plot.Locator(".plot-mark")).ToHaveCountAsync(9);
        await Assertions.Expect(metrics.GetByRole(AriaRole.Row, new() { Name = "Per stimulus" })).ToContainTextAsync(" to ");
        await Assertions.Expect(metrics.GetByText("pystoi-0.4.1")).ToBeVisibleAsync();
        var svg = await page.Page.RunAndWaitForDownloadAsync(() => metrics.GetByRole(AriaRole.Button, new() { Name = "Save SVG of MUSHRA score against STOI" }).ClickAsync());
        Assert.Equal("mushra-against-stoi.svg", svg.SuggestedFilename);

        var early = page.Page.GetByRole(AriaRole.Region, new() { Name = "Early decisions", Exact = true });
        await Assertions.Expect(early).ToContainTextAsync("sequential-symmetry@1");
        await Assertions.Expect(early.GetByRole(AriaRole.Table)).ToContainTextAsync("Codec one − Codec two");
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("test-results-metrics", View.Wide, View.NarrowDark);
        page.AssertQuiet();
    }

    private static async Task<(ListenedTest Test, ListeningSession Session)> StartedAsync(ServerProcess server)
    {
        using var database = Database.Open(new(server.DataPath)).Value;
        var test = new ListenedTest(database, ListenedTest.Mushra());
        await test.PublishAsync();
        var session = await test.StartAsync("Ann");
        await new ListeningSessionStore(database).SetPositionAsync(session.Key, 2);
        return (test, session);
    }

    private static async Task<ListenedTest> StoredAsync(ServerProcess server, string firstTitle, int listeners)
    {
        using var database = Database.Open(new(server.DataPath)).Value;
        var test = new ListenedTest(database, ListenedTest.Mushra(firstTitle));
        await test.PublishAsync();
        await test.SimulateAsync(listeners);
        return test;
    }
}
