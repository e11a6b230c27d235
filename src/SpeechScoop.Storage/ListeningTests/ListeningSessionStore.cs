using Dapper;
using Microsoft.Data.Sqlite;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Storage.ListeningTests;

/// <summary>The sittings of listeners.</summary>
public sealed class ListeningSessionStore(Database database)
{
    /// <summary>
    /// Adds a session with the test's next number, in one piece with <paramref name="plan"/>, so that numbers (and the orders that go by
    /// them) are never given twice. Who is known by <see cref="ListeningSession.Listener"/> already gets that session back.
    /// </summary>
    /// <param name="session">All but number and plan.</param>
    /// <param name="plan">Decides from the number and the test's earlier sessions what the session shows; JSON. Runs while other writes wait, so that it should read little.</param>
    /// <param name="maximumCompleted">No more sessions after so many completed ones of the test; null for no limit. Previews have none.</param>
    /// <returns><see cref="Error.Conflict"/> <c>test-full</c> where the test or the link has as many sessions as it may.</returns>
    public Task<Result<ListeningSession>> StartAsync(
        ListeningSession session, Func<int, EarlierSessions, Task<Result<string>>> plan, int? maximumCompleted = null) => database.WriteAsync<ListeningSession>(async (connection, transaction) =>
    {
        if (await SelectOfListenerAsync(connection, transaction, session.TestId, session.Listener, session.Preview) is { } known) return known;
        if (!session.Preview && maximumCompleted is { } most && await connection.ExecuteScalarAsync<int>(
            "SELECT count(*) FROM listening_session WHERE test_id = @TestId AND preview = 0 AND outcome = 'completed'", new { session.TestId }, transaction) >= most)
            return Full();
        var room = await connection.ExecuteScalarAsync<bool>(
            """
            SELECT maximum_sessions IS NULL OR maximum_sessions > (SELECT count(*) FROM listening_session WHERE link = token)
            FROM listening_link WHERE token = @Link
            """, new { session.Link }, transaction);
        if (!room) return Full();
        var number = await connection.ExecuteScalarAsync<int>(
            "SELECT coalesce(max(number) + 1, 0) FROM listening_session WHERE test_id = @TestId AND preview = @Preview", new { session.TestId, session.Preview }, transaction);
        if (!(await plan(number, new(connection, transaction, session.TestId))).TryGet(out var planned, out var error)) return error;
        var started = session with { Number = number, Plan = planned };
        await connection.ExecuteAsync(
            """
            INSERT INTO listening_session (id, key, test_id, link, number, listener, preview, plan, position, outcome, parameters, agent, created_at, finished_at)
            VALUES (@Id, @Key, @TestId, @Link, @Number, @Listener, @Preview, @Plan, @Position, @Outcome, @Parameters, @Agent, @CreatedAt, @FinishedAt)
            """,
            new
            {
                started.Id,
                started.Key,
                started.TestId,
                started.Link,
                started.Number,
                started.Listener,
                started.Preview,
                started.Plan,
                started.Position,
                Outcome = Stored.Name(started.Outcome),
                started.Parameters,
                started.Agent,
                started.CreatedAt,
                started.FinishedAt,
            }, transaction);
        return started;
    });

    /// <returns><see cref="Error.NotFound"/> for an unknown key.</returns>
    public async Task<Result<ListeningSession>> FindAsync(string key) => (await database.ReadAsync(connection => SelectAsync(connection, null, key))).Then(found => found);

    /// <summary>The session of a listener who comes again; null for a new one.</summary>
    public Task<Result<ListeningSession?>> FindByListenerAsync(string testId, string listener, bool preview) => database.ReadAsync(connection =>
        SelectOfListenerAsync(connection, null, testId, listener, preview));

    /// <summary>A test's sessions in the order in which they began, without previews.</summary>
    public Task<Result<IReadOnlyList<ListeningSession>>> OfTestAsync(string testId) => database.ListAsync<ListeningSession>(
        "SELECT * FROM listening_session WHERE test_id = @testId AND preview = 0 ORDER BY number", new { testId });

    /// <summary>Reads of a test's sessions what is asked for.</summary>
    public Task<Result<T>> ReadEarlierAsync<T>(string testId, Func<EarlierSessions, Task<T>> read) => database.ReadAsync(connection => read(new(connection, null, testId)));

    /// <summary>Notes the page that a running session is on. It never goes back.</summary>
    public Task<Result<ListeningSession>> SetPositionAsync(string key, int position) => database.WriteAsync<ListeningSession>(async (connection, transaction) =>
    {
        await ChangePositionAsync(connection, transaction, key, position);
        return await SelectAsync(connection, transaction, key);
    });

    /// <summary>Replaces a running session's plan by a longer one, for listeners who go on; the number of the page they are on stays.</summary>
    public Task<Result<ListeningSession>> ExtendAsync(string key, string plan) => database.WriteAsync<ListeningSession>(async (connection, transaction) =>
    {
        await connection.ExecuteAsync(
            "UPDATE listening_session SET plan = @plan, outcome = 'running', finished_at = NULL WHERE key = @key AND outcome IN ('running', 'completed')", new { key, plan }, transaction);
        return await SelectAsync(connection, transaction, key);
    });

    /// <summary>Ends a session. Once ended, it stays as it ended first.</summary>
    public Task<Result<ListeningSession>> FinishAsync(string key, SessionOutcome outcome, DateTimeOffset now) => database.WriteAsync<ListeningSession>(async (connection, transaction) =>
    {
        await EndAsync(connection, transaction, key, outcome, now);
        return await SelectAsync(connection, transaction, key);
    });

    internal static Task ChangePositionAsync(SqliteConnection connection, SqliteTransaction transaction, string key, int position) => connection.ExecuteAsync(
        "UPDATE listening_session SET position = @position WHERE key = @key AND position < @position AND outcome = 'running'", new { key, position }, transaction);

    internal static Task EndAsync(SqliteConnection connection, SqliteTransaction transaction, string key, SessionOutcome outcome, DateTimeOffset now) => connection.ExecuteAsync(
        "UPDATE listening_session SET outcome = @outcome, finished_at = @now WHERE key = @key AND outcome = 'running'", new { key, outcome = Stored.Name(outcome), now }, transaction);

    internal static async Task<Result<ListeningSession>> SelectAsync(SqliteConnection connection, SqliteTransaction? transaction, string key) =>
        await connection.QuerySingleOrDefaultAsync<ListeningSession>("SELECT * FROM listening_session WHERE key = @key", new { key }, transaction) is { } session
            ? session
            : new Error.NotFound("session-unknown", "There is no such session. Open the test's link again to begin.");

    private static Task<ListeningSession?> SelectOfListenerAsync(SqliteConnection connection, SqliteTransaction? transaction, string testId, string listener, bool preview) =>
        connection.QueryFirstOrDefaultAsync<ListeningSession?>(
            "SELECT * FROM listening_session WHERE test_id = @testId AND listener = @listener AND preview = @preview ORDER BY number DESC LIMIT 1", new { testId, listener, preview }, transaction);

    /// <summary>Whether a test, or a link of it, has as many sessions as it may.</summary>
    public Task<Result<bool>> IsFullAsync(ListeningLink link, int? maximumCompleted) => database.ReadAsync(connection => connection.ExecuteScalarAsync<bool>(
        """
        SELECT coalesce((SELECT count(*) FROM listening_session WHERE test_id = @TestId AND preview = 0 AND outcome = 'completed') >= @maximumCompleted, 0)
          OR coalesce((SELECT count(*) FROM listening_session WHERE link = @Token) >= @MaximumSessions, 0)
        """, new { link.TestId, link.Token, link.MaximumSessions, maximumCompleted = link.Preview ? null : maximumCompleted }));

    private static Error.Conflict Full() => new("test-full", "This listening test has all the listeners that it needs. Thank you for coming.");
}
