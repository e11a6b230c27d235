using Microsoft.Playwright;

namespace SpeechScoop.Browser.Tests.Pages;

/// <summary>Type: several synthesizers speak the same text.</summary>
internal sealed class TypeTab(WatchedPage page) : LivePage(page, "type")
{
    private ILocator Cards => Panel.GetByRole(AriaRole.Article);

    /// <summary>Speaks a text and waits for every clip.</summary>
    public async Task SpeakAsync(string text, int clips)
    {
        await Panel.GetByLabel("Text", new() { Exact = true }).FillAsync(text);
        await Panel.GetByRole(AriaRole.Button, new() { Name = "Speak", Exact = true }).ClickAsync();
        await Assertions.Expect(Cards.GetByRole(AriaRole.Button, new() { Name = "Play" })).ToHaveCountAsync(clips, new() { Timeout = Patience });
    }

    /// <summary>Plays a clip until its position has moved.</summary>
    public async Task PlayAsync(int card)
    {
        await Cards.Nth(card).GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await Assertions.Expect(Cards.Nth(card).GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToBeVisibleAsync();
        await Assertions.Expect(Cards.Nth(card).GetByRole(AriaRole.Slider)).Not.ToHaveValueAsync("0");
    }

    /// <summary>Gives 1 to 5 and waits until the server has it.</summary>
    public async Task RateAsync(int card, int value)
    {
        await Cards.Nth(card).Locator(".acr-choice").Nth(5 - value).ClickAsync();
        await Assertions.Expect(Cards.Nth(card).Locator(".rating-state")).ToHaveTextAsync("✓ Saved");
    }

    /// <summary>Keeps a clip as an output.</summary>
    public async Task KeepAsync(int card)
    {
        await Cards.Nth(card).GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await Assertions.Expect(Cards.Nth(card).GetByText("✓ Kept")).ToBeVisibleAsync();
    }
}
