using Dapper;
using Microsoft.Data.Sqlite;

namespace SpeechScoop.Storage.ListeningTests;

/// <summary>The links by which listeners come in.</summary>
public sealed class ListeningLinkStore(Database database)
{
    /// <summary>Adds a link.</summary>
    /// <returns><see cref="Error.NotFound"/> where its test is unknown.</returns>
    public Task<Result<ListeningLink>> CreateAsync(ListeningLink link) => database.WriteAsync<ListeningLink>(async (connection, transaction) =>
    {
        var added = await connection.ExecuteAsync(
            """
            INSERT INTO listening_link (token, test_id, label, preview, maximum_sessions, created_at, expires_at, revoked_at)
            SELECT @Token, id, @Label, @Preview, @MaximumSessions, @CreatedAt, @ExpiresAt, @RevokedAt FROM listening_test WHERE id = @TestId
            """, link, transaction);
        return added == 1 ? link : new Error.NotFound("test-not-found", "There is no such listening test. It may belong to another data folder, or be deleted.");
    });

    /// <returns><see cref="Error.NotFound"/> for an unknown token.</returns>
    public async Task<Result<ListeningLink>> FindAsync(string token) => (await database.ReadAsync(connection => SelectAsync(connection, null, token))).Then(found => found);

    /// <summary>A test's links, the oldest first.</summary>
    public Task<Result<IReadOnlyList<ListeningLink>>> OfTestAsync(string testId) => database.ListAsync<ListeningLink>(
        "SELECT * FROM listening_link WHERE test_id = @testId ORDER BY created_at, token", new { testId });

    /// <summary>Takes a link back: it opens nothing any more. What came in by it stays. Once revoked, the first instant stays.</summary>
    /// <returns><see cref="Error.NotFound"/> for an unknown token.</returns>
    public Task<Result<ListeningLink>> RevokeAsync(string token, DateTimeOffset now) => database.WriteAsync<ListeningLink>(async (connection, transaction) =>
    {
        await connection.ExecuteAsync("UPDATE listening_link SET revoked_at = coalesce(revoked_at, @now) WHERE token = @token", new { token, now }, transaction);
        return await SelectAsync(connection, transaction, token);
    });

    private static async Task<Result<ListeningLink>> SelectAsync(SqliteConnection connection, SqliteTransaction? transaction, string token) =>
        await connection.QuerySingleOrDefaultAsync<ListeningLink>("SELECT * FROM listening_link WHERE token = @token", new { token }, transaction) is { } link
            ? link
            : new Error.NotFound("link-unknown", "This link leads to no listening test. Check that it was copied as a whole.");
}
