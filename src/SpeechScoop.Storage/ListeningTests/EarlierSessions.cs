using Dapper;
using Microsoft.Data.Sqlite;

namespace SpeechScoop.Storage.ListeningTests;

/// <summary>A test's sessions, previews apart, as a plan needs them: those that are new, and those that may have changed.</summary>
public sealed class EarlierSessions
{
    private const int MostAtOnce = 500;

    private readonly SqliteConnection connection;
    private readonly SqliteTransaction? transaction;
    private readonly string testId;

    internal EarlierSessions(SqliteConnection connection, SqliteTransaction? transaction, string testId) =>
        (this.connection, this.transaction, this.testId) = (connection, transaction, testId);

    /// <summary>Sessions with a higher number, in their order; −1 for all.</summary>
    public Task<IReadOnlyList<ListeningSession>> AfterAsync(int number) => connection.ListAsync<ListeningSession>(
        "SELECT * FROM listening_session WHERE test_id = @testId AND number > @number AND preview = 0 ORDER BY number", new { testId, number }, transaction);

    /// <summary>Sessions by their ids; unknown ones are left out.</summary>
    public async Task<IReadOnlyList<ListeningSession>> OfIdsAsync(IEnumerable<string> ids)
    {
        var found = new List<ListeningSession>();
        foreach (var some in ids.Chunk(MostAtOnce))
        {
            found.AddRange(await connection.QueryAsync<ListeningSession>(
                "SELECT * FROM listening_session WHERE id IN @some AND test_id = @testId AND preview = 0", new { some, testId }, transaction));
        }
        return found;
    }
}
