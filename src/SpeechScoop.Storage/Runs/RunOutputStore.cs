using Dapper;
using Microsoft.Data.Sqlite;
using SpeechScoop.Storage.Measurements;
using SpeechScoop.Storage.Outputs;

namespace SpeechScoop.Storage.Runs;

/// <summary>What runs made.</summary>
public sealed class RunOutputStore(Database database)
{
    private const string Listed =
        """
        SELECT output.*, system.title AS system_title, item.key AS item_key, item.position AS item_position, item.text AS item_text, item.language AS item_language,
               item.speaker AS item_speaker, item.attributes AS item_attributes, item.clip_sha256 AS item_clip_sha256, clip.name AS item_clip_name,
               item.start_seconds AS item_start, item.end_seconds AS item_end
        FROM output
        JOIN dataset_item item ON item.id = output.item_id
        JOIN system ON system.id = output.system_id
        LEFT JOIN clip ON clip.sha256 = item.clip_sha256
        """;

    // Tokens and word times are long; lists do without.
    private const string Brief =
        "output.id, output.run_id, output.item_id, output.take, output.position, output.system_id, output.system_version, output.settings, output.seed, output.status, output.clip_sha256, "
        + "output.text, output.audio_seconds, output.processing_seconds, output.first_result_seconds, output.bit_rate, output.error, output.kept, output.attempts, output.not_measured, "
        + "output.measured_at, output.created_at";

    private static readonly string[] Columns =
    [
        "id", "run_id", "item_id", "take", "position", "role", "system_id", "system_version", "settings", "seed", "status", "clip_sha256", "text", "words", "tokens",
        "audio_seconds", "processing_seconds", "first_result_seconds", "bit_rate", "error", "kept", "attempts", "not_measured", "measured_at", "created_at",
    ];

    /// <summary>All outputs of a run with their items, in the run's order.</summary>
    /// <param name="brief">Without tokens and word times, which are long.</param>
    public Task<Result<IReadOnlyList<RunItemOutput>>> OfRunAsync(string runId, bool brief = false) => database.ListAsync<RunItemOutput>(
        $"{(brief ? Shorten(Listed) : Listed)} WHERE output.run_id = @runId ORDER BY output.position", new { runId });

    /// <summary>All transcripts of a run in the run's order. Texts that are the same in many rows are kept once.</summary>
    public Task<Result<IReadOnlyList<RunTranscript>>> TranscriptsAsync(string runId) => database.ReadAsync(async connection =>
    {
        var (transcripts, known) = (new List<RunTranscript>(), new Dictionary<string, string>(StringComparer.Ordinal));
        await using var rows = await connection.ExecuteReaderAsync(
            """
            SELECT id, item_id, system_id, settings, status, text, audio_seconds, processing_seconds, first_result_seconds
            FROM output WHERE run_id = @runId AND system_id IS NOT NULL ORDER BY position
            """, new { runId });
        while (await rows.ReadAsync())
        {
            transcripts.Add(new(
                rows.GetString(0), runId, rows.GetString(1), Once(rows.GetString(2)), Once(rows.GetString(3)), Enum.Parse<OutputStatus>(rows.GetString(4), ignoreCase: true),
                rows.IsDBNull(5) ? null : rows.GetString(5), Number(6), Number(7), Number(8)));
        }
        return (IReadOnlyList<RunTranscript>)transcripts;

        string Once(string text) => known.TryGetValue(text, out var first) ? first : known[text] = text;

        double? Number(int column) => rows.IsDBNull(column) ? null : rows.GetDouble(column);
    });

    /// <summary>A page of a run's outputs, and how many match in all.</summary>
    public Task<Result<(int Total, IReadOnlyList<RunItemOutput> Outputs)>> PageAsync(string runId, RunOutputQuery query) => database.ReadAsync(async connection =>
    {
        var parameters = new
        {
            runId,
            query.SystemId,
            query.Settings,
            query.Item,
            Status = Stored.Name(query.Status),
            Search = query.Search is { Length: > 0 } text ? Stored.Containing(text) : null,
            query.Metric,
            Offset = Math.Max(0, query.Offset),
            Limit = Math.Clamp(query.Limit, 1, 500),
        };
        var where = "WHERE output.run_id = @runId"
            + (query.SystemId is null ? "" : " AND output.system_id = @SystemId")
            + (query.Settings is null ? "" : " AND output.settings = @Settings")
            + (query.Item is null ? "" : " AND (item.id = @Item OR item.key = @Item)")
            + (query.Status is null ? "" : " AND output.status = @Status")
            + (parameters.Search is null ? "" : @" AND (item.key LIKE @Search ESCAPE '\' OR item.text LIKE @Search ESCAPE '\' OR output.text LIKE @Search ESCAPE '\')");
        // Without conditions on the item, the index alone counts.
        var counted = query.Item is null && parameters.Search is null ? "output" : "output JOIN dataset_item item ON item.id = output.item_id";
        var total = await connection.ExecuteScalarAsync<int>($"SELECT count(*) FROM {counted} {where}", parameters);
        var order = query.Metric is null
            ? "output.position"
            : $"""
              (SELECT measurement.value FROM measurement WHERE measurement.output_id = output.id AND measurement.metric = @Metric
               ORDER BY measurement.created_at DESC, measurement.id DESC LIMIT 1) {(query.Descending ? "DESC" : "ASC")} NULLS LAST, output.position
              """;
        return (total, await connection.ListAsync<RunItemOutput>($"{Shorten(Listed)} {where} ORDER BY {order} LIMIT @Limit OFFSET @Offset", parameters));
    });

    /// <summary>Word times of outputs, by output id; those without any are left out.</summary>
    public Task<Result<IReadOnlyDictionary<string, string>>> WordsAsync(IReadOnlyCollection<string> outputIds) => database.ReadAsync(async connection =>
        (IReadOnlyDictionary<string, string>)(await connection.QueryAsync<(string Id, string Words)>(
            "SELECT id, words FROM output WHERE id IN (SELECT value FROM json_each(@ids)) AND words IS NOT NULL", new { ids = System.Text.Json.JsonSerializer.Serialize(outputIds) }))
            .ToDictionary(output => output.Id, output => output.Words));

    /// <returns><see cref="Error.NotFound"/> for an unknown id.</returns>
    public Task<Result<RunItemOutput>> FindAsync(string id) => database.FindAsync<RunItemOutput>(
        $"{Listed} WHERE output.id = @id", new { id },
        () => new("output-not-found", "There is no such output in a run. Its run may have been deleted; reload the page."));

    /// <summary>
    /// After a start: outputs in the making when the server stopped are queued again. One that was begun <paramref name="mostAttempts"/>
    /// times fails instead: it may be what stops the server.
    /// </summary>
    /// <returns>How many were in the making.</returns>
    public Task<Result<int>> RequeueInterruptedAsync(string message, int mostAttempts) => database.WriteAsync<int>(async (connection, transaction) =>
        await connection.ExecuteAsync(
            """
            UPDATE output SET status = CASE WHEN attempts >= @mostAttempts THEN 'failed' ELSE 'queued' END, error = CASE WHEN attempts >= @mostAttempts THEN @message END
            WHERE run_id IN (SELECT id FROM run) AND status = 'running'
            """, new { message, mostAttempts }, transaction));

    /// <summary>Takes the next queued outputs of a run and marks them as running.</summary>
    /// <param name="systemIds">Only those of these systems, at most 100; null for all.</param>
    /// <returns>In the run's order; none where nothing is queued, or the run no longer goes on.</returns>
    public Task<Result<IReadOnlyList<RunItemOutput>>> TakeQueuedAsync(string runId, int count, IReadOnlyCollection<string>? systemIds = null) => database.WriteAsync<IReadOnlyList<RunItemOutput>>(async (connection, transaction) =>
    {
        if (systemIds is { Count: 0 }) return Result<IReadOnlyList<RunItemOutput>>.Ok([]);
        var parameters = new DynamicParameters(new { runId, count });
        foreach (var (index, system) in (systemIds ?? []).Index()) parameters.Add($"system{index}", system);
        // One look into the index for each system: however many outputs of other systems are queued before, the next is found at once.
        var queues = (systemIds is null ? [""] : Enumerable.Range(0, systemIds.Count).Select(index => $"AND system_id = @system{index}")).Select(ofSystem =>
            $"SELECT * FROM (SELECT id, position FROM output WHERE run_id = @runId AND status = 'queued' AND measured_at IS NULL {ofSystem} ORDER BY position LIMIT @count)");
        var ids = await connection.QueryAsync<string>(
            $"""
            SELECT id FROM ({string.Join(" UNION ALL ", queues)})
            WHERE EXISTS (SELECT 1 FROM run WHERE run.id = @runId AND run.status = 'running') ORDER BY position LIMIT @count
            """, parameters, transaction);
        var taken = new List<RunItemOutput>();
        foreach (var id in ids)
        {
            await connection.ExecuteAsync("UPDATE output SET status = 'running', attempts = attempts + 1, error = NULL WHERE id = @id", new { id }, transaction);
            taken.Add(await connection.QuerySingleAsync<RunItemOutput>($"{Listed} WHERE output.id = @id", new { id }, transaction));
        }
        return Result<IReadOnlyList<RunItemOutput>>.Ok(taken);
    });

    /// <summary>Finished outputs of a run whose metrics are not computed yet, from a place on.</summary>
    public Task<Result<IReadOnlyList<RunItemOutput>>> UnmeasuredAsync(string runId, int from, int count) => database.ListAsync<RunItemOutput>(
        $"{Listed} WHERE output.run_id = @runId AND output.status = 'done' AND output.measured_at IS NULL AND output.position >= @from ORDER BY output.position LIMIT @count",
        new { runId, from, count });

    /// <summary>Puts outputs in the making back into the queue, as if they had not been begun.</summary>
    /// <param name="wereBegun">Whether they count as begun all the same: a vendor that was called may bill the call.</param>
    public Task<Result<int>> GiveBackAsync(IReadOnlyCollection<string> ids, bool wereBegun = false) => database.WriteAsync<int>(async (connection, transaction) =>
        await connection.ExecuteAsync(
            "UPDATE output SET status = 'queued', attempts = attempts - @uncounted WHERE id = @id AND status = 'running'", ids.Select(id => new { id, uncounted = wereBegun ? 0 : 1 }), transaction));

    /// <summary>Stores what became of an output in the making. One that was cancelled meanwhile stays cancelled.</summary>
    /// <returns>1, or 0 where it was cancelled.</returns>
    public Task<Result<int>> SaveAsync(RunOutput output) => database.WriteAsync<int>(async (connection, transaction) => await UpdateAsync(connection, transaction, output));

    /// <summary>Stores a finished output with its measurements in one piece. One that was cancelled meanwhile stays cancelled.</summary>
    /// <returns>1, or 0 where it was cancelled.</returns>
    public Task<Result<int>> SaveFinishedAsync(RunOutput output, IReadOnlyCollection<Measurement> measurements, DateTimeOffset now) => database.WriteAsync<int>(async (connection, transaction) =>
    {
        var changed = await UpdateAsync(connection, transaction, output);
        if (changed == 0) return 0;
        await connection.ExecuteAsync("UPDATE output SET not_measured = @NotMeasured, measured_at = @now WHERE id = @Id", new { output.Id, output.NotMeasured, now }, transaction);
        await MeasurementStore.InsertAsync(connection, transaction, measurements);
        return changed;
    });

    /// <summary>Stores the measurements of an output that was finished before, and that it is measured, in one piece.</summary>
    /// <param name="output">With the transcript and the reasons that measuring gave.</param>
    public Task<Result<int>> SaveMeasuredAsync(RunOutput output, IReadOnlyCollection<Measurement> measurements, DateTimeOffset now) => database.WriteAsync<int>(async (connection, transaction) =>
    {
        var changed = await connection.ExecuteAsync(
            "UPDATE output SET text = @Text, words = @Words, not_measured = @NotMeasured, measured_at = @now WHERE id = @Id AND status = 'done'",
            new { output.Id, output.Text, output.Words, output.NotMeasured, now }, transaction);
        if (changed == 1) await MeasurementStore.InsertAsync(connection, transaction, measurements);
        return changed;
    });

    internal static async Task InsertAsync(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<RunOutput> outputs)
    {
        await using var insert = new ManyInserts(connection, transaction, "output", Columns);
        foreach (var output in outputs)
            await insert.AddAsync(
                output.Id, output.RunId, output.ItemId, output.Take, output.Position, "system", output.SystemId, output.SystemVersion, output.Settings, output.Seed, Stored.Name(output.Status),
                output.ClipSha256, output.Text, output.Words, output.Tokens, output.AudioSeconds, output.ProcessingSeconds, output.FirstResultSeconds, output.BitRate, output.Error,
                output.Kept, output.Attempts, output.NotMeasured, output.MeasuredAt, output.CreatedAt);
    }

    private static Task<int> UpdateAsync(SqliteConnection connection, SqliteTransaction transaction, RunOutput output) => connection.ExecuteAsync(
        """
        UPDATE output SET status = @Status, system_version = @SystemVersion, seed = @Seed, clip_sha256 = @ClipSha256, text = @Text, words = @Words, tokens = @Tokens,
          audio_seconds = @AudioSeconds, processing_seconds = @ProcessingSeconds, first_result_seconds = @FirstResultSeconds, bit_rate = @BitRate, error = @Error
        WHERE id = @Id AND status = 'running'
        """,
        new
        {
            output.Id,
            Status = Stored.Name(output.Status),
            output.SystemVersion,
            output.Seed,
            output.ClipSha256,
            output.Text,
            output.Words,
            output.Tokens,
            output.AudioSeconds,
            output.ProcessingSeconds,
            output.FirstResultSeconds,
            output.BitRate,
            output.Error,
        }, transaction);

    private static string Shorten(string select) => select.Replace("output.*", Brief, StringComparison.Ordinal);
}
