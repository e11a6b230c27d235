using System.Data.Common;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using SpeechScoop.Comparisons;
using SpeechScoop.ListeningTests;
using SpeechScoop.Recognition;
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
        var outputs = await OutputsAsync(connection, transaction, parameters);
        return new ComparisonRows(
            outputs,
            await connection.ListAsync<ComparedRating>(
                $"""
                SELECT rating.* FROM rating JOIN live_trial ON live_trial.id = rating.trial_id
                WHERE {Visible} ORDER BY rating.created_at, rating.id
                """, parameters, transaction),
            await MeasurementsAsync(connection, transaction, parameters, outputs),
            await connection.ExecuteScalarAsync<int>(
                """
                SELECT count(*) FROM rating JOIN live_trial ON live_trial.id = rating.trial_id
                WHERE live_trial.kind = @trialKind AND live_trial.blind = 1 AND live_trial.revealed_at IS NULL
                """, parameters, transaction),
            (await connection.QueryAsync<(string Id, string Title)>(
                "SELECT id, title FROM system WHERE kind = @kind", parameters, transaction)).ToDictionary(system => system.Id, system => system.Title));
    });

    /// <summary>
    /// Stands for all that <see cref="ReadAsync"/> gives but for the outputs of runs and what was measured on them: another text, other rows.
    /// Answered without reading rows of runs.
    /// </summary>
    public Task<Result<string>> VersionOfTrialsAsync(SystemKind kind) => database.ReadAsync(async connection =>
    {
        // "trial_id > ''" finds the outputs of trials by index, where "IS NOT NULL" would look at those of all runs.
        await using var row = await connection.ExecuteReaderAsync(
            """
            SELECT (SELECT count(*) FROM rating), trials.made, trials.revealed, outputs.made, outputs.done,
                   (SELECT count(*) FROM output CROSS JOIN measurement ON measurement.output_id = output.id WHERE output.trial_id > ''),
                   (SELECT group_concat(title, char(10)) FROM (SELECT title FROM system WHERE kind = @kind ORDER BY id))
            FROM (SELECT count(*) AS made, count(revealed_at) AS revealed FROM live_trial WHERE kind = @trialKind) trials,
                 (SELECT count(*) AS made, sum(status = 'done') AS done FROM output WHERE trial_id > '') outputs
            """, new { trialKind = TrialKind(kind), kind = Stored.Name(kind) });
        await row.ReadAsync();
        return string.Join(' ', Enumerable.Range(0, row.FieldCount).Select(row.GetValue));
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

    private static async Task<List<ComparedOutput>> OutputsAsync(SqliteConnection connection, SqliteTransaction transaction, object parameters)
    {
        var (outputs, texts, conditions) = (new List<ComparedOutput>(), new KnownTexts(), new Dictionary<(string Role, string? System, string? Version, string Settings), Condition>());
        await using var rows = await connection.ExecuteReaderAsync(
            $"""
            SELECT output.id, coalesce(output.trial_id, output.run_id), coalesce(output.item_id, live_trial.clip_sha256, live_trial.id), output.role,
                   output.system_id, output.system_version, output.settings, coalesce(dataset.name, {Source}), output.created_at, output.status,
                   output.audio_seconds, output.processing_seconds, output.delay_seconds, output.bit_rate
            FROM output
            {OutputOrigins}
            LEFT JOIN dataset ON dataset.id = run.dataset_id
            LEFT JOIN clip ON clip.sha256 = live_trial.clip_sha256
            WHERE {VisibleOutput} AND (output.run_id IS NULL OR output.status IN ('done', 'failed'))
            """, parameters, transaction);
        while (await rows.ReadAsync())
        {
            var made = (rows.GetString(3), Text(4), Text(5), texts.Get(rows, 6)!);
            if (!conditions.TryGetValue(made, out var condition)) conditions[made] = condition = ConditionOf(made);
            outputs.Add(new()
            {
                Id = rows.GetString(0),
                TrialId = texts.Get(rows, 1)!,
                Item = texts.Get(rows, 2)!,
                Condition = condition,
                Source = texts.Get(rows, 7),
                CreatedAt = InstantHandler.Read(rows.GetString(8)),
                IsDone = rows.GetString(9) is "done",
                AudioSeconds = Number(10),
                ProcessingSeconds = Number(11),
                DelaySeconds = Number(12),
                BitRate = Number(13),
            });
        }
        return outputs;

        string? Text(int column) => rows.IsDBNull(column) ? null : rows.GetString(column);

        double? Number(int column) => rows.IsDBNull(column) ? null : rows.GetDouble(column);
    }

    private static Condition ConditionOf((string Role, string? System, string? Version, string Settings) made) =>
        Enum.Parse<StimulusRole>(made.Role, ignoreCase: true) is var role && role is StimulusRole.System ? new(role, made.System, made.Version, ConditionSettings.Read(made.Settings)) : Condition.Of(role);

    /// <param name="outputs">Whose ids stand in the measurements.</param>
    private static async Task<List<ComparedMeasurement>> MeasurementsAsync(
        SqliteConnection connection, SqliteTransaction transaction, object parameters, List<ComparedOutput> outputs)
    {
        var (measurements, ids, recipes) = (new List<ComparedMeasurement>(), new KnownTexts(outputs.Select(output => output.Id)), new Dictionary<(string Version, string Recipe), MetricRecipe>());
        // Without counts a rate cannot be pooled with others.
        await using var rows = await connection.ExecuteReaderAsync(
            $"""
            SELECT measurement.output_id, measurement.metric, measurement.version, measurement.recipe, measurement.details, measurement.created_at
            FROM measurement
            JOIN output ON output.id = measurement.output_id
            {OutputOrigins}
            WHERE {VisibleOutput} AND measurement.metric IN ('{TranscriptScore.WordMetric}', '{TranscriptScore.CharacterMetric}') AND measurement.details IS NOT NULL
            ORDER BY measurement.created_at, measurement.id
            """, parameters, transaction);
        while (await rows.ReadAsync())
        {
            var (version, parts) = (rows.GetString(2), rows.GetString(3));
            if (!recipes.TryGetValue((version, parts), out var recipe)) recipes[(version, parts)] = recipe = new(version, parts);
            measurements.Add(new()
            {
                OutputId = ids.Get(rows, 0)!,
                Metric = rows.GetString(1) is TranscriptScore.WordMetric ? TranscriptScore.WordMetric : TranscriptScore.CharacterMetric,
                Recipe = recipe,
                Counts = JsonSerializer.Deserialize<ErrorCounts>(rows.GetString(4), JsonSerializerOptions.Web),
                CreatedAt = InstantHandler.Read(rows.GetString(5)),
            });
        }
        return measurements;
    }

    /// <summary>Texts that stand in many rows, each kept once.</summary>
    private sealed class KnownTexts(IEnumerable<string>? known = null)
    {
        private readonly HashSet<string> texts = new(known ?? [], StringComparer.Ordinal);

        public string? Get(DbDataReader rows, int column)
        {
            if (rows.IsDBNull(column)) return null;
            var read = rows.GetString(column);
            if (texts.TryGetValue(read, out var first)) return first;
            texts.Add(read);
            return read;
        }
    }
}
