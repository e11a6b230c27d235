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

    /// <summary>Which sounds of a page began, and which sounded as a whole, by what the listener's browser logged.</summary>
    public Task<Result<IReadOnlyList<HeardSound>>> HeardAsync(string sessionId, int page) => database.ListAsync<HeardSound>(
        """
        SELECT happened.value ->> '$.label' AS label, max(happened.value ->> '$.type' = 'heard') AS whole
        FROM listening_event batch, json_each(batch.events) happened
        WHERE batch.session_id = @sessionId AND happened.value ->> '$.page' = @page
          AND happened.value ->> '$.type' IN ('play', 'switch', 'heard') AND happened.value ->> '$.label' IS NOT NULL
        GROUP BY label ORDER BY label
        """, new { sessionId, page });

    /// <summary>A test's batches, oldest first, without previews.</summary>
    public Task<Result<IReadOnlyList<ListeningEvents>>> OfTestAsync(string testId) => database.ListAsync<ListeningEvents>(
        """
        SELECT event.* FROM listening_event event JOIN listening_session session ON session.id = event.session_id
        WHERE session.test_id = @testId AND session.preview = 0 ORDER BY event.created_at, event.id
        """, new { testId });
}
