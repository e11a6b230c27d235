using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SpeechScoop.Audio.ListeningTests;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests.ListeningTests;

/// <summary>What a page demands before it leads on.</summary>
public sealed class ListenerRulesTests(Application application)
{
    [Fact]
    public async Task Where_sounds_must_be_played_to_the_end_a_page_leads_on_only_after_their_ends_also_after_a_reload()
    {
        using var maker = new TestMaker(await application.ServerAsync());
        var path = await maker.PublishAsync([await maker.TrialsAsync("ab", options: new { mustPlay = "to-the-end", loop = true })]);
        await using var watched = await application.OpenAsync(hasKey: false);
        var events = ListenerTroubleTests.Events(watched);
        var listener = new ListenPage(watched);
        await listener.EnterAsync(path);
        await listener.ExpectReadyAsync();
        await listener.HearAsync("A");
        await listener.HearAsync("B");
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await watched.Page.Keyboard.PressAsync("1");
        await listener.Next.ClickAsync();
        await Assertions.Expect(listener.Missing).ToContainTextAsync("to the end: A, B");

        await listener.HearAsync("A");
        await WaitForAsync(() => events.Any(Whole("A")), () => watched.Page.EvaluateAsync("() => dispatchEvent(new Event('pagehide'))"));
        await listener.ExpectSavedAsync();
        await watched.Page.ReloadAsync();
        await listener.WelcomeAsync();
        await listener.ExpectReadyAsync();
        await listener.Next.ClickAsync();
        await Assertions.Expect(listener.Missing).ToContainTextAsync("to the end: B");
        await Assertions.Expect(listener.Missing).Not.ToContainTextAsync("A");
        await listener.HearAsync("B");
        await Assertions.Expect(listener.Missing).ToBeEmptyAsync(new() { Timeout = 10_000 });
        await listener.Next.ClickAsync();
        await listener.ExpectHeadingAsync("Thank you");
        Assert.Single(await maker.RatingsAsync());
        watched.AssertQuiet();

        static Func<JsonNode, bool> Whole(string label) => happened => (string?)happened["type"] == "heard" && (string?)happened["label"] == label;
    }

    [Fact]
    public async Task The_headphone_screen_may_be_tried_again_and_then_sends_away_with_its_code()
    {
        using var maker = new TestMaker(await application.ServerAsync());
        var path = await maker.PublishAsync([new { kind = "headphones", questions = 3, passMark = 3, attempts = 2, excludes = true }, await maker.TrialsAsync("acr")],
            finish: new { completionCode = "DONE", screenedOutCode = "0UT" });
        await using var watched = await application.OpenAsync(hasKey: false);
        var listener = new ListenPage(watched);
        await listener.EnterAsync(path);
        // The seed of the test and the first session's first page.
        var questions = HeadphoneTones.Make(5, 3);
        foreach (var attempt in (int[])[1, 2])
        {
            for (var question = 0; question < 3; question++)
            {
                await Assertions.Expect(watched.Page.GetByText($"Question {question + 1} of 3")).ToBeVisibleAsync();
                await listener.ExpectReadyAsync();
                await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
                await watched.Page.Locator(".choice", new() { HasText = $"Tone {(questions[question].Quiet % 3) + 1}" }).ClickAsync();
                await listener.Next.ClickAsync();
            }
            if (attempt == 2) break;
            await Assertions.Expect(watched.Page.GetByText("Put on your headphones and try again.")).ToBeVisibleAsync();
            await watched.AssertAccessibleAsync();
            await watched.PortrayAsync("listen-headphones-again", View.Wide, View.NarrowDark);
            await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        }
        await Assertions.Expect(watched.Page.GetByText("a check of headphones or hearing was not passed")).ToBeVisibleAsync();
        await Assertions.Expect(watched.Page.GetByLabel("Your completion code")).ToHaveValueAsync("0UT");
        await watched.AssertAccessibleAsync();
        watched.AssertQuiet();
    }

    /// <summary>Waits until something happened, doing something each time that makes it tell.</summary>
    private static async Task WaitForAsync(Func<bool> happened, Func<Task> nudge)
    {
        for (var tries = 0; !happened() && tries < 100; tries++)
        {
            await nudge();
            await Task.Delay(100);
        }
        Assert.True(happened());
    }
}
