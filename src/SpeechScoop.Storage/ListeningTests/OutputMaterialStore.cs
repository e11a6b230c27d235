using Dapper;
using SpeechScoop.Systems;

namespace SpeechScoop.Storage.ListeningTests;

/// <summary>An output with audio that a test can be made of.</summary>
public sealed record MaterialOutput
{
    public required string Id { get; init; }

    public required SystemKind Kind { get; init; }

    public required string SystemId { get; init; }

    public required string SystemTitle { get; init; }

    public string? SystemVersion { get; init; }

    public required string PackId { get; init; }

    /// <summary>As a JSON object.</summary>
    public required string Settings { get; init; }

    public long? Seed { get; init; }

    /// <summary>Bits a second.</summary>
    public double? BitRate { get; init; }

    /// <summary>SHA-256 of what the system gave.</summary>
    public required string ClipSha256 { get; init; }

    /// <summary>What was to be spoken; synthesis only.</summary>
    public string? Text { get; init; }

    /// <summary>SHA-256 of what went in; reconstruction only.</summary>
    public string? OriginalSha256 { get; init; }

    /// <summary>Name of the recording that went in.</summary>
    public string? OriginalName { get; init; }

    /// <summary>What is said in the recording, where it is known.</summary>
    public string? Reference { get; init; }
}

/// <summary>Reads outputs as material of listening tests; writes nothing.</summary>
public sealed class OutputMaterialStore(Database database)
{
    /// <summary>Finished voices and reconstructions of open or revealed trials, the newest first.</summary>
    public Task<Result<IReadOnlyList<MaterialOutput>>> ReadAsync() => database.ReadAsync(async connection =>
        (IReadOnlyList<MaterialOutput>)(await connection.QueryAsync<MaterialOutput>(
            """
            SELECT output.id, system.kind, output.system_id, system.title AS system_title, output.system_version, system.pack_id, output.settings, output.seed,
                   output.bit_rate, output.clip_sha256, live_trial.text, live_trial.clip_sha256 AS original_sha256, clip.name AS original_name, live_trial.reference
            FROM output
            JOIN live_trial ON live_trial.id = output.trial_id
            JOIN system ON system.id = output.system_id
            LEFT JOIN clip ON clip.sha256 = live_trial.clip_sha256
            WHERE output.status = 'done' AND output.role = 'system' AND output.clip_sha256 IS NOT NULL AND live_trial.kind IN ('synthesis', 'reconstruction')
              AND (live_trial.blind = 0 OR live_trial.revealed_at IS NOT NULL)
            ORDER BY output.id DESC
            """)).AsList());
}
