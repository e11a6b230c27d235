using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests;

/// <summary>Typing for two synthesizers.</summary>
public sealed class TypeTests(Application application)
{
    [Fact]
    public async Task Two_voices_are_heard_and_rated_blind_then_revealed()
    {
        await using var page = await application.OpenAsync();
        var type = new TypeTab(page);
        await type.OpenAsync();
        var systems = await type.ReadyAsync();
        Assert.True(systems.Count >= 2, $"fewer than two synthesizers are ready: {string.Join(", ", systems)}");
        await type.ChooseAsync(systems[0], systems[1]);
        await type.SpeakAsync("The birch canoe slid on the smooth planks.", clips: 2);
        Assert.Empty(await type.RevealedNamesAsync());
        await type.PlayAsync(0);
        await type.RateAsync(0, 4);
        await type.RateAsync(1, 2);
        await type.PreferAsync(1);
        await page.PortrayAsync("live-type-rated", View.NarrowDark, View.Narrow, View.WideDark, View.Wide);
        await type.RevealAsync();
        var names = await type.RevealedNamesAsync();
        Assert.Contains(names, name => name.Contains(systems[0], StringComparison.Ordinal));
        Assert.Contains(names, name => name.Contains(systems[1], StringComparison.Ordinal));
        await page.AssertAccessibleAsync();
        page.AssertQuiet();
    }

    [Fact]
    public async Task Text_with_markup_is_spoken_and_shown_as_text()
    {
        await using var page = await application.OpenAsync();
        var type = new TypeTab(page);
        await type.OpenAsync();
        await type.ChooseAsync((await type.ReadyAsync())[0]);
        await type.SpeakAsync("Look: <img src=x onerror=alert(1)> and <b>bold</b>.", clips: 1);
        Assert.Equal(0, await page.Page.Locator("blockquote img, blockquote b").CountAsync());
        page.AssertQuiet();
    }
}
