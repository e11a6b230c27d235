using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;
using SpeechScoop.Storage;
using SpeechScoop.Storage.Clips;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Tests.SynthesisLab;

namespace SpeechScoop.Browser.Tests.SynthesisLab;

/// <summary>What takes say is what the laboratory shows.</summary>
public sealed class AnalysisPageTests(Application application)
{
    [Fact]
    public async Task Takes_are_shown_with_their_uncertainty_and_every_number_can_be_saved()
    {
        await using var page = await OpenAsync("Two voices <b>and</b> more");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Two voices <b>and</b> more");
        foreach (var name in (string[])["Failure rates", "Success by attempts, 1 to 4", "Spread of Word error rate", "Demo bias in Word error rate", "Word error rate, SD between takes against F0 standard deviation in semitones", "Times real time"])
            await Assertions.Expect(page.Page.GetByRole(AriaRole.Img, new() { Name = name })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Table, new() { Name = "Same seed twice" })).ToContainTextAsync("same bits");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Table, new() { Name = "Failures by kind" })).ToContainTextAsync("No audio");
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("synthesis-lab-analysis", View.All);
        await page.AssertAccessibleAsync();

        var svg = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Button, new() { Name = "Save SVG of Failure rate" }).ClickAsync());
        Assert.Equal("failure-rates.svg", svg.SuggestedFilename);
        var csv = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Link, new() { Name = "CSV of Speed" }).ClickAsync());
        Assert.EndsWith("speed.csv", csv.SuggestedFilename, StringComparison.Ordinal);
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_cell_is_opened_by_keys_heard_and_made_a_test_of()
    {
        await using var page = await OpenAsync("Keys");
        var first = page.Page.Locator("[data-cell='0-0']");
        await first.FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Page.Locator("[data-cell='1-1']")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        var panel = page.Page.GetByRole(AriaRole.Region, new() { Name = "Takes of" });
        await Assertions.Expect(panel.GetByRole(AriaRole.Listitem).Filter(new() { Has = page.Page.GetByText("Best", new() { Exact = true }) })).ToHaveCountAsync(1);
        await Assertions.Expect(panel.GetByText("Same seed again")).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Play Take" }).First.ClickAsync();
        await Assertions.Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Pause Take" })).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("synthesis-lab-takes", View.Wide, View.NarrowDark);
        await page.Page.SetViewportSizeAsync(1440, 900);

        await panel.GetByRole(AriaRole.Checkbox).Nth(0).CheckAsync();
        await panel.GetByRole(AriaRole.Checkbox).Nth(1).CheckAsync();
        await page.Page.GetByLabel("Listeners' task").SelectOptionAsync(new SelectOptionValue { Label = "ACR (MOS)" });
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Make a test of 2 clips" }).ClickAsync();
        await page.Page.WaitForURLAsync("**/test?id=*");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Keys");
        await Assertions.Expect(page.Page.GetByText("trials to prepare")).ToBeVisibleAsync();
        page.AssertQuiet();
    }

    [Fact]
    public async Task The_order_of_prompts_and_the_metric_can_be_chosen()
    {
        await using var page = await OpenAsync("Orders");
        await page.Page.GetByLabel("Order", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Most failures first" });
        await Assertions.Expect(page.Page.Locator("[data-cell='0-2']")).ToContainTextAsync("No audio");
        await page.Page.GetByLabel("Metric", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Speaking rate" });
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Img, new() { Name = "Spread of Speaking rate" })).ToBeVisibleAsync();
        await page.ExpectAddressAsync("metric=speaking-rate");
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_run_that_does_not_exist_is_named()
    {
        await using var page = await application.OpenAsync();
        page.Expected.Add("404");
        await page.GoAsync("/synthesis-lab?run=nowhere");
        await Assertions.Expect(page.Page.GetByText("There is no such run.")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
    }

    private async Task<WatchedPage> OpenAsync(string title)
    {
        var server = await application.ServerAsync();
        using var database = Database.Open(new(server.DataPath)).Value;
        var library = new ClipLibrary(AudioFiles.Open(server.DataPath).Value, new(database), TimeProvider.System);
        var run = await SpokenRun.StoreAsync(database, async clip => (await library.AddAsync(clip, "speech")).Value.Sha256, title: title);
        var page = await application.OpenAsync();
        await page.GoAsync($"/synthesis-lab?run={run}");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Prompts and conditions" })).ToBeVisibleAsync();
        return page;
    }
}
