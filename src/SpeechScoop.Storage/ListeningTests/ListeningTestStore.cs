using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;

namespace SpeechScoop.Storage.ListeningTests;

/// <summary>Listening tests: drafts change, published ones are frozen.</summary>
public sealed class ListeningTestStore(Database database)
{
    /// <summary>Adds a draft.</summary>
    public Task<Result<ListeningTest>> CreateAsync(ListeningTest test) => database.WriteAsync<ListeningTest>(async (connection, transaction) =>
    {
        await InsertAsync(connection, transaction, test);
        return test;
    });

    /// <returns><see cref="Error.NotFound"/> for an unknown id.</returns>
    public async Task<Result<ListeningTest>> FindAsync(string id) => (await database.ReadAsync(connection => SelectAsync(connection, null, id))).Then(found => found);

    /// <summary>All tests, the newest first, versions of a lineage together.</summary>
    public Task<Result<IReadOnlyList<ListeningTest>>> ListAsync() => database.ListAsync<ListeningTest>(
        """
        SELECT test.* FROM listening_test test JOIN listening_test first ON first.lineage = test.lineage AND first.id = test.lineage
        ORDER BY first.created_at DESC, test.lineage, test.version DESC
        """);

    /// <summary>Replaces a draft's definition and report.</summary>
    /// <returns><see cref="Error.Conflict"/> where it is published.</returns>
    public Task<Result<ListeningTest>> SaveDraftAsync(string id, string title, string definition, string? report, DateTimeOffset now) => ChangeAsync(
        id, ListeningTestStatus.Draft, "title = @title, definition = @definition, report = @report, changed_at = @now", new { id, title, definition, report, now });

    /// <summary>Makes a draft of the same lineage, with the definition of <paramref name="id"/> and the lineage's next version.</summary>
    public Task<Result<ListeningTest>> NewVersionAsync(string id, string newId, DateTimeOffset now) => database.WriteAsync<ListeningTest>(async (connection, transaction) =>
    {
        if (!(await SelectAsync(connection, transaction, id)).TryGet(out var from, out var error)) return error;
        var version = await connection.ExecuteScalarAsync<int>("SELECT max(version) + 1 FROM listening_test WHERE lineage = @Lineage", new { from.Lineage }, transaction);
        var draft = new ListeningTest
        {
            Id = newId,
            Lineage = from.Lineage,
            Version = version,
            Title = from.Title,
            Definition = from.Definition,
            Status = ListeningTestStatus.Draft,
            Report = from.Report,
            CreatedAt = now,
            ChangedAt = now,
        };
        await InsertAsync(connection, transaction, draft);
        return draft;
    });

    /// <summary>Freezes a draft: from now on its definition is this one, and listeners may come.</summary>
    /// <param name="hash">SHA-256 over design, seed and audio.</param>
    /// <returns><see cref="Error.Conflict"/> where it is published already.</returns>
    public Task<Result<ListeningTest>> PublishAsync(string id, string hash, string definition, DateTimeOffset now) => ChangeAsync(
        id, ListeningTestStatus.Draft, "status = 'open', hash = @hash, definition = @definition, published_at = @now, changed_at = @now", new { id, hash, definition, now });

    /// <summary>Takes no rating any more.</summary>
    /// <returns><see cref="Error.Conflict"/> where it is not open.</returns>
    public Task<Result<ListeningTest>> CloseAsync(string id, DateTimeOffset now) => ChangeAsync(
        id, ListeningTestStatus.Open, "status = 'closed', closed_at = @now, changed_at = @now", new { id, now });

    /// <summary>Takes ratings again.</summary>
    /// <returns><see cref="Error.Conflict"/> where it is not closed.</returns>
    public Task<Result<ListeningTest>> ReopenAsync(string id, DateTimeOffset now) => ChangeAsync(
        id, ListeningTestStatus.Closed, "status = 'open', closed_at = NULL, changed_at = @now", new { id, now });

    /// <summary>Removes a draft with its links and previews. The first version of a lineage with others stays.</summary>
    /// <returns><see cref="Error.Conflict"/> where it is published, or others come from it.</returns>
    public Task<Result<ListeningTest>> DeleteDraftAsync(string id) => database.WriteAsync<ListeningTest>(async (connection, transaction) =>
    {
        if (!(await SelectAsync(connection, transaction, id)).TryGet(out var test, out var error)) return error;
        if (test.Status is not ListeningTestStatus.Draft)
            return new Error.Conflict("test-published", $"The test \"{test.Title}\" is published; its ratings are kept. Close it instead.");
        if (await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM listening_test WHERE lineage = @id AND id <> @id", new { id }, transaction) > 0)
            return new Error.Conflict("test-has-versions", $"Later versions come from the test \"{test.Title}\". Delete those drafts first.");
        foreach (var table in (string[])["listening_rating", "listening_response", "listening_event"])
            await connection.ExecuteAsync($"DELETE FROM {table} WHERE session_id IN (SELECT id FROM listening_session WHERE test_id = @id)", new { id }, transaction);
        foreach (var table in (string[])["listening_session", "listening_link"])
            await connection.ExecuteAsync($"DELETE FROM {table} WHERE test_id = @id", new { id }, transaction);
        await connection.ExecuteAsync("DELETE FROM listening_test WHERE id = @id", new { id }, transaction);
        return test;
    });

    private Task<Result<ListeningTest>> ChangeAsync(string id, ListeningTestStatus needed, string assignments, object parameters) => database.WriteAsync<ListeningTest>(async (connection, transaction) =>
    {
        if (!(await SelectAsync(connection, transaction, id)).TryGet(out var test, out var error)) return error;
        if (test.Status != needed) return Refused(test, needed);
        await connection.ExecuteAsync($"UPDATE listening_test SET {assignments} WHERE id = @id", parameters, transaction);
        return await SelectAsync(connection, transaction, id);
    });

    private static Error.Conflict Refused(ListeningTest test, ListeningTestStatus needed) => needed switch
    {
        ListeningTestStatus.Draft => new("test-published", $"The test \"{test.Title}\" is published and frozen. Make a new version to change it."),
        ListeningTestStatus.Open => new("test-not-open", $"The test \"{test.Title}\" is {Stored.Name(test.Status)}; only an open test can be closed."),
        _ => new("test-not-closed", $"The test \"{test.Title}\" is {Stored.Name(test.Status)}; only a closed test can be opened again."),
    };

    private static Task<int> InsertAsync(SqliteConnection connection, SqliteTransaction transaction, ListeningTest test) => connection.ExecuteAsync(
        """
        INSERT INTO listening_test (id, lineage, version, title, definition, status, hash, report, created_at, changed_at, published_at, closed_at)
        VALUES (@Id, @Lineage, @Version, @Title, @Definition, @Status, @Hash, @Report, @CreatedAt, @ChangedAt, @PublishedAt, @ClosedAt)
        """,
        new
        {
            test.Id,
            test.Lineage,
            test.Version,
            test.Title,
            test.Definition,
            Status = Stored.Name(test.Status),
            test.Hash,
            test.Report,
            test.CreatedAt,
            test.ChangedAt,
            test.PublishedAt,
            test.ClosedAt,
        }, transaction);

    private static async Task<Result<ListeningTest>> SelectAsync(IDbConnection connection, SqliteTransaction? transaction, string id) =>
        await connection.QuerySingleOrDefaultAsync<ListeningTest>("SELECT * FROM listening_test WHERE id = @id", new { id }, transaction) is { } test
            ? test
            : new Error.NotFound("test-not-found", "There is no such listening test. It may belong to another data folder, or be deleted.");

    /// <summary>A text that changes whenever a session, rating or answer of the test is stored (and at times when one of another test is).</summary>
    public Task<Result<string>> StampAsync(string id) => database.ReadAsync(async connection => await connection.ExecuteScalarAsync<string>(
        """
        SELECT coalesce((SELECT rowid || id FROM listening_rating ORDER BY rowid DESC LIMIT 1), '-') || '/'
          || coalesce((SELECT rowid || id FROM listening_response ORDER BY rowid DESC LIMIT 1), '-') || '/'
          || (SELECT count(*) || '/' || total(position) || '/' || total(outcome = 'running') || '/' || total(outcome = 'completed') || '/' || total(length(plan))
              FROM listening_session WHERE test_id = @id AND preview = 0)
        """, new { id }) ?? "");
}
