using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Listening;

/// <summary>Begins sessions, and finds those that a listener comes back to.</summary>
internal sealed class SessionStart(ListeningSessionStore sessions, SessionCoverage coverage, TimeProvider time)
{
    private const int LongestParameter = 200, LongestAgent = 500;

    /// <summary>The session of a known key or listener, else a new one.</summary>
    /// <returns><see cref="Error.Conflict"/> <c>test-draft</c>, <c>test-closed</c> or <c>test-full</c>.</returns>
    public async Task<Result<ListeningSession>> StartAsync(OpenedLink opened, StartRequest request)
    {
        var (link, test, content) = opened;
        var rules = content.Definition.Rules;
        if (request.Key is { Length: > 0 and <= 100 } key && (await sessions.FindAsync(key)).TryGet(out var known, out _) && known.TestId == test.Id && known.Preview == link.Preview) return known;
        var parameters = Parameters(rules, request.Parameters);
        var listener = rules.ListenerParameter is { } name ? parameters.GetValueOrDefault(name) : null;
        if (listener is not null)
        {
            if (!(await sessions.FindByListenerAsync(test.Id, listener, link.Preview)).TryGet(out var again, out var error)) return error;
            if (again is not null) return again;
        }
        if (!link.Preview && test.Status is ListeningTestStatus.Draft) return new Error.Conflict("test-draft", "This listening test has not begun yet. Come back later.");
        if (!link.Preview && test.Status is ListeningTestStatus.Closed) return new Error.Conflict("test-closed", "This listening test is closed. Thank you for coming.");
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now).ToString();
        var session = new ListeningSession
        {
            Id = id,
            Key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)),
            TestId = test.Id,
            Link = link.Token,
            Number = 0,
            Listener = listener ?? id,
            Preview = link.Preview,
            Plan = "",
            Position = 0,
            Outcome = SessionOutcome.Running,
            Parameters = JsonSerializer.Serialize(parameters),
            Agent = JsonSerializer.Serialize(Shorten(request.Agent), JsonSerializerOptions.Web),
            CreatedAt = now,
        };
        // Once before the write, so that after a restart nobody's rating waits while all sessions are read.
        if ((await sessions.ReadEarlierAsync(test.Id, earlier => coverage.ReadAsync(content, earlier, now))).Error is { } unread) return unread;
        var started = await sessions.StartAsync(session, async (number, earlier) =>
        {
            var plan = SessionPlanner.Plan(content.Definition, number, await coverage.ReadAsync(content, earlier, now));
            return plan.Pages.Count > 0
                ? PlanJson.Write(plan)
                : new Error.Conflict("test-empty", "This listening test has no pages yet. Come back later.");
        }, rules.MaximumSessions);
        // What the transaction read may have been undone with it.
        if (started.Error is not null and not Error.Conflict) coverage.Forget(test.Id);
        return started;
    }

    private static Dictionary<string, string> Parameters(SessionRules rules, Dictionary<string, string>? given) => (given ?? [])
        .Where(parameter => rules.Parameters.Contains(parameter.Key) || parameter.Key == rules.ListenerParameter)
        .Where(parameter => !string.IsNullOrWhiteSpace(parameter.Value))
        .ToDictionary(parameter => parameter.Key, parameter => parameter.Value.Length > LongestParameter ? parameter.Value[..LongestParameter] : parameter.Value);

    private static ListenerAgent? Shorten(ListenerAgent? agent) => agent is null ? null : agent with
    {
        UserAgent = agent.UserAgent is { Length: > LongestAgent } name ? name[..LongestAgent] : agent.UserAgent,
        Language = agent.Language is { Length: > 50 } language ? language[..50] : agent.Language,
    };
}
