using Dapper;
using Microsoft.Data.Sqlite;
using SpeechScoop.Storage.Outputs;

namespace SpeechScoop.Storage.Live;

/// <summary>The live bench's trials.</summary>
public sealed class LiveTrialStore(Database database)
{
    /// <summary>Adds a trial and its stimuli in one piece.</summary>
    public Task<Result<LiveTrial>> CreateAsync(LiveTrial trial, IReadOnlyList<Output> outputs) => database.WriteAsync<LiveTrial>(async (connection, transaction) =>
    {
        await connection.ExecuteAsync(
            """
            INSERT INTO live_trial (id, kind, text, reference, clip_sha256, source, keep_audio, blind, seed, status, created_at, revealed_at)
            VALUES (@Id, @Kind, @Text, @Reference, @ClipSha256, @Source, @KeepAudio, @Blind, @Seed, @Status, @CreatedAt, @RevealedAt)
            """,
            new
            {
                trial.Id,
                Kind = Stored.Name(trial.Kind),
                trial.Text,
                trial.Reference,
                trial.ClipSha256,
                Source = Stored.Name(trial.Source),
                trial.KeepAudio,
                trial.Blind,
                trial.Seed,
                Status = Stored.Name(trial.Status),
                trial.CreatedAt,
                trial.RevealedAt,
            }, transaction);
        foreach (var output in outputs) await OutputStore.InsertAsync(connection, transaction, output);
        return trial;
    });

    /// <returns><see cref="Error.NotFound"/> for an unknown id.</returns>
    public async Task<Result<LiveTrial>> FindAsync(string id) => (await database.ReadAsync(connection => SelectAsync(connection, null, id))).Then(found => found);

    /// <summary>Notes how far the trial is.</summary>
    public Task<Result<LiveTrial>> SetStatusAsync(string id, LiveTrialStatus status) =>
        ChangeAsync(id, "status = @Status", new { Id = id, Status = Stored.Name(status) });

    /// <summary>Opens the labels. Once open, the first instant stays.</summary>
    public Task<Result<LiveTrial>> RevealAsync(string id, DateTimeOffset now) =>
        ChangeAsync(id, "revealed_at = coalesce(revealed_at, @Now)", new { Id = id, Now = now });

    /// <summary>Notes what was really said.</summary>
    public Task<Result<LiveTrial>> SetReferenceAsync(string id, string reference) =>
        ChangeAsync(id, "reference = @Reference", new { Id = id, Reference = reference });

    /// <summary>Notes the trial's recording.</summary>
    public Task<Result<LiveTrial>> SetClipAsync(string id, string sha256) =>
        ChangeAsync(id, "clip_sha256 = @Sha256", new { Id = id, Sha256 = sha256 });

    /// <summary>
    /// After a start: whatever was still running when the server stopped will not go on. Unfinished stimuli become
    /// cancelled with <paramref name="message"/>; finished ones stay as they are.
    /// </summary>
    /// <param name="before">Only trials made before this instant: those of an earlier run.</param>
    /// <returns>Trials that were unfinished.</returns>
    public Task<Result<int>> CloseUnfinishedAsync(string message, DateTimeOffset before) => database.WriteAsync<int>(async (connection, transaction) =>
    {
        await connection.ExecuteAsync(
            """
            UPDATE output SET status = 'cancelled', error = @message
            WHERE status IN ('queued', 'running') AND trial_id IN (SELECT id FROM live_trial WHERE created_at < @before)
            """, new { message, before }, transaction);
        return await connection.ExecuteAsync(
            """
            UPDATE live_trial SET status = CASE
              WHEN EXISTS (SELECT 1 FROM output WHERE output.trial_id = live_trial.id AND output.status = 'cancelled') THEN 'cancelled' ELSE 'done' END
            WHERE status = 'running' AND created_at < @before
            """, new { before }, transaction);
    });

    private Task<Result<LiveTrial>> ChangeAsync(string id, string assignment, object parameters) => database.WriteAsync<LiveTrial>(async (connection, transaction) =>
    {
        await connection.ExecuteAsync($"UPDATE live_trial SET {assignment} WHERE id = @Id", parameters, transaction);
        return await SelectAsync(connection, transaction, id);
    });

    private static async Task<Result<LiveTrial>> SelectAsync(SqliteConnection connection, SqliteTransaction? transaction, string id) =>
        await connection.QuerySingleOrDefaultAsync<LiveTrial>("SELECT * FROM live_trial WHERE id = @id", new { id }, transaction) is { } trial
            ? trial
            : new Error.NotFound("trial-not-found", "There is no such trial. It may belong to another data folder; start a new one.");
}
