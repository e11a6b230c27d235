using Dapper;
using Microsoft.Data.Sqlite;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Storage.ListeningTests;

/// <summary>Whether a session still takes answers; asked in the transaction that would write one.</summary>
internal static class SessionGate
{
    private sealed record State(string Outcome, string Status, long Preview);

    /// <returns>Why not; null where it does. Previews listen to drafts and closed tests too.</returns>
    public static async Task<Error?> RefusesAsync(SqliteConnection connection, SqliteTransaction transaction, string sessionId)
    {
        var state = await connection.QuerySingleOrDefaultAsync<State>(
            """
            SELECT session.outcome, test.status, session.preview
            FROM listening_session session JOIN listening_test test ON test.id = session.test_id WHERE session.id = @sessionId
            """, new { sessionId }, transaction);
        if (state is null) return new Error.NotFound("session-unknown", "There is no such session. Open the test's link again to begin.");
        if (state.Outcome != Stored.Name(SessionOutcome.Running))
            return new Error.Conflict("session-finished", "This session is finished and takes no more answers. What was answered is kept.");
        return state.Preview == 0 && state.Status != Stored.Name(ListeningTestStatus.Open)
            ? new Error.Conflict("test-closed", "This listening test is closed and takes no more answers. What was answered is kept.")
            : null;
    }
}
