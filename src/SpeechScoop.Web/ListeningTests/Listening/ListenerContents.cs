using Microsoft.Extensions.Caching.Memory;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Listening;

/// <summary>
/// Published definitions and sessions' plans, read and parsed once: both are frozen, so that remembering them is safe. Whether a link,
/// a test or a session still takes anything is asked anew each time.
/// </summary>
internal sealed class ListenerContents(ListeningTestStore tests, ListeningSessionStore sessions) : IDisposable
{
    // A test weighs as much as 50 sessions; some 20 MB in all.
    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = 5_000 });

    /// <summary>The content of a test; of a draft as it is now.</summary>
    public async Task<Result<TestContent>> OfTestAsync(string testId)
    {
        if (known.TryGetValue(("test", testId), out TestContent? content)) return content!;
        return (await tests.FindAsync(testId)).Then(Of);
    }

    /// <inheritdoc cref="OfTestAsync"/>
    public Result<TestContent> Of(ListeningTest test)
    {
        if (known.TryGetValue(("test", test.Id), out TestContent? content)) return content!;
        if (!DefinitionJson.Read(test.Definition).TryGet(out var definition, out var error)) return error;
        var read = new TestContent(test.Id, definition);
        if (test.Status is not ListeningTestStatus.Draft) known.Set(("test", test.Id), read, new MemoryCacheEntryOptions { Size = 50 });
        return read;
    }

    /// <summary>The content of a session, with page <paramref name="page"/> where it has one.</summary>
    public async Task<Result<SessionContent>> OfSessionAsync(string key, int page)
    {
        if (known.TryGetValue(("session", key), out SessionContent? content) && page < content!.Plan.Pages.Count) return content;
        return (await sessions.FindAsync(key)).Select(Remember);
    }

    /// <summary>Notes what a session, just read, shows.</summary>
    public SessionContent Remember(ListeningSession session)
    {
        var content = new SessionContent(session.Id, session.Key, session.TestId, session.Number, session.Preview, PlanJson.Read(session.Plan));
        known.Set(("session", session.Key), content, new MemoryCacheEntryOptions { Size = 1 });
        return content;
    }

    public void Dispose() => known.Dispose();
}
