namespace SpeechScoop.Storage.Runs;

/// <summary>How fast a system spoke so far.</summary>
public sealed record SynthesisPace
{
    public required string SystemId { get; init; }

    /// <summary>Processing seconds for each character of text.</summary>
    public required double SecondsPerCharacter { get; init; }

    /// <summary>Timed outputs that it rests on.</summary>
    public required int Outputs { get; init; }
}

/// <summary>Reads how fast systems speak on this computer, on the live bench and in runs; writes nothing.</summary>
public sealed class SynthesisPaceStore(Database database)
{
    public Task<Result<IReadOnlyList<SynthesisPace>>> ReadAsync() => database.ListAsync<SynthesisPace>(
        """
        SELECT output.system_id, sum(output.processing_seconds) / sum(length(coalesce(live_trial.text, item.text))) AS seconds_per_character, count(*) AS outputs
        FROM output
        LEFT JOIN live_trial ON live_trial.id = output.trial_id AND live_trial.kind = 'synthesis'
        LEFT JOIN run ON run.id = output.run_id AND run.kind = 'synthesis' AND run.imported = 0
        LEFT JOIN dataset_item item ON item.id = output.item_id
        WHERE output.status = 'done' AND output.processing_seconds > 0 AND (live_trial.id IS NOT NULL OR run.id IS NOT NULL) AND length(coalesce(live_trial.text, item.text)) > 0
        GROUP BY output.system_id
        """);
}
