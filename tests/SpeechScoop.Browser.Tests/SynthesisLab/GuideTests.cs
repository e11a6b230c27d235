using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;
using SpeechScoop.Tests;

namespace SpeechScoop.Browser.Tests.SynthesisLab;

/// <summary>The walk of <c>docs/guides/synthesizers.md</c> with the included voices. The guide's pictures are taken here.</summary>
public sealed class GuideTests(Application application)
{
    private static readonly string[] Sentences =
        ["Please open the window.", "Seven green apples fell down.", "The weather is fine today.", "The birch canoe slid on the smooth planks.", "She drinks a cup of tea every morning."];

    [Fact]
    public async Task Two_temperatures_of_one_voice_and_another_voice_are_compared_over_four_takes()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        await using var page = await application.OpenAsync(other: server);
        await page.GoAsync("/synthesis-lab");
        await Assertions.Expect(page.Page.GetByText("There is no synthesis run yet")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("synthesis-lab-empty", View.All);
        await page.Page.SetViewportSizeAsync(1440, 900);
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Make a run" }).ClickAsync();
        await page.Page.GetByLabel("Prompts, one a line").FillAsync(string.Join('\n', Sentences));
        await page.Page.GetByLabel("Temperatures").FillAsync("0.5, 1.6");
        await page.Page.GetByLabel("Takes of each").FillAsync("4");
        await page.Page.GetByLabel("Title").FillAsync("How much luck is in the included voices?");
        await Assertions.Expect(page.Page.GetByText("5 prompts × 3 conditions × 5 takes = 75 clips")).ToBeVisibleAsync();
        await page.PortrayAsync("guide-synthesis-lab-new", View.Wide);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Start the run" }).ClickAsync();
        await page.Page.WaitForURLAsync("**/synthesis-lab?run=*");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "Progress" })).ToContainTextAsync("of 75 outputs");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "Progress" })).ToHaveCountAsync(0, new() { Timeout = 300_000 });
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Table, new() { Name = "Same seed twice" })).ToContainTextAsync("5 of 5 pairs");

        await page.Page.GetByLabel("Order", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Widest between best and worst first" });
        await page.Page.Locator("[data-cell='0-1']").ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "Takes of" }).GetByText("Heard:").First).ToBeVisibleAsync();
        await PictureAsync(page, "matrix", page.Page.GetByRole(AriaRole.Region, new() { Name = "Prompts and conditions", Exact = true }));
        await PictureAsync(page, "takes", page.Page.GetByRole(AriaRole.Region, new() { Name = "Takes of" }));
        foreach (var (name, title) in ((string, string)[])[("failures", "Failure rate"), ("success", "Success by attempts"), ("spread", "Spread of Word error rate"), ("demo-bias", "Demo bias in Word error rate"), ("stability", "Stability against expressiveness"), ("speed", "Speed")])
            await PictureAsync(page, name, page.Page.GetByRole(AriaRole.Figure).Filter(new() { Has = page.Page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) }));
        await PictureAsync(page, "determinism", page.Page.GetByRole(AriaRole.Region, new() { Name = "Determinism", Exact = true }));
        page.AssertQuiet();
    }

    private static async Task PictureAsync(WatchedPage page, string name, ILocator part) => await part.ScreenshotAsync(new LocatorScreenshotOptions
    {
        Path = Path.Combine(SharedMaterial.RepositoryRoot, "artifacts", "screenshots", $"guide-synthesis-lab-{name}.png"),
    });
}
