using Dapper;
using Microsoft.Data.Sqlite;

namespace SpeechScoop.Storage.Measurements;

/// <summary>Measurements of outputs. Measuring again adds a row; the newest of a metric counts.</summary>
public sealed class MeasurementStore(Database database)
{
    /// <summary>Whether none of the same output and metric came later.</summary>
    private const string IsNewest =
        """
        NOT EXISTS (
            SELECT 1 FROM measurement newer
            WHERE newer.output_id = measurement.output_id AND newer.metric = measurement.metric
              AND (newer.created_at, newer.id) > (measurement.created_at, measurement.id))
        """;

    /// <summary>Adds all or none.</summary>
    public Task<Result<int>> AddAsync(IReadOnlyCollection<Measurement> measurements) =>
        database.WriteAsync<int>(async (connection, transaction) => await InsertAsync(connection, transaction, measurements));

    /// <summary>The newest measurement of each metric of each of a trial's outputs.</summary>
    public Task<Result<IReadOnlyList<Measurement>>> OfTrialAsync(string trialId) => database.ListAsync<Measurement>(
        $"""
        SELECT measurement.* FROM measurement JOIN output ON output.id = measurement.output_id
        WHERE output.trial_id = @trialId
          AND {IsNewest}
        ORDER BY output.position, measurement.metric
        """, new { trialId });

    /// <summary>The newest measurement of each metric of each of a run's outputs, in the run's order.</summary>
    public Task<Result<IReadOnlyList<Measurement>>> OfRunAsync(string runId) => database.ListAsync<Measurement>(
        $"""
        SELECT measurement.* FROM output JOIN measurement ON measurement.output_id = output.id
        WHERE output.run_id = @runId
          AND {IsNewest}
        ORDER BY output.position, measurement.metric
        """, new { runId });

    /// <summary>The newest measurement of each metric, version and recipe of each of these outputs.</summary>
    public Task<Result<IReadOnlyList<Measurement>>> OfOutputsAsync(IReadOnlyCollection<string> outputIds) => database.ListAsync<Measurement>(
        """
        SELECT measurement.* FROM measurement
        WHERE measurement.output_id IN (SELECT value FROM json_each(@ids))
          AND NOT EXISTS (
            SELECT 1 FROM measurement newer
            WHERE newer.output_id = measurement.output_id AND newer.metric = measurement.metric
              AND newer.version = measurement.version AND newer.recipe = measurement.recipe
              AND (newer.created_at, newer.id) > (measurement.created_at, measurement.id))
        ORDER BY measurement.output_id, measurement.metric
        """, new { ids = System.Text.Json.JsonSerializer.Serialize(outputIds) });

    internal static Task<int> InsertAsync(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyCollection<Measurement> measurements) => connection.ExecuteAsync(
        """
        INSERT INTO measurement (id, output_id, metric, version, recipe, value, details, created_at)
        VALUES (@Id, @OutputId, @Metric, @Version, @Recipe, @Value, @Details, @CreatedAt)
        """, measurements, transaction);
}
