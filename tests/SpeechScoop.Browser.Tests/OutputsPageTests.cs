using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests;

/// <summary>What was kept is found again, also after the server was killed.</summary>
public sealed class OutputsPageTests(Application application)
{
    [Fact]
    public async Task A_kept_voice_is_found_played_opened_and_let_go()
    {
        const string text = "Seven seals slept silently under a quartz sky.";
        var server = await application.ServerAsync();
        await using var page = await application.OpenAsync();
        var type = new TypeTab(page);
        await type.OpenAsync();
        await type.ChooseAsync((await type.ReadyAsync())[0]);
        await type.SpeakAsync(text, clips: 1);
        await type.KeepAsync(0);
        await type.RevealAsync();
        await server.KillAsync();
        await server.StartAsync();

        await page.GoAsync("/outputs");
        await page.Page.GetByLabel("Search").FillAsync("quartz sky");
        var card = page.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem);
        await Assertions.Expect(card).ToHaveCountAsync(1);
        await Assertions.Expect(card).ToContainTextAsync(text);
        await page.ExpectAddressAsync("/outputs?search=quartz+sky");
        await card.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await Assertions.Expect(card.GetByRole(AriaRole.Slider)).Not.ToHaveValueAsync("0");
        await page.AssertAccessibleAsync();
        await page.PortrayAsync("outputs", View.NarrowDark, View.Narrow, View.WideDark, View.Wide);

        await card.GetByRole(AriaRole.Button, new() { Name = "Do not keep" }).ClickAsync();
        await Assertions.Expect(card.GetByRole(AriaRole.Button, new() { Name = "Keep" })).ToBeVisibleAsync();
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Page.GetByText("No output matches")).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Also show outputs not kept" }).ClickAsync();
        await card.GetByRole(AriaRole.Link, new() { Name = "Open trial" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("blockquote")).ToHaveTextAsync(text);
        page.AssertQuiet();
    }
}
