using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests.ListeningTests;

/// <summary>What the page says when something is in the way, and what it notes of it.</summary>
public sealed class ListenerTroubleTests(Application application)
{
    /// <summary>Keeps the page's audio contexts where a test can take their sound away, as a telephone call does.</summary>
    private const string KeepContexts = """
        window.contexts = [];
        window.AudioContext = class extends window.AudioContext {
          constructor(...options) { super(...options); window.contexts.push(this); }
        };
        """;

    [Fact]
    public async Task Sound_that_was_taken_away_comes_back_with_a_button_and_all_of_it_is_noted()
    {
        using var maker = new TestMaker(await application.ServerAsync());
        var path = await maker.PublishAsync([await maker.TrialsAsync("ab")]);
        await using var watched = await application.OpenAsync(hasKey: false);
        var events = Events(watched);
        await watched.Page.AddInitScriptAsync(KeepContexts);
        var listener = new ListenPage(watched);
        await listener.EnterAsync(path);
        await listener.ExpectReadyAsync();
        await listener.HearAsync("A");
        await listener.HearAsync("B");
        await watched.Page.EvaluateAsync("() => contexts[0].suspend()");
        var resume = watched.Page.GetByRole(AriaRole.Button, new() { Name = "Resume audio" });
        await Assertions.Expect(resume).ToBeVisibleAsync();
        await watched.AssertAccessibleAsync();
        await resume.ClickAsync();
        await Assertions.Expect(resume).ToHaveCountAsync(0);
        Assert.Equal("running", await watched.Page.EvaluateAsync<string>("() => contexts[0].state"));
        Assert.Equal(1, await watched.Page.EvaluateAsync<int>("() => contexts.length"));
        await watched.Page.GetByLabel("Loop from").FillAsync("0.3");
        await watched.Page.GetByLabel("Loop from").PressAsync("Enter");
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await watched.Page.ReloadAsync();
        await Assertions.Expect(listener.Heading).ToHaveTextAsync("Three codecs at 6 kbit/s");
        Assert.Equal(["load", "play", "switch", "interrupted", "resume", "loop", "pause"], events.Select(happened => (string)happened["type"]!).Where(type => type is not ("blur" or "focus" or "heard")).Distinct());
        Assert.Equal("B", (string?)events.First(happened => (string)happened["type"]! == "switch")["label"]);
        watched.AssertQuiet();
    }

    [Fact]
    public async Task A_closed_test_says_so_to_new_listeners_and_to_one_in_the_middle()
    {
        using var maker = new TestMaker(await application.ServerAsync());
        var path = await maker.PublishAsync([await maker.TrialsAsync("acr")]);
        await using var watched = await application.OpenAsync(hasKey: false);
        watched.Expected.Add("409");
        var listener = new ListenPage(watched);
        await listener.EnterAsync(path);
        await listener.ExpectReadyAsync();
        await maker.CloseAsync();
        await watched.Page.Keyboard.PressAsync("4");
        await Assertions.Expect(watched.Page.GetByText("This test is closed.")).ToBeVisibleAsync();
        await watched.AssertAccessibleAsync();
        watched.AssertQuiet();

        await using var late = await application.OpenAsync(hasKey: false);
        await late.GoAsync(path);
        await Assertions.Expect(late.Page.GetByText("This test is closed.")).ToBeVisibleAsync();
        await late.PortrayAsync("listen-closed", View.Wide, View.NarrowDark);
        await late.AssertAccessibleAsync();
        late.AssertQuiet();
        Assert.Empty(await maker.RatingsAsync());
    }

    [Fact]
    public async Task A_finished_listener_gets_the_code_and_the_way_back_and_stays_finished()
    {
        var server = await application.ServerAsync();
        using var maker = new TestMaker(server);
        var path = await maker.PublishAsync([await maker.TrialsAsync("acr", options: new { mustPlay = "none" })], finish: new
        {
            message = "Well done.", completionCode = "C0DE-42", redirect = $"{server.Address}/listen/back?cc={{code}}&pid={{PROLIFIC_PID}}",
        });
        await using var watched = await application.OpenAsync(hasKey: false);
        watched.Expected.Add("404");
        var listener = new ListenPage(watched);
        await listener.EnterAsync($"{path}?PROLIFIC_PID=p1&other=dropped");
        await watched.Page.Keyboard.PressAsync("3");
        await listener.Next.ClickAsync();
        await listener.ExpectHeadingAsync("Thank you");
        await Assertions.Expect(watched.Page.GetByText("Well done.")).ToBeVisibleAsync();
        await Assertions.Expect(watched.Page.GetByRole(AriaRole.Link, new() { Name = "Go back to" })).ToHaveAttributeAsync("href", $"{server.Address}/listen/back?cc=C0DE-42&pid=p1");
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Assertions.Expect(watched.Page.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();
        await Assertions.Expect(watched.Page).ToHaveURLAsync($"{server.Address}/listen/back?cc=C0DE-42&pid=p1");
        await listener.Watched.GoAsync($"{path}?PROLIFIC_PID=p1");
        await listener.ExpectHeadingAsync("Thank you");
        watched.AssertQuiet();
    }

    [Fact]
    public async Task Who_does_not_agree_is_let_go()
    {
        using var maker = new TestMaker(await application.ServerAsync());
        var path = await maker.PublishAsync([new { kind = "consent", text = "You rate recordings." }, await maker.TrialsAsync("acr")]);
        await using var watched = await application.OpenAsync(hasKey: false);
        var listener = new ListenPage(watched);
        await listener.EnterAsync(path);
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "I do not agree" }).ClickAsync();
        await listener.ExpectHeadingAsync("You did not agree");
        await watched.AssertAccessibleAsync();
        watched.AssertQuiet();
    }

    [Fact]
    public async Task An_arena_goes_on_for_as_long_as_the_listener_likes()
    {
        using var maker = new TestMaker(await application.ServerAsync());
        var path = await maker.PublishAsync([await maker.TrialsAsync("arena")]);
        await using var watched = await application.OpenAsync(hasKey: false);
        var listener = new ListenPage(watched);
        await listener.EnterAsync(path);
        for (var round = 1; round <= 2; round++)
        {
            await listener.ExpectHeadingAsync($"Pair {round} of {round}");
            await listener.ExpectReadyAsync();
            await listener.HearAsync("A");
            await listener.HearAsync("B");
            await watched.Page.Keyboard.PressAsync("1");
            await listener.Next.ClickAsync();
            await listener.ExpectHeadingAsync("Thank you");
            if (round == 1) await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Another round" }).ClickAsync();
        }
        Assert.Equal(2, (await maker.RatingsAsync()).Count);
        watched.AssertQuiet();
    }

    /// <summary>What the page has sent as events.</summary>
    internal static ConcurrentQueue<JsonNode> Events(WatchedPage watched)
    {
        var events = new ConcurrentQueue<JsonNode>();
        watched.Page.Request += (_, request) =>
        {
            if (!request.Url.Contains("/events/", StringComparison.Ordinal) || request.PostData is not { } body) return;
            foreach (var happened in JsonNode.Parse(body)!["events"]!.AsArray()) events.Enqueue(happened!);
        };
        return events;
    }
}
