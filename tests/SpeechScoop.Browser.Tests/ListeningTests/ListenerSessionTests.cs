using System.Collections.Concurrent;
using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests.ListeningTests;

/// <summary>Whole sessions, and what may happen in between.</summary>
public sealed class ListenerSessionTests(Application application)
{
    [Fact]
    public async Task A_whole_mushra_session_is_done_by_keyboard_alone()
    {
        using var maker = new TestMaker(await application.ServerAsync());
        var path = await maker.PublishAsync([new { kind = "consent", text = "You rate recordings." }, await maker.TrialsAsync("mushra", training: true), await maker.TrialsAsync("mushra", 2)]);
        await using var watched = await application.OpenAsync(hasKey: false);
        var listener = new ListenPage(watched);
        await watched.GoAsync(path);
        await PressNextAsync(listener, "Start");
        await PressNextAsync(listener, "I agree to take part");
        foreach (var heading in new[] { "Trial 1 of 1", "Trial 1 of 2", "Trial 2 of 2" })
        {
            await listener.ExpectHeadingAsync(heading);
            await listener.ExpectReadyAsync();
            var labels = await listener.SliderLabelsAsync();
            Assert.Equal(5, labels.Count);
            await listener.HearByKeyAsync("r", "reference");
            for (var i = 0; i < labels.Count; i++)
            {
                await listener.HearByKeyAsync(labels[i].ToLowerInvariant(), labels[i]);
                await Assertions.Expect(listener.Slider(labels[i])).ToBeFocusedAsync();
                await Assertions.Expect(listener.Slider(labels[i])).ToHaveAttributeAsync("aria-valuetext", "not rated yet");
                await listener.Page.Keyboard.PressAsync("End");
                for (var step = 0; step < i; step++) await listener.Page.Keyboard.PressAsync("PageDown");
                await Assertions.Expect(listener.Slider(labels[i])).ToHaveValueAsync($"{100 - (10 * i)}");
            }
            await listener.ExpectSavedAsync();
            if (heading == "Trial 1 of 2") await watched.PortrayAsync("listen-mushra-rated", View.Wide, View.WideDark);
            await PressNextAsync(listener, "Continue");
        }
        await listener.ExpectHeadingAsync("Thank you");
        await Assertions.Expect(listener.Page.GetByLabel("Your completion code")).ToHaveValueAsync("C0DE-42");
        watched.AssertQuiet();
        var ratings = await maker.RatingsAsync();
        Assert.Equal(15, ratings.Count);
        Assert.Equal([60, 70, 80, 90, 100, 60, 70, 80, 90, 100], ratings.Where(rating => !(bool)rating["training"]!)
            .OrderBy(rating => (int)rating["page"]!).ThenBy(rating => (double)rating["value"]!).Select(rating => (int)(double)rating["value"]!));
        Assert.All(ratings, rating => Assert.True((int)rating["plays"]! > 0 && (double)rating["elapsed_seconds"]! > 0));
    }

    [Fact]
    public async Task A_whole_mushra_session_is_done_by_touch_on_a_telephone()
    {
        using var maker = new TestMaker(await application.ServerAsync());
        var path = await maker.PublishAsync([await maker.TrialsAsync("mushra", 2)]);
        await using var watched = await application.OpenAsync(View.Narrow, hasKey: false, hasTouch: true);
        var listener = new ListenPage(watched);
        await watched.GoAsync(path);
        await listener.Next.TapAsync();
        foreach (var heading in new[] { "Trial 1 of 2", "Trial 2 of 2" })
        {
            await listener.ExpectHeadingAsync(heading);
            await listener.ExpectReadyAsync();
            await listener.Sound("Reference").TapAsync();
            await Assertions.Expect(listener.Page.Locator(".sound-button.sounding[data-label='reference']")).ToBeVisibleAsync();
            var labels = await listener.SliderLabelsAsync();
            foreach (var label in labels)
            {
                var box = (await listener.Slider(label).BoundingBoxAsync())!;
                Assert.True(box.Height >= 44, $"the slider of {label} is {box.Height} px high");
                // Touching a slider makes its own sound audible, and rates where it was touched.
                await listener.Slider(label).TapAsync(new() { Position = new() { X = box.Width * 0.8f, Y = box.Height / 2 } });
                await Assertions.Expect(listener.Page.Locator($".sound-button.sounding[data-label='{label}']")).ToBeVisibleAsync();
                await Assertions.Expect(listener.Slider(label)).Not.ToHaveAttributeAsync("aria-valuetext", "not rated yet");
            }
            await listener.ExpectSavedAsync();
            await watched.PortrayAsync("listen-mushra-rated", View.Narrow, View.NarrowDark);
            await listener.Next.TapAsync();
        }
        await listener.ExpectHeadingAsync("Thank you");
        Assert.True(await watched.Page.EvaluateAsync<bool>("() => matchMedia('(pointer: coarse)').matches"));
        watched.AssertQuiet();
        var ratings = await maker.RatingsAsync();
        Assert.Equal(10, ratings.Count);
        Assert.All(ratings, rating => Assert.InRange((double)rating["value"]!, 70, 90));
    }

    [Fact]
    public async Task A_page_that_is_not_finished_says_what_is_missing_and_stays()
    {
        using var maker = new TestMaker(await application.ServerAsync());
        var path = await maker.PublishAsync([await maker.TrialsAsync("ab")]);
        await using var watched = await application.OpenAsync(hasKey: false);
        var listener = new ListenPage(watched);
        await listener.EnterAsync(path);
        await listener.ExpectReadyAsync();
        await listener.Next.ClickAsync();
        await Assertions.Expect(listener.Missing).ToContainTextAsync("Play: A, B");
        await Assertions.Expect(listener.Missing).ToContainTextAsync("Choose an answer.");
        await listener.HearAsync("A");
        await listener.HearAsync("B");
        await listener.Page.Keyboard.PressAsync("2");
        await Assertions.Expect(listener.Choice("B is better")).ToBeCheckedAsync();
        await listener.Next.ClickAsync();
        await listener.ExpectHeadingAsync("Thank you");
        watched.AssertQuiet();
        var rating = Assert.Single(await maker.RatingsAsync());
        Assert.Equal(-1, (double)rating["value"]!);
    }

    [Fact]
    public async Task A_reload_in_the_middle_resumes_on_the_same_page_with_everything_rated()
    {
        using var maker = new TestMaker(await application.ServerAsync());
        var path = await maker.PublishAsync([await maker.TrialsAsync("acr"), await maker.TrialsAsync("mushra")]);
        await using var watched = await application.OpenAsync(hasKey: false);
        var listener = new ListenPage(watched);
        await listener.EnterAsync(path);
        await RateAcrAsync(listener, "Good");
        await listener.ExpectHeadingAsync("Trial 2 of 2");
        await listener.ExpectReadyAsync();
        await listener.HearByKeyAsync("a", "A");
        await listener.Page.Keyboard.PressAsync("End");
        // Not even half a second for the slider to rest.
        await listener.Page.ReloadAsync();
        await Assertions.Expect(listener.Heading).ToHaveTextAsync("Welcome back");
        await listener.WelcomeAsync();
        await listener.ExpectHeadingAsync("Trial 2 of 2");
        await Assertions.Expect(listener.Slider("A")).ToHaveValueAsync("100");
        await Assertions.Expect(listener.Slider("B")).ToHaveAttributeAsync("aria-valuetext", "not rated yet");

        // Another device goes on with the same session.
        await listener.Page.GetByText("Continue on another device").ClickAsync();
        var link = await listener.Page.GetByLabel("Open this link there").InputValueAsync();
        await using var other = await application.OpenAsync(View.Narrow, hasKey: false);
        var second = new ListenPage(other);
        await second.EnterAsync(new Uri(link).PathAndQuery);
        await second.ExpectHeadingAsync("Trial 2 of 2");
        await Assertions.Expect(second.Slider("A")).ToHaveValueAsync("100");
        Assert.DoesNotContain("session=", other.Page.Url, StringComparison.Ordinal);
        watched.AssertQuiet();
        other.AssertQuiet();
    }

    [Fact]
    public async Task Without_a_network_ratings_wait_in_the_browser_and_arrive_once()
    {
        using var maker = new TestMaker(await application.ServerAsync());
        var path = await maker.PublishAsync([await maker.TrialsAsync("acr"), await maker.TrialsAsync("ab")]);
        await using var watched = await application.OpenAsync(hasKey: false);
        watched.Expected.Add("ERR_INTERNET_DISCONNECTED");
        var listener = new ListenPage(watched);
        var accepted = Accepted(watched);
        await listener.EnterAsync(path);
        await listener.ExpectReadyAsync();
        await listener.Page.Context.SetOfflineAsync(true);
        await RateAcrAsync(listener, "Poor");
        await listener.ExpectWaitingAsync();
        await Assertions.Expect(listener.Page.GetByText("Your answers are kept in this browser")).ToBeVisibleAsync();
        await watched.AssertAccessibleAsync();
        await watched.PortrayAsync("listen-offline", View.Wide, View.Narrow);
        await listener.Page.Context.SetOfflineAsync(false);
        await listener.ExpectHeadingAsync("Trial 2 of 2");
        await listener.ExpectSavedAsync();
        Assert.Equal(2, accepted.Count);
        Assert.Equal(accepted.Count, accepted.Distinct().Count());
        Assert.Equal(2, (double)Assert.Single(await maker.RatingsAsync())["value"]!);
        watched.AssertQuiet();
    }

    [Fact]
    public async Task A_server_that_is_killed_and_started_again_has_every_rating_once()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        using var maker = new TestMaker(server);
        var path = await maker.PublishAsync([await maker.TrialsAsync("acr", 2)]);
        await using var watched = await application.OpenAsync(hasKey: false, other: server);
        watched.Expected.Add("ERR_CONNECTION_REFUSED");
        watched.Expected.Add("ERR_CONNECTION_RESET");
        watched.Expected.Add("ERR_EMPTY_RESPONSE");
        var listener = new ListenPage(watched);
        await listener.EnterAsync(path);
        await listener.ExpectReadyAsync();
        await listener.Page.Keyboard.PressAsync("Space");
        await server.KillAsync();
        await listener.Page.Keyboard.PressAsync("4");
        await listener.ExpectWaitingAsync();
        await listener.Page.Keyboard.PressAsync("5");
        await listener.Next.ClickAsync();
        await Assertions.Expect(listener.Page.GetByText("Your answers are kept in this browser")).ToBeVisibleAsync();
        await server.StartAsync();
        await listener.ExpectHeadingAsync("Trial 2 of 2");
        await RateAcrAsync(listener, "Bad");
        await listener.ExpectHeadingAsync("Thank you");
        await listener.ExpectSavedAsync();
        Assert.Equal([5, 1], (await maker.RatingsAsync()).OrderBy(rating => (int)rating["page"]!).Select(rating => (int)(double)rating["value"]!));
        watched.AssertQuiet();
    }

    /// <summary>Plays the one sound, chooses a word and goes on.</summary>
    private static async Task RateAcrAsync(ListenPage listener, string word)
    {
        await listener.ExpectReadyAsync();
        await listener.Page.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
        await listener.Page.Locator(".choice", new() { HasText = word }).ClickAsync();
        await listener.Next.ClickAsync();
    }

    /// <summary>Presses Tab until the button that leads on has the focus, then Enter.</summary>
    private static async Task PressNextAsync(ListenPage listener, string words)
    {
        await Assertions.Expect(listener.Next).ToHaveTextAsync(words);
        for (var step = 0; step < 60; step++)
        {
            if (await listener.Next.EvaluateAsync<bool>("button => button === document.activeElement")) break;
            await listener.Page.Keyboard.PressAsync("Tab");
        }
        await Assertions.Expect(listener.Next).ToBeFocusedAsync();
        await listener.Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Addresses of ratings and completions that the server has acknowledged.</summary>
    private static ConcurrentQueue<string> Accepted(WatchedPage watched)
    {
        var accepted = new ConcurrentQueue<string>();
        watched.Page.Response += (_, response) =>
        {
            if (response.Request.Method == "PUT" && response.Ok && !response.Url.Contains("/events/", StringComparison.Ordinal)) accepted.Enqueue(response.Url);
        };
        return accepted;
    }
}
