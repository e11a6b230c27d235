using Dapper;
using Microsoft.Data.Sqlite;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Storage.ListeningTests;

/// <summary>Whether a session still takes answers; asked in the transaction that would write one.</summary>
internal static class SessionGate
{
    private sealed record State(string Outcome, long Position, string Status, long Preview, string? RevokedAt);

    /// <param name="page">The page that the answer is about.</param>
    /// <param name="link">Token of the link that the answer came by; null for the session's own.</param>
    /// <returns>Why not; null where it does. Previews listen to drafts and closed tests too; what was answered under a link that has expired since is taken.</returns>
    public static async Task<Error?> RefusesAsync(SqliteConnection connection, SqliteTransaction transaction, string sessionId, int page, string? link)
    {
        var state = await connection.QuerySingleOrDefaultAsync<State>(
            """
            SELECT session.outcome, session.position, test.status, session.preview, link.revoked_at
            FROM listening_session session
            JOIN listening_test test ON test.id = session.test_id
            JOIN listening_link link ON link.token = coalesce(@link, session.link) AND link.test_id = session.test_id AND link.preview = session.preview
            WHERE session.id = @sessionId
            """, new { sessionId, link }, transaction);
        if (state is null) return new Error.NotFound("session-unknown", "There is no such session. Open the test's link again to begin.");
        if (state.RevokedAt is not null) return Revoked();
        if (state.Outcome != Stored.Name(SessionOutcome.Running))
            return new Error.Conflict("session-finished", "This session is finished and takes no more answers. What was answered is kept.");
        if (state.Preview == 0 && state.Status != Stored.Name(ListeningTestStatus.Open))
            return new Error.Conflict("test-closed", "This listening test is closed and takes no more answers. What was answered is kept.");
        return page > state.Position
            ? new Error.Conflict("page-ahead", $"Page {page} cannot be answered yet: the session is on page {state.Position}.")
            : null;
    }

    private static Error.NotFound Revoked() => new("link-expired", "This link does not work any more. Ask whoever sent it for a new one. What was answered is kept.");
}
