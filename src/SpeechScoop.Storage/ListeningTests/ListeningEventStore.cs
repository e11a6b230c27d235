using Dapper;

namespace SpeechScoop.Storage.ListeningTests;

/// <summary>What listeners did.</summary>
public sealed class ListeningEventStore(Database database)
{
    /// <summary>Adds a batch; it is on the disk when this returns. A batch that is known already is left as it is.</summary>
    /// <returns>Whether it was new.</returns>
    public Task<Result<bool>> AddAsync(ListeningEvents events) => database.WriteAsync<bool>(async (connection, transaction) =>
        await connection.ExecuteAsync(
            """
            INSERT INTO listening_event (id, session_id, events, created_at) VALUES (@Id, @SessionId, @Events, @CreatedAt)
            ON CONFLICT (id) DO NOTHING
            """, events, transaction) == 1);

    /// <summary>A test's batches, oldest first, without previews.</summary>
    public Task<Result<IReadOnlyList<ListeningEvents>>> OfTestAsync(string testId) => database.ReadAsync(async connection =>
        (IReadOnlyList<ListeningEvents>)(await connection.QueryAsync<ListeningEvents>(
            """
            SELECT event.* FROM listening_event event JOIN listening_session session ON session.id = event.session_id
            WHERE session.test_id = @testId AND session.preview = 0 ORDER BY event.created_at, event.id
            """, new { testId })).AsList());
}
