using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests.ListeningTests;

/// <summary>Links that lead nowhere any more say so, and previews begin anew.</summary>
public sealed class ListenerLinksTests(Application application)
{
    [Fact]
    public async Task A_link_with_all_its_sessions_is_full_for_new_listeners_and_goes_on_for_those_who_came()
    {
        using var maker = new TestMaker(await application.ServerAsync());
        await maker.PublishAsync([await maker.TrialsAsync("acr")]);
        var path = await maker.LinkAsync(new { label = "one", maximumSessions = 1 });
        await using var first = await application.OpenAsync(hasKey: false);
        var listener = new ListenPage(first);
        await listener.EnterAsync(path);
        await listener.ExpectHeadingAsync("Trial 1 of 1");
        await using var second = await application.OpenAsync(hasKey: false);
        await second.GoAsync(path);
        await Assertions.Expect(second.Page.GetByText("This test has all the listeners that it needs.")).ToBeVisibleAsync();
        await second.AssertAccessibleAsync();
        await second.PortrayAsync("listen-full", View.Wide, View.NarrowDark);
        await first.Page.ReloadAsync();
        await listener.WelcomeAsync();
        await listener.ExpectHeadingAsync("Trial 1 of 1");
        first.AssertQuiet();
        second.AssertQuiet();
    }

    [Fact]
    public async Task A_link_after_its_end_and_one_that_was_revoked_are_no_longer_valid()
    {
        using var maker = new TestMaker(await application.ServerAsync());
        await maker.PublishAsync([await maker.TrialsAsync("acr")]);
        var expired = await maker.ExpiredLinkAsync();
        var revoked = await maker.LinkAsync(new { label = "taken back" });
        await maker.RevokeAsync(revoked);
        foreach (var path in (string[])[expired, revoked])
        {
            await using var watched = await application.OpenAsync(hasKey: false);
            watched.Expected.Add("410");
            await watched.GoAsync(path);
            await Assertions.Expect(watched.Page.GetByText("This link does not work any more.")).ToBeVisibleAsync();
            await watched.AssertAccessibleAsync();
            watched.AssertQuiet();
        }
    }

    [Fact]
    public async Task A_preview_says_what_it_is_and_begins_anew_on_request()
    {
        using var maker = new TestMaker(await application.ServerAsync());
        await maker.PublishAsync([await maker.TrialsAsync("acr", count: 2)]);
        var path = await maker.LinkAsync(new { label = "preview", preview = true });
        await using var watched = await application.OpenAsync(hasKey: false);
        var listener = new ListenPage(watched);
        await listener.EnterAsync(path);
        await Assertions.Expect(watched.Page.GetByText("Preview: nothing that you answer here is counted.")).ToBeVisibleAsync();
        await listener.ExpectReadyAsync();
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
        await watched.Page.Keyboard.PressAsync("4");
        await listener.Next.ClickAsync();
        await listener.ExpectHeadingAsync("Trial 2 of 2");
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Start again" }).ClickAsync();
        await listener.WelcomeAsync();
        await listener.ExpectHeadingAsync("Trial 1 of 2");
        await Assertions.Expect(watched.Page.Locator("input[type=radio]:checked")).ToHaveCountAsync(0);
        Assert.Empty(await maker.RatingsAsync());
        watched.AssertQuiet();
    }
}
