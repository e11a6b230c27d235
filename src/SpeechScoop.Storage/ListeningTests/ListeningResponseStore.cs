using Dapper;
using Microsoft.Data.Sqlite;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Storage.ListeningTests;

/// <summary>Answers that complete pages: added, never changed or removed.</summary>
public sealed class ListeningResponseStore(Database database)
{
    /// <summary>
    /// Adds an answer and, in the same piece, moves its session on or ends it; all is on the disk when this returns. Adding the same again changes nothing.
    /// </summary>
    /// <param name="position">The page that the session is on afterwards; null to stay.</param>
    /// <param name="outcome">How the session ends with it; <see cref="SessionOutcome.Running"/> where it goes on.</param>
    /// <param name="link">Token of the link that it came by; null for the session's own.</param>
    /// <returns>
    /// The session afterwards; <see cref="Error.Conflict"/> <c>response-exists</c> where the id stands for another answer,
    /// <c>session-finished</c>, <c>test-closed</c>, and <c>page-passed</c> where the session is on another page by now.
    /// </returns>
    public Task<Result<ListeningSession>> AddAsync(
        ListeningResponse response, string key, int? position = null, SessionOutcome outcome = SessionOutcome.Running, string? link = null) => database.WriteAsync<ListeningSession>(async (connection, transaction) =>
    {
        var known = await connection.QuerySingleOrDefaultAsync<ListeningResponse>("SELECT * FROM listening_response WHERE id = @Id", new { response.Id }, transaction);
        if (known is not null)
        {
            return known.SaysTheSameAs(response)
                ? await ListeningSessionStore.SelectAsync(connection, transaction, key)
                : new Error.Conflict("response-exists", $"The answer {response.Id} is stored with other content. A changed answer needs a new id.");
        }
        if (await SessionGate.RefusesAsync(connection, transaction, response.SessionId, response.Page, link) is { } refused) return refused;
        if (!(await ListeningSessionStore.SelectAsync(connection, transaction, key)).TryGet(out var session, out var error)) return error;
        if (session.Position != response.Page)
            return new Error.Conflict("page-passed", $"The session is on page {session.Position}, not {response.Page}. Load the page again.");
        await InsertAsync(connection, transaction, response);
        if (position is { } next) await ListeningSessionStore.ChangePositionAsync(connection, transaction, key, next);
        if (outcome is not SessionOutcome.Running) await ListeningSessionStore.EndAsync(connection, transaction, key, outcome, response.CreatedAt);
        return await ListeningSessionStore.SelectAsync(connection, transaction, key);
    });

    /// <summary>An answer by its id; null for none.</summary>
    public Task<Result<ListeningResponse?>> FindAsync(string id) => database.ReadAsync(connection =>
        connection.QuerySingleOrDefaultAsync<ListeningResponse?>("SELECT * FROM listening_response WHERE id = @id", new { id }));

    /// <summary>A session's answers, oldest first.</summary>
    public Task<Result<IReadOnlyList<ListeningResponse>>> OfSessionAsync(string sessionId) => database.ListAsync<ListeningResponse>(
        "SELECT * FROM listening_response WHERE session_id = @sessionId ORDER BY created_at, id", new { sessionId });

    /// <summary>The answers of a test's sessions without previews, oldest first.</summary>
    public Task<Result<IReadOnlyList<ListeningResponse>>> OfTestAsync(string testId) => database.ListAsync<ListeningResponse>(
        """
        SELECT response.* FROM listening_response response JOIN listening_session session ON session.id = response.session_id
        WHERE session.test_id = @testId AND session.preview = 0 ORDER BY response.created_at, response.id
        """, new { testId });

    private static Task<int> InsertAsync(SqliteConnection connection, SqliteTransaction transaction, ListeningResponse response) => connection.ExecuteAsync(
        """
        INSERT INTO listening_response (id, session_id, page, answers, elapsed_seconds, created_at)
        VALUES (@Id, @SessionId, @Page, @Answers, @ElapsedSeconds, @CreatedAt)
        """, response, transaction);
}
