using System.Text.Json;
using Dapper;

namespace SpeechScoop.Storage.Recognizers;

/// <summary>Event logs of streaming recognizers, one an output, as JSON lines. They go with their outputs.</summary>
public sealed class StreamingLogStore(Database database)
{
    // A log names its recognizer: it is not shown while the trial's labels are hidden.
    private const string Shown =
        """
        FROM streaming_log
        JOIN output ON output.id = streaming_log.output_id
        LEFT JOIN live_trial ON live_trial.id = output.trial_id
        WHERE output.status = 'done' AND (output.run_id IS NOT NULL OR live_trial.blind = 0 OR live_trial.revealed_at IS NOT NULL)
        """;

    /// <summary>Keeps a log, in place of an earlier one for the same output.</summary>
    /// <param name="events">JSON lines.</param>
    /// <returns>1, or 0 where there is no such output (any more).</returns>
    public Task<Result<int>> SaveAsync(string outputId, string events, DateTimeOffset now) => database.WriteAsync<int>(async (connection, transaction) => await connection.ExecuteAsync(
        "INSERT OR REPLACE INTO streaming_log (output_id, events, created_at) SELECT id, @events, @now FROM output WHERE id = @outputId", new { outputId, events, now }, transaction));

    /// <returns><see cref="Error.NotFound"/> for an output without a log, or whose label is still hidden.</returns>
    public async Task<Result<string>> FindAsync(string outputId)
    {
        var found = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<string>($"SELECT events {Shown} AND output.id = @outputId", new { outputId }));
        return found.Then(events => events is null
            ? new Error.NotFound("log-not-found", "No event log is kept for this output: its recognizer was not fed piece by piece, it was made elsewhere or by an earlier release, or its label is still hidden.")
            : Result<string>.Ok(events));
    }

    /// <summary>Logs of outputs, by output id; those without any, or whose label is hidden, are left out.</summary>
    public Task<Result<IReadOnlyDictionary<string, string>>> OfAsync(IReadOnlyCollection<string> outputIds) => database.ReadAsync(async connection =>
        (IReadOnlyDictionary<string, string>)(await connection.QueryAsync<(string Id, string Events)>(
            $"SELECT output.id, events {Shown} AND output.id IN (SELECT value FROM json_each(@ids))", new { ids = JsonSerializer.Serialize(outputIds) }))
            .ToDictionary(log => log.Id, log => log.Events));

    /// <summary>All logs of a run, in the order of its outputs.</summary>
    public Task<Result<IReadOnlyList<string>>> OfRunAsync(string runId) => database.ReadAsync(async connection =>
        (IReadOnlyList<string>)(await connection.QueryAsync<string>($"SELECT events {Shown} AND output.run_id = @runId ORDER BY output.position", new { runId })).AsList());
}
