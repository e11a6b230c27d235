using Dapper;

namespace SpeechScoop.Storage.ListeningTests;

/// <summary>Counts sessions without reading them.</summary>
public sealed class SessionCountStore(Database database)
{
    private const string Counts =
        """
        SELECT test_id, sum(outcome = 'running') AS running, sum(outcome = 'completed') AS completed, sum(outcome = 'screenedout') AS screened_out, sum(outcome = 'declined') AS declined
        FROM listening_session WHERE preview = 0
        """;

    /// <summary>Of one test.</summary>
    public Task<Result<SessionCounts>> OfTestAsync(string testId) => database.ReadAsync(async connection =>
        await connection.QuerySingleOrDefaultAsync<Row>($"{Counts} AND test_id = @testId GROUP BY test_id", new { testId }) is { } row ? row.ToCounts() : SessionCounts.None);

    /// <summary>Of every test that has sessions, by test.</summary>
    public Task<Result<IReadOnlyDictionary<string, SessionCounts>>> OfAllAsync() => database.ReadAsync(async connection =>
        (IReadOnlyDictionary<string, SessionCounts>)(await connection.QueryAsync<Row>($"{Counts} GROUP BY test_id")).ToDictionary(row => row.TestId, row => row.ToCounts()));

    private sealed record Row
    {
        public required string TestId { get; init; }

        public required int Running { get; init; }

        public required int Completed { get; init; }

        public required int ScreenedOut { get; init; }

        public required int Declined { get; init; }

        public SessionCounts ToCounts() => new(Running, Completed, ScreenedOut, Declined);
    }
}
