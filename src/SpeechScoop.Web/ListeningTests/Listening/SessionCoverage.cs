using System.Collections.Concurrent;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Listening;

/// <summary>
/// What a test's sessions have rated or are about to, kept up to date: a session's plan is read when it begins, when it ends or is extended, and when it
/// has gone on for longer than a sitting; never all of them again. Of sessions that left, only the pages count that they came to. After a
/// restart all are read once.
/// </summary>
internal sealed class SessionCoverage
{
    /// <summary>How long a session that was begun is expected to go on.</summary>
    public static TimeSpan Sitting { get; } = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<string, Known> tests = new(StringComparer.Ordinal);

    /// <summary>Whether a plan of this test depends on what others rated; otherwise nothing need be read.</summary>
    public static bool Matters(ListeningTestDefinition definition) => definition.Sections.OfType<TrialSection>()
        .Any(section => section.PerListener is not null || section.Trials.Any(trial => trial.Design is TrialDesign.Arena));

    /// <summary>Notes that a session ended, was extended, or moved on.</summary>
    public void Touch(string testId, string sessionId)
    {
        if (tests.TryGetValue(testId, out var known)) known.Touched.TryAdd(sessionId, true);
    }

    /// <summary>Forgets a test: what was read may not have become true.</summary>
    public void Forget(string testId) => tests.TryRemove(testId, out _);

    /// <summary>The coverage now.</summary>
    public async Task<Coverage> ReadAsync(TestContent content, EarlierSessions sessions, DateTimeOffset now)
    {
        if (!Matters(content.Definition)) return Coverage.None;
        var known = tests.GetOrAdd(content.TestId, _ => new());
        await known.Turn.WaitAsync();
        try
        {
            string[] again = [.. known.Touched.Keys, .. known.Running.Where(session => now - session.Value >= Sitting).Select(session => session.Key)];
            foreach (var id in again) known.Touched.TryRemove(id, out _);
            foreach (var session in again.Length == 0 ? [] : await sessions.OfIdsAsync(again.Distinct(StringComparer.Ordinal))) Count(known, content.Definition, session, now);
            foreach (var session in await sessions.AfterAsync(known.Last)) Count(known, content.Definition, session, now);
            return known.Coverage.Copy();
        }
        finally
        {
            known.Turn.Release();
        }
    }

    private static void Count(Known known, ListeningTestDefinition definition, ListeningSession session, DateTimeOffset now)
    {
        var pages = PlanJson.Read(session.Plan).Pages;
        // Plans only grow at their end: what was counted before are the first pages.
        var before = known.Counted.GetValueOrDefault(session.Id);
        var after = session.Outcome switch
        {
            SessionOutcome.Completed => pages.Count,
            SessionOutcome.Running => now - session.CreatedAt < Sitting ? pages.Count : Math.Min(session.Position, pages.Count),
            _ => 0,
        };
        known.Coverage.Add(definition, pages.Take(Math.Max(before, after)).Skip(Math.Min(before, after)), after > before ? 1 : -1);
        known.Counted[session.Id] = after;
        known.Last = Math.Max(known.Last, session.Number);
        if (session.Outcome is SessionOutcome.Running && now - session.CreatedAt < Sitting) known.Running[session.Id] = session.CreatedAt;
        else known.Running.Remove(session.Id);
    }

    private sealed class Known
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public ConcurrentDictionary<string, bool> Touched { get; } = new(StringComparer.Ordinal);

        /// <summary>Pages counted of each session.</summary>
        public Dictionary<string, int> Counted { get; } = new(StringComparer.Ordinal);

        /// <summary>Sessions within their sitting, with its beginning.</summary>
        public Dictionary<string, DateTimeOffset> Running { get; } = new(StringComparer.Ordinal);

        public Coverage Coverage { get; } = new([]);

        public int Last { get; set; } = -1;
    }
}
