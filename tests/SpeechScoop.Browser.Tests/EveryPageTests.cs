using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests;

/// <summary>What holds on every page, whatever it is for.</summary>
public sealed class EveryPageTests(Application application)
{
    /// <summary>Address, name of its screenshots, heading.</summary>
    public static TheoryData<string, string, string> Pages => new()
    {
        { "/", "start", "Which speech model is better" },
        { "/live?tab=speak", "live-speak", "Live" },
        { "/live?tab=type", "live-type", "Live" },
        { "/live?tab=drop", "live-drop", "Live" },
        { "/compare", "compare-recognizers-empty", "Compare" },
        { "/compare?kind=tokenizer", "compare-tokenizers-empty", "Compare" },
        { "/outputs", "outputs-empty", "Outputs" },
        { "/tests", "tests-empty", "Tests" },
        { "/tests?new", "tests-new", "New test" },
        { "/synthesis-lab", "synthesis-lab-runs", "Synthesis laboratory" },
        { "/synthesis-lab?new", "synthesis-lab-form", "New run" },
        { "/metrics", "metrics", "Metrics" },
        { "/datasets", "datasets-list", "Datasets" },
        { "/datasets?new", "datasets-new", "New dataset" },
        { "/runs", "runs-list", "Runs" },
        { "/runs?new", "runs-new-empty", "New recognition" },
        { "/runs?import", "runs-import-empty", "Import outputs" },
        { "/tokenizer-lab", "tokenizer-lab-list", "Tokenizer laboratory" },
        { "/tokenizer-lab?new", "tokenizer-lab-new-empty", "New run" },
        { "/systems", "systems", "Systems" },
        { "/vendors", "vendors-empty", "Vendors" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_quiet_and_still_and_fits_wide_and_narrow_light_and_dark(string path, string name, string heading)
    {
        await using var page = await application.OpenAsync();
        foreach (var (light, dark) in new[] { (View.Wide, View.WideDark), (View.Narrow, View.NarrowDark) })
        {
            await page.ViewAsync(light);
            await page.GoAsync(path);
            await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(heading);
            foreach (var waiting in new[] { "Reading ", "Loading", "Checking" })
                await Assertions.Expect(page.Page.GetByText(waiting).Filter(new() { Visible = true })).ToHaveCountAsync(0);
            var shift = await page.LayoutShiftAsync();
            Assert.True(shift < 0.05, $"{name} at {light}: things moved while it loaded, a layout shift of {shift}");
            // axe-core sees both colour schemes and both layouts in two runs: wide in the light, narrow in the dark.
            if (light == View.Wide) await page.AssertAccessibleAsync();
            await page.PortrayAsync(name, light, dark);
            if (light == View.Narrow) await page.AssertAccessibleAsync();
            page.AssertQuiet();
        }
    }

    [Fact]
    public async Task What_is_wrong_with_a_page_or_with_an_element_of_it_would_be_found()
    {
        await using var page = await application.OpenAsync();
        await page.GoAsync("/vendors");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await page.Page.EvaluateAsync("""
            () => {
              document.documentElement.removeAttribute("lang");
              document.querySelector("main").append(document.createElement("img"));
              document.querySelectorAll("main").forEach((main) => main.setAttribute("role", "presentation"));
            }
            """);
        var findings = string.Join('\n', await page.AccessibilityFindingsAsync());
        foreach (var rule in (string[])["html-has-lang", "image-alt", "landmark-one-main"]) Assert.Contains($"{rule} (", findings, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/live")]
    [InlineData("/compare")]
    [InlineData("/js/ui/api.js")]
    public async Task Without_the_key_a_browser_sees_only_the_form_that_asks_for_it(string path)
    {
        await using var page = await application.OpenAsync(hasKey: false);
        page.Expected.Add("401");
        var response = await page.GoAsync(path);
        Assert.Equal(401, response?.Status);
        if (path.EndsWith(".js", StringComparison.Ordinal)) return;
        await Assertions.Expect(page.Page.GetByLabel("Owner key")).ToBeVisibleAsync();
        Assert.Equal(0, await page.Page.GetByRole(AriaRole.Navigation).CountAsync());
        await page.AssertAccessibleAsync();
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_browser_that_pastes_the_key_is_let_in_where_it_wanted_to_be()
    {
        await using var page = await application.OpenAsync(hasKey: false);
        page.Expected.Add("401");
        var server = await application.ServerAsync();
        await page.GoAsync("/runs?import");
        await page.Page.GetByLabel("Owner key").FillAsync("not-the-key-of-this-server-at-all");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("That key is not this server's");
        await page.Page.GetByLabel("Owner key").FillAsync(server.Key);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Import outputs");
        Assert.Equal($"{server.Address}/runs?import", page.Page.Url);
    }

    [Fact]
    public async Task An_address_without_a_page_shows_the_way_to_those_there_are()
    {
        await using var page = await application.OpenAsync();
        page.Expected.Add("404");
        Assert.Equal(404, (await page.GoAsync("/no/such/page"))?.Status);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("no page at this address");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Navigation)).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        page.AssertQuiet();
    }

    [Fact]
    public async Task The_printed_link_lets_a_browser_in_and_the_key_leaves_the_address()
    {
        await using var page = await application.OpenAsync(hasKey: false);
        var server = await application.ServerAsync();
        await page.GoAsync($"/?key={server.Key}");
        Assert.Equal($"{server.Address}/", page.Page.Url);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Navigation)).ToBeVisibleAsync();
        Assert.Equal("", await page.Page.EvaluateAsync<string>("() => document.cookie"));
        page.AssertQuiet();
    }
}
