using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests;

/// <summary>The pages without a mouse.</summary>
public sealed class KeyboardTests(Application application)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/live")]
    [InlineData("/compare")]
    [InlineData("/outputs")]
    [InlineData("/systems")]
    public async Task The_first_tab_stop_skips_to_the_content(string path)
    {
        await using var page = await application.OpenAsync();
        await page.GoAsync(path);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Page.Locator(":focus")).ToHaveTextAsync("Skip to content");
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.Page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    [Fact]
    public async Task Kinds_of_systems_are_changed_with_arrow_keys_and_back_returns()
    {
        await using var page = await application.OpenAsync();
        await page.GoAsync("/compare");
        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "Recognizers" }).FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Tab, new() { Name = "Synthesizers" })).ToBeFocusedAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Tab, new() { Name = "Synthesizers", Selected = true })).ToBeVisibleAsync();
        await page.ExpectAddressAsync("/compare?kind=synthesizer");
        await page.Page.GoBackAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Tab, new() { Name = "Recognizers", Selected = true })).ToBeVisibleAsync();
        page.AssertQuiet();
    }

    [Fact]
    public async Task Every_control_of_the_comparison_is_reached_by_tab_and_shows_its_focus()
    {
        await using var page = await application.OpenAsync();
        await page.GoAsync("/compare");
        await Assertions.Expect(page.Page.GetByLabel("Blind ratings only")).ToBeVisibleAsync();
        var reached = new List<string>();
        for (var step = 0; step < 40; step++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            var (label, outline) = await FocusAsync(page.Page);
            if (label is "BODY" or "") break;
            Assert.True(outline != "none 0px", $"{label} does not show that it has the focus");
            reached.Add(label);
        }
        Assert.Contains("Listener", string.Join('\n', reached), StringComparison.Ordinal);
        Assert.Contains("Source", string.Join('\n', reached), StringComparison.Ordinal);
        Assert.Contains("Blind ratings only", string.Join('\n', reached), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blind_test_of_two_voices_is_done_from_the_first_word_to_the_reveal_without_a_mouse()
    {
        await using var page = await application.OpenAsync();
        var type = new TypeTab(page);
        await type.OpenAsync();
        await type.ReadyAsync();
        var keyboard = page.Page.Keyboard;
        await TabToAsync(page.Page, "Text");
        await keyboard.PressAsync("Control+a");
        await keyboard.TypeAsync("One, two, three.");
        await TabToAsync(page.Page, "Speak");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Play" })).ToHaveCountAsync(2, new() { Timeout = 60_000 });
        await TabToAsync(page.Page, "Play A");
        await keyboard.PressAsync("Space");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Slider, new() { Name = "Position in A" })).Not.ToHaveValueAsync("0");
        foreach (var label in new[] { "A", "B" })
        {
            await TabToAsync(page.Page, "5Excellent");
            await keyboard.PressAsync("ArrowDown");
            await Assertions.Expect(page.Page.GetByRole(AriaRole.Article, new() { Name = $"Speech of {label}" }).Locator(".rating-state")).ToHaveTextAsync("✓ Saved");
        }
        await TabToAsync(page.Page, "A is better");
        await keyboard.PressAsync("Space");
        await TabToAsync(page.Page, "Reveal");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.GetByText("Revealed", new() { Exact = true })).ToBeVisibleAsync();
        page.AssertQuiet();
    }

    /// <summary>Presses Tab until the control with this label has the focus.</summary>
    private static async Task TabToAsync(IPage page, string label)
    {
        var passed = new List<string>();
        for (var step = 0; step < 80; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (focused, _) = await FocusAsync(page);
            if (focused.Replace(" ", "", StringComparison.Ordinal).StartsWith(label.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal)) return;
            passed.Add(focused);
        }
        Assert.Fail($"\"{label}\" is not reached by Tab; passed: {string.Join(" | ", passed)}");
    }

    /// <summary>The focused element's label (or text, or tag), and its outline's style and width.</summary>
    private static async Task<(string Label, string Outline)> FocusAsync(IPage page)
    {
        var found = await page.EvaluateAsync<string[]>("""
            () => {
              const element = document.activeElement;
              const style = getComputedStyle(element);
              const label = (element.labels?.[0]?.textContent ?? element.getAttribute("aria-label") ?? element.textContent)?.trim().slice(0, 60);
              return [element === document.body ? "BODY" : label || element.tagName, `${style.outlineStyle} ${style.outlineWidth}`];
            }
            """);
        return (found[0], found[1]);
    }
}
