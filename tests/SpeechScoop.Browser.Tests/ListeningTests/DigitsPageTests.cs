using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Browser.Tests.ListeningTests;

/// <summary>The digits in noise with an included voice, from the builder to the threshold.</summary>
public sealed class DigitsPageTests(Application application)
{
    [Fact]
    public async Task Digits_are_heard_once_and_typed_by_keyboard_and_by_touch_also_after_a_reload()
    {
        var server = await application.ServerAsync();
        using (var api = new Api(server))
            Assert.SkipUnless((await api.ReadyAsync("synthesizer")).Any(id => id.StartsWith("scoop-voice", StringComparison.Ordinal)), "needs an included voice");
        using var maker = new TestMaker(server);
        var path = await maker.PublishAsync([new { kind = "digits", triplets = 8, passSrtDb = -3.0, excludes = false }, await maker.TrialsAsync("acr")]);
        await using var watched = await application.OpenAsync(View.Narrow, hasKey: false, hasTouch: true);
        var listener = new ListenPage(watched);
        await watched.GoAsync(path);
        await listener.Next.TapAsync();
        await listener.ExpectHeadingAsync("Digits in noise");
        // The test's seed is 5; this is its first session's first page.
        var triplets = DigitsInNoise.Triplets(5, 8);
        var play = watched.Page.GetByRole(AriaRole.Button, new() { Name = "Play the digits" });
        var typed = watched.Page.Locator(".digits-typed output");
        for (var n = 1; n <= 8; n++)
        {
            await Assertions.Expect(watched.Page.GetByText($"Digits {n} of 8")).ToBeVisibleAsync();
            await Assertions.Expect(play).ToBeEnabledAsync();
            if (n == 1)
            {
                // Nothing can be typed before it was heard.
                await watched.Page.Keyboard.PressAsync("1");
                await Assertions.Expect(typed).ToHaveTextAsync("nothing yet");
                await watched.AssertAccessibleAsync();
                await watched.PortrayAsync("listen-digits", View.Wide, View.NarrowDark);
            }
            await play.TapAsync();
            await Assertions.Expect(play).ToBeDisabledAsync();
            if (n == 2)
            {
                foreach (var digit in triplets[1]) await watched.Page.GetByRole(AriaRole.Button, new() { Name = $"{digit}", Exact = true }).TapAsync();
                await listener.Next.TapAsync();
                continue;
            }
            await watched.Page.Keyboard.TypeAsync(n > 6 ? "7077" : $"7{triplets[n - 1]}");
            if (n <= 6)
            {
                for (var i = 0; i < 3; i++) await watched.Page.Keyboard.PressAsync("Backspace");
                await Assertions.Expect(typed).ToHaveTextAsync("nothing yet");
                await watched.Page.Keyboard.TypeAsync(triplets[n - 1]);
            }
            await Assertions.Expect(typed).ToHaveTextAsync(n > 6 ? "7 0 7" : string.Join(' ', triplets[n - 1].ToCharArray()));
            if (n == 3)
            {
                await watched.AssertAccessibleAsync();
                await watched.PortrayAsync("listen-digits-typed", View.Narrow);
            }
            await watched.Page.Locator("main").FocusAsync();
            await watched.Page.Keyboard.PressAsync("Enter");
            if (n != 4) continue;
            await Assertions.Expect(watched.Page.GetByText("Digits 5 of 8")).ToBeVisibleAsync();
            await watched.Page.ReloadAsync();
            await listener.Next.TapAsync();
        }
        await listener.ExpectHeadingAsync("Trial 1 of 1");
        watched.AssertQuiet();
        using var owner = new Api(server);
        var sessions = await owner.GetAsync($"/api/listening-tests/{maker.Id}/sessions");
        Assert.Equal((-9.6, true), ((double)sessions[0]!["digitsSrtDb"]!, (bool)sessions[0]!["digitsPassed"]!));
        Assert.StartsWith("scoop-voice", (string?)(await owner.GetAsync($"/api/listening-tests/{maker.Id}"))["definition"]!["sections"]![0]!["voice"], StringComparison.Ordinal);
    }
}
