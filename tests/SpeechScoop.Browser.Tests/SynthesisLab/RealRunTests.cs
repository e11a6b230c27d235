using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;

namespace SpeechScoop.Browser.Tests.SynthesisLab;

/// <summary>The walk of <c>docs/guides/synthesizers.md</c>, with the included voices. The guide's pictures are taken here.</summary>
public sealed class RealRunTests(Application application)
{
    [Fact]
    public async Task Two_voices_speak_two_prompts_three_times_are_written_down_and_become_a_test()
    {
        await using var page = await application.OpenAsync();
        await page.GoAsync("/synthesis-lab?new");
        await page.Page.GetByLabel("Prompts, one a line").FillAsync("open | Please open the window.\napples | Seven green apples fell down.");
        await page.Page.GetByLabel("Takes of each").FillAsync("3");
        await page.Page.GetByLabel("Temperatures").FillAsync("0.7, nine");
        await Assertions.Expect(page.Page.GetByText("“nine” is no temperature")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Start the run" })).ToBeDisabledAsync();
        await page.Page.GetByLabel("Temperatures").FillAsync("0.7");
        await page.Page.GetByLabel("Title").FillAsync("Two included voices");
        await Assertions.Expect(page.Page.GetByText("2 prompts × 2 conditions × 4 takes = 16 clips")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("synthesis-lab-new", View.All);
        await page.Page.SetViewportSizeAsync(1440, 900);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Start the run" }).ClickAsync();
        await page.Page.WaitForURLAsync("**/synthesis-lab?run=*");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Two included voices");

        // Until the last take is spoken, written down and measured.
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "Progress" })).ToHaveCountAsync(0, new() { Timeout = 180_000 });
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Img, new() { Name = "Spread of Word error rate" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Table, new() { Name = "Same seed twice" })).ToContainTextAsync("2 of 2 pairs");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Img, new() { Name = "Times real time" })).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("synthesis-lab", View.All);
        await page.Page.SetViewportSizeAsync(1440, 900);

        await page.Page.Locator("[data-cell='1-1']").ClickAsync();
        var panel = page.Page.GetByRole(AriaRole.Region, new() { Name = "Takes of" });
        await Assertions.Expect(panel.GetByText("Heard:").First).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Play Take 1", Exact = true }).ClickAsync();
        await Assertions.Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Pause Take 1", Exact = true })).ToBeVisibleAsync();
        await page.PortrayAsync("synthesis-lab-cell", View.Wide);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "the typical take" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Make a test of 4 clips" }).ClickAsync();
        await page.Page.WaitForURLAsync("**/test?id=*");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Two included voices");

        await page.GoAsync("/synthesis-lab");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "Two included voices" })).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("synthesis-lab-list", View.All);
        page.AssertQuiet();
    }
}
