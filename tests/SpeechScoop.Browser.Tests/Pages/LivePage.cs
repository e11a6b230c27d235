using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SpeechScoop.Browser.Tests.Pages;

/// <summary>The live bench: what its three tabs share.</summary>
internal abstract class LivePage(WatchedPage watched, string tab)
{
    /// <summary>How long a model may take on a busy machine before a test gives up, in ms.</summary>
    protected const float Patience = 60_000;

    protected IPage Page => watched.Page;

    /// <summary>The selected tab's panel.</summary>
    protected ILocator Panel => Page.Locator($"#panel-{tab}");

    public async Task OpenAsync()
    {
        await watched.GoAsync($"/live?tab={tab}");
        await Assertions.Expect(Page.GetByRole(AriaRole.Tab, new() { Selected = true })).ToHaveIdAsync($"tab-{tab}");
        await Assertions.Expect(Panel).ToBeVisibleAsync();
    }

    /// <summary>Chooses exactly these systems, by title.</summary>
    public async Task ChooseAsync(params IReadOnlyList<string> titles)
    {
        var cards = Panel.Locator(".picker-card");
        await Assertions.Expect(cards.First).ToBeVisibleAsync();
        for (var index = 0; index < await cards.CountAsync(); index++)
        {
            var title = (await cards.Nth(index).Locator(".picker-title").InnerTextAsync()).Trim();
            await cards.Nth(index).GetByRole(AriaRole.Checkbox).SetCheckedAsync(titles.Contains(title));
        }
    }

    /// <summary>Titles of the systems that are ready.</summary>
    public async Task<IReadOnlyList<string>> ReadyAsync()
    {
        await Assertions.Expect(Panel.Locator(".picker-card").First).ToBeVisibleAsync();
        return [.. (await Panel.Locator(".picker-card .picker-title").AllInnerTextsAsync()).Select(title => title.Trim())];
    }

    /// <summary>Presses Reveal and waits for the names.</summary>
    public async Task RevealAsync()
    {
        await Panel.GetByRole(AriaRole.Button, new() { Name = "Reveal" }).ClickAsync();
        await Assertions.Expect(Panel.GetByText("Revealed", new() { Exact = true })).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    /// <summary>What stands beside the labels: empty while blind.</summary>
    public async Task<IReadOnlyList<string>> RevealedNamesAsync() => await Panel.Locator(".stimulus-name .system-name").AllInnerTextsAsync();

    /// <summary>The trial's id, from the address.</summary>
    public string TrialId => Regex.Match(Page.Url, $"#{tab}/([A-Za-z0-9-]+)").Groups[1].Value;

    /// <summary>Says which of two is better: 1 the first, 0 neither, −1 the second.</summary>
    public async Task PreferAsync(int choice)
    {
        await Panel.Locator("fieldset.preference .segment").Nth(1 - choice).ClickAsync();
        await Assertions.Expect(Panel.Locator("fieldset.preference .rating-state")).ToHaveTextAsync("✓ Saved");
    }
}
