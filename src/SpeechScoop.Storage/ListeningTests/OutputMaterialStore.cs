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

    /// <summary>Which of a run's takes it is, from 0; null on the live bench.</summary>
    public int? Take { get; init; }

    /// <summary>Place in its run or trial.</summary>
    public int? Position { get; init; }

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
    /// <summary>The most outputs that are read: more would choke the page that shows them.</summary>
    private const int MostOutputs = 20_000;

    /// <summary>Finished voices and reconstructions of runs and of open or revealed trials, the newest first.</summary>
    /// <param name="ids">Only these outputs; null for all.</param>
    public Task<Result<IReadOnlyList<MaterialOutput>>> ReadAsync(IReadOnlyCollection<string>? ids = null) => database.ListAsync<MaterialOutput>(
        """
        SELECT output.id, system.kind, output.system_id, system.title AS system_title, output.system_version, system.pack_id, output.settings, output.seed,
               output.take, output.position, output.bit_rate, output.clip_sha256, CASE WHEN run.kind = 'synthesis' THEN item.text ELSE live_trial.text END AS text,
               CASE WHEN run.kind = 'synthesis' THEN NULL ELSE coalesce(live_trial.clip_sha256, item.clip_sha256) END AS original_sha256, coalesce(item.key, clip.name) AS original_name,
               CASE WHEN run.kind = 'reconstruction' THEN item.text ELSE live_trial.reference END AS reference
        FROM output
        LEFT JOIN live_trial ON live_trial.id = output.trial_id
        LEFT JOIN run ON run.id = output.run_id
        LEFT JOIN dataset_item item ON item.id = output.item_id
        JOIN system ON system.id = output.system_id
        LEFT JOIN clip ON clip.sha256 = live_trial.clip_sha256
        WHERE output.status = 'done' AND output.role = 'system' AND output.clip_sha256 IS NOT NULL AND coalesce(run.kind, live_trial.kind) IN ('synthesis', 'reconstruction')
          AND (output.run_id IS NOT NULL OR live_trial.blind = 0 OR live_trial.revealed_at IS NOT NULL)
          AND item.start_seconds IS NULL AND item.end_seconds IS NULL
          AND (@ids IS NULL OR output.id IN (SELECT value FROM json_each(@ids)))
        ORDER BY output.id DESC LIMIT @MostOutputs
        """, new { MostOutputs, ids = ids is null ? null : System.Text.Json.JsonSerializer.Serialize(ids) });
}
