using Dapper;
using Microsoft.Data.Sqlite;

namespace SpeechScoop.Storage.Outputs;

/// <summary>What systems gave. The outputs of runs are made in <see cref="Runs.RunOutputStore"/>.</summary>
public sealed class OutputStore(Database database)
{
    // Nothing of a trial whose labels are still hidden may show its system.
    private const string Listed =
        """
        SELECT output.id, output.trial_id, output.run_id, output.created_at, system.kind, output.system_id, system.title AS system_title, output.system_version,
               output.settings, output.seed, CASE WHEN run.kind = 'synthesis' THEN item.text ELSE live_trial.text END AS prompt,
               CASE WHEN run.kind <> 'synthesis' THEN item.text ELSE live_trial.reference END AS reference, coalesce(item.key, clip.name) AS clip_name, output.text, output.words,
               coalesce(output.clip_sha256, live_trial.clip_sha256, item.clip_sha256) AS clip_sha256,
               CASE WHEN output.clip_sha256 IS NULL THEN item.start_seconds END AS clip_start, CASE WHEN output.clip_sha256 IS NULL THEN item.end_seconds END AS clip_end,
               output.audio_seconds, output.processing_seconds, output.delay_seconds, output.bit_rate, output.kept
        FROM output
        LEFT JOIN live_trial ON live_trial.id = output.trial_id
        LEFT JOIN run ON run.id = output.run_id
        LEFT JOIN dataset_item item ON item.id = output.item_id
        JOIN system ON system.id = output.system_id
        LEFT JOIN clip ON clip.sha256 = live_trial.clip_sha256
        WHERE output.status = 'done' AND (output.run_id IS NOT NULL OR live_trial.blind = 0 OR live_trial.revealed_at IS NOT NULL)
        """;

    /// <summary>A trial's stimuli, in the order of their labels.</summary>
    public Task<Result<IReadOnlyList<Output>>> OfTrialAsync(string trialId) => database.ListAsync<Output>("SELECT * FROM output WHERE trial_id = @trialId ORDER BY position", new { trialId });

    /// <summary>Finds a stimulus by its label.</summary>
    public Task<Result<Output>> FindAsync(string trialId, string label) => database.FindAsync<Output>(
        "SELECT * FROM output WHERE trial_id = @trialId AND label = @label", new { trialId, label },
        () => new("stimulus-not-found", "There is no such stimulus. Reload the page to see the trial as it is."));

    /// <summary>Stores how an output stands: everything but what it is an output of, and whether it is kept.</summary>
    public Task<Result<int>> SaveAsync(Output output) => database.WriteAsync<int>(async (connection, transaction) =>
        await connection.ExecuteAsync(
            """
            UPDATE output SET status = @Status, clip_sha256 = @ClipSha256, text = @Text, words = @Words, tokens = @Tokens, audio_seconds = @AudioSeconds,
              processing_seconds = @ProcessingSeconds, first_result_seconds = @FirstResultSeconds, delay_seconds = @DelaySeconds, bit_rate = @BitRate, error = @Error
            WHERE id = @Id
            """, Parameters(output), transaction));

    /// <summary>Marks an output as kept, or not.</summary>
    /// <returns><see cref="Error.NotFound"/> for an unknown id.</returns>
    public Task<Result<string>> KeepAsync(string id, bool kept) => database.WriteAsync<string>(async (connection, transaction) =>
        await connection.ExecuteAsync("UPDATE output SET kept = @kept WHERE id = @id", new { id, kept }, transaction) == 1 ? id : NotFound());

    /// <summary>Finished outputs of runs and of open or revealed trials, newest first.</summary>
    public Task<Result<IReadOnlyList<ListedOutput>>> ListAsync(OutputQuery query) => database.ListAsync<ListedOutput>(
        Listed + """
         AND (@Kind IS NULL OR system.kind = @Kind)
         AND (@SystemId IS NULL OR output.system_id = @SystemId)
         AND (@Kept IS NULL OR output.kept = @Kept)
         AND (@Before IS NULL OR output.id < @Before)
         AND (@Search IS NULL OR live_trial.text LIKE @Search ESCAPE '\' OR live_trial.reference LIKE @Search ESCAPE '\'
              OR item.text LIKE @Search ESCAPE '\' OR item.key LIKE @Search ESCAPE '\'
              OR output.text LIKE @Search ESCAPE '\' OR clip.name LIKE @Search ESCAPE '\' OR system.title LIKE @Search ESCAPE '\')
        ORDER BY output.id DESC LIMIT @Limit
        """,
        new
        {
            Kind = Stored.Name(query.Kind),
            query.SystemId,
            query.Kept,
            query.Before,
            Search = query.Search is { Length: > 0 } text ? Stored.Containing(text) : null,
            Limit = Math.Clamp(query.Limit, 1, 200),
        });

    /// <summary>One output as lists show it.</summary>
    /// <returns><see cref="Error.NotFound"/> for an unknown id, an unfinished output, or one whose label is still hidden.</returns>
    public Task<Result<ListedOutput>> FindListedAsync(string id) => database.FindAsync<ListedOutput>($"{Listed} AND output.id = @id", new { id }, NotFound);

    internal static Task<int> InsertAsync(SqliteConnection connection, SqliteTransaction transaction, Output output) => connection.ExecuteAsync(
        """
        INSERT INTO output (id, trial_id, label, position, role, system_id, system_version, settings, seed, status, clip_sha256, text, words, tokens,
          audio_seconds, processing_seconds, first_result_seconds, delay_seconds, bit_rate, error, kept, created_at)
        VALUES (@Id, @TrialId, @Label, @Position, @Role, @SystemId, @SystemVersion, @Settings, @Seed, @Status, @ClipSha256, @Text, @Words, @Tokens,
          @AudioSeconds, @ProcessingSeconds, @FirstResultSeconds, @DelaySeconds, @BitRate, @Error, @Kept, @CreatedAt)
        """, Parameters(output), transaction);

    private static Error.NotFound NotFound() => new("output-not-found", "There is no such output. Outputs of blind trials appear after their labels are revealed.");

    private static object Parameters(Output output) => new
    {
        output.Id,
        output.TrialId,
        output.Label,
        output.Position,
        Role = Stored.Name(output.Role),
        output.SystemId,
        output.SystemVersion,
        output.Settings,
        output.Seed,
        Status = Stored.Name(output.Status),
        output.ClipSha256,
        output.Text,
        output.Words,
        output.Tokens,
        output.AudioSeconds,
        output.ProcessingSeconds,
        output.FirstResultSeconds,
        output.DelaySeconds,
        output.BitRate,
        output.Error,
        output.Kept,
        output.CreatedAt,
    };
}
