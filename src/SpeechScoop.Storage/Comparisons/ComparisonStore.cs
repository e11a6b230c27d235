using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using SpeechScoop.Comparisons;
using SpeechScoop.ListeningTests;
using SpeechScoop.Recognition;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Systems;

namespace SpeechScoop.Storage.Comparisons;

/// <summary>Reads what comparisons are made of; writes nothing.</summary>
public sealed class ComparisonStore(Database database)
{
    private const string Visible = "live_trial.kind = @trialKind AND (live_trial.blind = 0 OR live_trial.revealed_at IS NOT NULL)";

    // Outputs of a run hide nothing.
    private const string VisibleOutput = $"(run.kind = @trialKind OR {Visible})";

    private const string OutputOrigins =
        """
        LEFT JOIN live_trial ON live_trial.id = output.trial_id
        LEFT JOIN run ON run.id = output.run_id
        """;

    private const string Source = "coalesce(live_trial.source, clip.name)";

    /// <summary>Reads all rows of one kind of system, from one moment of the database.</summary>
    public Task<Result<ComparisonRows>> ReadAsync(SystemKind kind) => database.ReadAsync(async connection =>
    {
        await using var transaction = connection.BeginTransaction(deferred: true);
        var parameters = new { trialKind = TrialKind(kind), kind = Stored.Name(kind) };
        return new ComparisonRows(
            await OutputsAsync(connection, transaction, parameters),
            await connection.ListAsync<ComparedRating>(
                $"""
                SELECT rating.* FROM rating JOIN live_trial ON live_trial.id = rating.trial_id
                WHERE {Visible} ORDER BY rating.created_at, rating.id
                """, parameters, transaction),
            await MeasurementsAsync(connection, transaction, parameters),
            await connection.ExecuteScalarAsync<int>(
                """
                SELECT count(*) FROM rating JOIN live_trial ON live_trial.id = rating.trial_id
                WHERE live_trial.kind = @trialKind AND live_trial.blind = 1 AND live_trial.revealed_at IS NULL
                """, parameters, transaction),
            (await connection.QueryAsync<(string Id, string Title)>(
                "SELECT id, title FROM system WHERE kind = @kind", parameters, transaction)).ToDictionary(system => system.Id, system => system.Title));
    });

    /// <summary>
    /// All ratings of one kind of system with their provenance, oldest first. While a trial's labels are hidden, everything that
    /// tells what its stimuli stand for is null: the trial's seed too, since the order of the labels follows from it.
    /// </summary>
    public Task<Result<IReadOnlyList<RatingRecord>>> ReadRatingsAsync(SystemKind kind) => database.ListAsync<RatingRecord>(
        $"""
        SELECT rating.id, rating.created_at, rating.scale, rating.value, rating.blind, rating.listener, rating.session, rating.trial_id,
               live_trial.created_at AS trial_created_at, {Unless("live_trial.seed")} AS trial_seed, {Source} AS source, live_trial.text AS prompt,
               live_trial.reference, live_trial.clip_sha256 AS original_sha256,
               output.label, {Unless("output.role")} AS role, {Unless("output.system_id")} AS system_id,
               {Unless("output.system_version")} AS system_version, {Unless("output.settings")} AS settings, {Unless("output.seed")} AS seed,
               {Unless("output.clip_sha256")} AS clip_sha256,
               other.label AS other_label, {Unless("other.role")} AS other_role, {Unless("other.system_id")} AS other_system_id,
               {Unless("other.system_version")} AS other_system_version, {Unless("other.settings")} AS other_settings
        FROM rating
        JOIN live_trial ON live_trial.id = rating.trial_id
        JOIN output ON output.id = rating.output_id
        LEFT JOIN output other ON other.id = rating.other_output_id
        LEFT JOIN clip ON clip.sha256 = live_trial.clip_sha256
        WHERE live_trial.kind = @trialKind
        ORDER BY rating.created_at, rating.id
        """, new { trialKind = TrialKind(kind) });

    private static string Unless(string column) =>
        $"CASE WHEN live_trial.blind = 0 OR live_trial.revealed_at IS NOT NULL THEN {column} END";

    private static string TrialKind(SystemKind kind) => kind switch
    {
        SystemKind.Recognizer => "recognition",
        SystemKind.Synthesizer => "synthesis",
        SystemKind.Tokenizer => "reconstruction",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static async Task<IReadOnlyList<ComparedOutput>> OutputsAsync(SqliteConnection connection, SqliteTransaction transaction, object parameters)
    {
        var rows = await connection.QueryAsync<OutputRow>(
            $"""
            SELECT output.id, coalesce(output.trial_id, output.run_id) AS trial_id, coalesce(output.item_id, live_trial.clip_sha256, live_trial.id) AS item, output.role,
                   output.system_id, output.system_version, output.settings, coalesce(dataset.name, {Source}) AS source, output.created_at, output.status,
                   output.audio_seconds, output.processing_seconds, output.delay_seconds, output.bit_rate
            FROM output
            {OutputOrigins}
            LEFT JOIN dataset ON dataset.id = run.dataset_id
            LEFT JOIN clip ON clip.sha256 = live_trial.clip_sha256
            WHERE {VisibleOutput} AND (output.run_id IS NULL OR output.status IN ('done', 'failed'))
            """, parameters, transaction);
        return [.. rows.Select(row => row.ToOutput())];
    }

    private static async Task<IReadOnlyList<ComparedMeasurement>> MeasurementsAsync(SqliteConnection connection, SqliteTransaction transaction, object parameters)
    {
        // Without counts a rate cannot be pooled with others.
        var rows = await connection.QueryAsync<MeasurementRow>(
            $"""
            SELECT measurement.output_id, measurement.metric, measurement.version, measurement.recipe, measurement.details, measurement.created_at
            FROM measurement
            JOIN output ON output.id = measurement.output_id
            {OutputOrigins}
            WHERE {VisibleOutput} AND measurement.metric IN ('{TranscriptScore.WordMetric}', '{TranscriptScore.CharacterMetric}') AND measurement.details IS NOT NULL
            ORDER BY measurement.created_at, measurement.id
            """, parameters, transaction);
        return [.. rows.Select(row => row.ToMeasurement())];
    }

    private sealed record OutputRow
    {
        public required string Id { get; init; }

        public required string TrialId { get; init; }

        public required string Item { get; init; }

        public required StimulusRole Role { get; init; }

        public string? SystemId { get; init; }

        public string? SystemVersion { get; init; }

        public required string Settings { get; init; }

        public string? Source { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public required OutputStatus Status { get; init; }

        public double? AudioSeconds { get; init; }

        public double? ProcessingSeconds { get; init; }

        public double? DelaySeconds { get; init; }

        public double? BitRate { get; init; }

        public ComparedOutput ToOutput() => new()
        {
            Id = Id,
            TrialId = TrialId,
            Item = Item,
            Condition = Role is StimulusRole.System ? new(Role, SystemId, SystemVersion, ConditionSettings.Read(Settings)) : Condition.Of(Role),
            Source = Source,
            CreatedAt = CreatedAt,
            IsDone = Status is OutputStatus.Done,
            AudioSeconds = AudioSeconds,
            ProcessingSeconds = ProcessingSeconds,
            DelaySeconds = DelaySeconds,
            BitRate = BitRate,
        };
    }

    private sealed record MeasurementRow
    {
        public required string OutputId { get; init; }

        public required string Metric { get; init; }

        public required string Version { get; init; }

        public required string Recipe { get; init; }

        public required string Details { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public ComparedMeasurement ToMeasurement() => new()
        {
            OutputId = OutputId,
            Metric = Metric,
            Recipe = new(Version, Recipe),
            Counts = JsonSerializer.Deserialize<ErrorCounts>(Details, JsonSerializerOptions.Web),
            CreatedAt = CreatedAt,
        };
    }
}
