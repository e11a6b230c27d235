using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Listening;

/// <summary>A link that works, and where it leads.</summary>
internal sealed record OpenedLink(ListeningLink Link, ListeningTest Test, TestContent Content);

/// <summary>A session that a link may see.</summary>
internal sealed record OpenedSession(ListeningSession Session, SessionContent Plan, TestContent Content);

/// <summary>Lets in whoever has a link that works, and shows nothing but that link's test and the sessions whose keys are known.</summary>
internal sealed class ListenerDoor(ListeningLinkStore links, ListeningTestStore tests, ListeningSessionStore sessions, ListenerContents contents, TimeProvider time)
{
    /// <summary>Whether a link works now.</summary>
    /// <returns><see cref="Error.NotFound"/> <c>link-unknown</c> or <c>link-expired</c>.</returns>
    public async Task<Result<ListeningLink>> FindAsync(string token)
    {
        if (token.Length is < 32 or > 100) return Unknown();
        if (!(await links.FindAsync(token)).TryGet(out var link, out var error)) return error is Error.NotFound ? Unknown() : error;
        return link.IsValidAt(time.GetUtcNow())
            ? link
            : new Error.NotFound("link-expired", "This link does not work any more. Ask whoever sent it for a new one.");
    }

    /// <inheritdoc cref="FindAsync"/>
    public async Task<Result<OpenedLink>> OpenAsync(string token)
    {
        if (!(await FindAsync(token)).TryGet(out var link, out var error)) return error;
        if (!(await tests.FindAsync(link.TestId)).TryGet(out var test, out error)) return error;
        return contents.Of(test).Select(content => new OpenedLink(link, test, content));
    }

    /// <summary>A session of the link's test.</summary>
    /// <returns>Also <see cref="Error.NotFound"/> <c>session-unknown</c>, and <see cref="Error.Conflict"/> for a preview of a draft that has changed since.</returns>
    public async Task<Result<OpenedSession>> OpenAsync(string token, string key)
    {
        if (!(await OpenAsync(token)).TryGet(out var opened, out var error)) return error;
        if (!(await sessions.FindAsync(key)).TryGet(out var session, out error)) return error;
        if (session.TestId != opened.Test.Id || session.Preview != opened.Link.Preview) return UnknownSession();
        var plan = contents.Remember(session);
        return plan.Plan.Pages.All(opened.Content.Has) ? new OpenedSession(session, plan, opened.Content) : Changed();
    }

    public static Error.NotFound UnknownSession() => new("session-unknown", "There is no such session. Open the test's link again to begin.");

    public static Error.Conflict Changed() => new("draft-changed", "The draft has changed since this preview began. Begin the preview again.");

    private static Error.NotFound Unknown() => new("link-unknown", "This link leads to no listening test. Check that it was copied as a whole.");
}
