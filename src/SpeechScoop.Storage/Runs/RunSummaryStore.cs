namespace SpeechScoop.Storage.Runs;

/// <summary>The outputs of one condition of a run, counted and timed.</summary>
public sealed record ConditionCounts
{
    public required string SystemId { get; init; }

    /// <summary>As <see cref="RunOutput.Settings"/> has them.</summary>
    public required string Settings { get; init; }

    public required int Total { get; init; }

    public required int Done { get; init; }

    public required int Failed { get; init; }

    /// <summary>Of the done outputs that were timed: length of their audio.</summary>
    public double? AudioSeconds { get; init; }

    /// <summary>Of the same outputs: time in the system.</summary>
    public double? ProcessingSeconds { get; init; }

    /// <summary>Mean time to the first result.</summary>
    public double? FirstResultSeconds { get; init; }

    /// <summary>Mean bits a second.</summary>
    public double? BitRate { get; init; }
}

/// <summary>One metric over the outputs of one condition: the newest measurement of each.</summary>
public sealed record ConditionMetric
{
    public required string SystemId { get; init; }

    public required string Settings { get; init; }

    public required string Metric { get; init; }

    /// <summary>Outputs with a value.</summary>
    public required int Count { get; init; }

    /// <summary>Mean of the outputs' values.</summary>
    public required double Mean { get; init; }

    /// <summary>Error rates: errors in all outputs together; null for other metrics.</summary>
    public long? Errors { get; init; }

    /// <summary>Error rates: words or characters in all references together; null for other metrics.</summary>
    public long? ReferenceLength { get; init; }
}

/// <summary>Sums over a run's outputs, made by the database.</summary>
public sealed class RunSummaryStore(Database database)
{
    /// <summary>The conditions of a run, in no particular order.</summary>
    public Task<Result<IReadOnlyList<ConditionCounts>>> CountsAsync(string runId) => database.ListAsync<ConditionCounts>(
        """
        SELECT system_id, settings, count(*) AS total, sum(status = 'done') AS done, sum(status = 'failed') AS failed,
               sum(CASE WHEN status = 'done' AND processing_seconds IS NOT NULL THEN audio_seconds END) AS audio_seconds,
               sum(CASE WHEN status = 'done' AND audio_seconds IS NOT NULL THEN processing_seconds END) AS processing_seconds,
               avg(CASE WHEN status = 'done' THEN first_result_seconds END) AS first_result_seconds, avg(CASE WHEN status = 'done' THEN bit_rate END) AS bit_rate
        FROM output WHERE run_id = @runId GROUP BY system_id, settings
        """, new { runId });

    /// <summary>The metrics of a run by condition.</summary>
    public Task<Result<IReadOnlyList<ConditionMetric>>> MetricsAsync(string runId) => database.ListAsync<ConditionMetric>(
        """
        SELECT output.system_id, output.settings, measurement.metric, count(*) AS count, avg(measurement.value) AS mean,
               sum(json_extract(measurement.details, '$.substitutions') + json_extract(measurement.details, '$.deletions') + json_extract(measurement.details, '$.insertions')) AS errors,
               sum(json_extract(measurement.details, '$.correct') + json_extract(measurement.details, '$.substitutions') + json_extract(measurement.details, '$.deletions')) AS reference_length
        FROM output JOIN measurement ON measurement.output_id = output.id
        WHERE output.run_id = @runId
          AND NOT EXISTS (
            SELECT 1 FROM measurement newer
            WHERE newer.output_id = measurement.output_id AND newer.metric = measurement.metric
              AND (newer.created_at, newer.id) > (measurement.created_at, measurement.id))
        GROUP BY output.system_id, output.settings, measurement.metric ORDER BY measurement.metric
        """, new { runId });
}
