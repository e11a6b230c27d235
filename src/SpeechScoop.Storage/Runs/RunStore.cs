using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;
using SpeechScoop.Datasets;
using SpeechScoop.Runs;

namespace SpeechScoop.Storage.Runs;

/// <summary>Runs; what they made is in <see cref="RunOutputStore"/>.</summary>
public sealed class RunStore(Database database)
{
    /// <summary>Adds a run and its outputs in one piece.</summary>
    /// <param name="files">What it was imported from.</param>
    public Task<Result<Run>> CreateAsync(Run run, IEnumerable<RunOutput> outputs, IEnumerable<PackedFile>? files = null) => database.WriteAsync<Run>(async (connection, transaction) =>
    {
        await connection.ExecuteAsync(
            """
            INSERT INTO run (id, dataset_id, kind, title, status, plan, environment, seed, imported, created_at, started_at, finished_at)
            VALUES (@Id, @DatasetId, @Kind, @Title, @Status, @Plan, @Environment, @Seed, @Imported, @CreatedAt, @StartedAt, @FinishedAt)
            """,
            new
            {
                run.Id,
                run.DatasetId,
                Kind = Stored.Name(run.Kind),
                run.Title,
                Status = Stored.Name(run.Status),
                run.Plan,
                run.Environment,
                run.Seed,
                run.Imported,
                run.CreatedAt,
                run.StartedAt,
                run.FinishedAt,
            }, transaction);
        await RunOutputStore.InsertAsync(connection, transaction, outputs);
        await ImportedFileStore.InsertAsync(connection, transaction, run.Id, files ?? []);
        return run;
    });

    /// <summary>Runs with their progress, the newest first; null means any.</summary>
    public Task<Result<IReadOnlyList<ListedRun>>> ListAsync(RunKind? kind = null, string? datasetId = null) => database.ReadAsync(connection => ReadAsync(
        connection, "WHERE (@kind IS NULL OR run.kind = @kind) AND (@datasetId IS NULL OR run.dataset_id = @datasetId)", new { kind = Stored.Name(kind), datasetId, id = (string?)null }));

    /// <returns><see cref="Error.NotFound"/> for an unknown id.</returns>
    public async Task<Result<ListedRun>> FindListedAsync(string id)
    {
        var found = await database.ReadAsync(connection => ReadAsync(connection, "WHERE run.id = @id", new { kind = (string?)null, datasetId = (string?)null, id }));
        return found.Then(runs => runs.Count == 0 ? NotFound() : Result<ListedRun>.Ok(runs[0]));
    }

    /// <returns><see cref="Error.NotFound"/> for an unknown id.</returns>
    public async Task<Result<Run>> FindAsync(string id) => (await database.ReadAsync(connection => SelectAsync(connection, null, id))).Then(found => found);

    /// <summary>Runs that wait or go on, the oldest first.</summary>
    public Task<Result<IReadOnlyList<Run>>> UnfinishedAsync() => database.ListAsync<Run>("SELECT * FROM run WHERE status IN ('queued', 'running') ORDER BY created_at, id");

    /// <summary>Notes that the work begins, or goes on after a pause, and on what.</summary>
    /// <param name="environment">The first one stays.</param>
    public Task<Result<Run>> StartAsync(string id, string environment, DateTimeOffset now) => ChangeAsync(id, [RunStatus.Queued, RunStatus.Running],
        "status = 'running', started_at = coalesce(started_at, @now), environment = CASE environment WHEN '{}' THEN @environment ELSE environment END", new { id, environment, now });

    /// <summary>Stops until <see cref="ResumeAsync"/>.</summary>
    /// <returns><see cref="Error.Conflict"/> where nothing is left to do.</returns>
    public Task<Result<Run>> PauseAsync(string id) => ChangeAsync(id, [RunStatus.Queued, RunStatus.Running], "status = 'paused'", new { id });

    /// <summary>Goes on after a pause.</summary>
    /// <returns><see cref="Error.Conflict"/> where it is not paused.</returns>
    public Task<Result<Run>> ResumeAsync(string id) => ChangeAsync(id, [RunStatus.Paused], "status = 'queued'", new { id });

    /// <summary>Ends a run for good: unfinished outputs become cancelled.</summary>
    /// <returns><see cref="Error.Conflict"/> where it has ended.</returns>
    public Task<Result<Run>> CancelAsync(string id, DateTimeOffset now) => database.WriteAsync<Run>(async (connection, transaction) =>
    {
        if (!(await ChangeAsync(connection, transaction, id, [RunStatus.Queued, RunStatus.Running, RunStatus.Paused], "status = 'cancelled', finished_at = @now", new { id, now })).TryGet(out var run, out var error)) return error;
        await connection.ExecuteAsync("UPDATE output SET status = 'cancelled' WHERE run_id = @id AND status IN ('queued', 'running')", new { id }, transaction);
        return run;
    });

    /// <summary>Queues again what failed or was cancelled.</summary>
    /// <returns><see cref="Error.Conflict"/> where the outputs were made elsewhere, or there is nothing to do again.</returns>
    public Task<Result<Run>> RetryAsync(string id) => database.WriteAsync<Run>(async (connection, transaction) =>
    {
        if (!(await SelectAsync(connection, transaction, id)).TryGet(out var run, out var error)) return error;
        if (run.Imported) return new Error.Conflict("run-imported", $"The outputs of \"{run.Title}\" were made elsewhere; they cannot be made again here. Import them anew.");
        var queued = await connection.ExecuteAsync(
            "UPDATE output SET status = 'queued', error = NULL, attempts = 0 WHERE run_id = @id AND status IN ('failed', 'cancelled')", new { id }, transaction);
        if (queued == 0) return new Error.Conflict("run-nothing-failed", $"No output of \"{run.Title}\" failed or was cancelled; there is nothing to do again.");
        return await ChangeAsync(connection, transaction, id, Enum.GetValues<RunStatus>(),
            "status = CASE WHEN status IN ('done', 'cancelled') THEN 'queued' ELSE status END, finished_at = NULL", new { id });
    });

    /// <summary>Ends a run in which nothing is left to make or to measure.</summary>
    /// <returns>The run, done or as it was.</returns>
    public Task<Result<Run>> FinishAsync(string id, DateTimeOffset now) => database.WriteAsync<Run>(async (connection, transaction) =>
    {
        await connection.ExecuteAsync(
            """
            UPDATE run SET status = 'done', finished_at = @now
            WHERE id = @id AND status IN ('queued', 'running')
              AND NOT EXISTS (SELECT 1 FROM output WHERE run_id = @id AND status IN ('queued', 'running'))
              AND NOT EXISTS (SELECT 1 FROM output WHERE run_id = @id AND status = 'done' AND measured_at IS NULL)
            """, new { id, now }, transaction);
        return await SelectAsync(connection, transaction, id);
    });

    /// <summary>Removes a run with its outputs and their measurements. Audio stays: it may be used elsewhere.</summary>
    /// <returns><see cref="Error.Conflict"/> while it goes on.</returns>
    public Task<Result<string>> DeleteAsync(string id) => database.WriteAsync<string>(async (connection, transaction) =>
    {
        if (!(await SelectAsync(connection, transaction, id)).TryGet(out var run, out var error)) return error;
        if (run.Status is RunStatus.Queued or RunStatus.Running)
            return new Error.Conflict("run-running", $"The run \"{run.Title}\" goes on. Cancel it first.");
        await connection.ExecuteAsync("DELETE FROM measurement WHERE output_id IN (SELECT id FROM output WHERE run_id = @id)", new { id }, transaction);
        await connection.ExecuteAsync("DELETE FROM output WHERE run_id = @id", new { id }, transaction);
        await connection.ExecuteAsync("DELETE FROM run WHERE id = @id", new { id }, transaction);
        return id;
    });

    private Task<Result<Run>> ChangeAsync(string id, RunStatus[] from, string assignments, object parameters) =>
        database.WriteAsync((connection, transaction) => ChangeAsync(connection, transaction, id, from, assignments, parameters));

    private static async Task<Result<Run>> ChangeAsync(SqliteConnection connection, SqliteTransaction transaction, string id, RunStatus[] from, string assignments, object parameters)
    {
        if (!(await SelectAsync(connection, transaction, id)).TryGet(out var run, out var error)) return error;
        if (!from.Contains(run.Status))
            return new Error.Conflict("run-status", $"The run \"{run.Title}\" is {Stored.Name(run.Status)}; this is possible only while it is {string.Join(" or ", from.Select(Stored.Name))}.");
        await connection.ExecuteAsync($"UPDATE run SET {assignments} WHERE id = @id", parameters, transaction);
        return await SelectAsync(connection, transaction, id);
    }

    private static async Task<IReadOnlyList<ListedRun>> ReadAsync(SqliteConnection connection, string where, object parameters)
    {
        var runs = await connection.QueryAsync<Run, DatasetOfRun, (Run, DatasetOfRun)>(
            $"""
            SELECT run.*, dataset.name AS name, dataset.kind AS kind, (SELECT count(*) FROM dataset_item WHERE dataset_item.dataset_id = run.dataset_id) AS items
            FROM run JOIN dataset ON dataset.id = run.dataset_id {where} ORDER BY run.created_at DESC, run.id DESC
            """, (run, dataset) => (run, dataset), parameters, splitOn: "name");
        var counts = (await connection.QueryAsync<OutputCount>(
            $"""
            SELECT output.run_id, output.status, count(*) AS count, count(output.measured_at) AS measured
            FROM output JOIN run ON run.id = output.run_id {where} GROUP BY output.run_id, output.status
            """, parameters)).ToLookup(count => count.RunId);
        return [.. runs.Select(row => new ListedRun(row.Item1, row.Item2.Name, row.Item2.Kind, row.Item2.Items, Progress([.. counts[row.Item1.Id]])))];
    }

    private static RunProgress Progress(OutputCount[] counts)
    {
        int Of(string status) => counts.Where(count => count.Status == status).Sum(count => count.Count);
        return new(counts.Sum(count => count.Count), Of("queued"), Of("running"), Of("done"), Of("failed"), Of("cancelled"), counts.Where(count => count.Status == "done").Sum(count => count.Measured));
    }

    private static async Task<Result<Run>> SelectAsync(IDbConnection connection, SqliteTransaction? transaction, string id) =>
        await connection.QuerySingleOrDefaultAsync<Run>("SELECT * FROM run WHERE id = @id", new { id }, transaction) is { } run ? run : NotFound();

    private static Error.NotFound NotFound() => new("run-not-found", "There is no such run. It may belong to another data folder, or be deleted; the page /runs lists those that exist.");

    private sealed record DatasetOfRun
    {
        public required string Name { get; init; }

        public required DatasetKind Kind { get; init; }

        public required int Items { get; init; }
    }

    private sealed record OutputCount
    {
        public required string RunId { get; init; }

        public required string Status { get; init; }

        public required int Count { get; init; }

        public required int Measured { get; init; }
    }
}
