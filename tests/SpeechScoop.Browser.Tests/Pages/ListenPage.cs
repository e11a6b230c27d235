using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SpeechScoop.Browser.Tests.Pages;

/// <summary>The listener's page.</summary>
internal sealed class ListenPage(WatchedPage watched)
{
    public WatchedPage Watched => watched;

    public IPage Page => watched.Page;

    /// <summary>What leads on.</summary>
    public ILocator Next => Page.Locator("main .listen-next");

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>What the page says is missing.</summary>
    public ILocator Missing => Page.Locator(".missing-words");

    private ILocator SaveState => Page.Locator(".save-state");

    /// <summary>Opens a link and makes the click that lets sound play.</summary>
    public async Task EnterAsync(string path)
    {
        await watched.GoAsync(path);
        await WelcomeAsync();
    }

    /// <summary>The click that lets sound play, after the page was opened or reloaded.</summary>
    public async Task WelcomeAsync()
    {
        await Assertions.Expect(Next).ToHaveTextAsync(new Regex("Start|Continue"));
        await Next.ClickAsync();
        await Assertions.Expect(Page.Locator("main .listen-next")).Not.ToHaveTextAsync("Start");
    }

    public Task ExpectHeadingAsync(string text) => Assertions.Expect(Heading).ToHaveTextAsync(text);

    /// <summary>Waits until the sounds can be played.</summary>
    public Task ExpectReadyAsync() => Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Play|Pause)$") })).ToBeEnabledAsync();

    /// <summary>Waits until the server has everything.</summary>
    public Task ExpectSavedAsync() => Assertions.Expect(SaveState).ToHaveTextAsync("✓ Saved");

    /// <summary>Waits until the page says that answers wait for the network.</summary>
    public Task ExpectWaitingAsync() => Assertions.Expect(SaveState).ToContainTextAsync("Waiting");

    public ILocator Slider(string label) => Page.GetByRole(AriaRole.Slider, new() { Name = $"Rating of {label}", Exact = true });

    public ILocator Sound(string name) => Page.GetByRole(AriaRole.Button, new() { Name = $"Play {name}", Exact = true });

    public ILocator Choice(string name) => Page.GetByRole(AriaRole.Radio, new() { NameRegex = new(Regex.Escape(name)) });

    /// <summary>Labels of the sliders.</summary>
    public async Task<IReadOnlyList<string>> SliderLabelsAsync() => await Page.Locator(".rating-slider").EvaluateAllAsync<string[]>("all => all.map(slider => slider.dataset.label)");

    /// <summary>Plays a sound by its button and waits until it sounds.</summary>
    public async Task HearAsync(string name)
    {
        await Sound(name).ClickAsync();
        await Assertions.Expect(Page.Locator(".sound-button.sounding", new() { HasText = name })).ToBeVisibleAsync();
    }

    /// <summary>Plays a sound by its key.</summary>
    public async Task HearByKeyAsync(string key, string label)
    {
        await Page.Keyboard.PressAsync(key);
        await Assertions.Expect(Page.Locator($".sound-button.sounding[data-label='{label}']")).ToBeVisibleAsync();
    }
}
