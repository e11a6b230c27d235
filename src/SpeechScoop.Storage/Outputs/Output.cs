using SpeechScoop.ListeningTests;

namespace SpeechScoop.Storage.Outputs;

/// <summary>How far an output is.</summary>
public enum OutputStatus
{
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,
}

/// <summary>What one system (or the hidden reference, or an anchor) gave in a trial.</summary>
public sealed record Output
{
    public required string Id { get; init; }

    public required string TrialId { get; init; }

    /// <summary>A, B, C … as the trial shows it.</summary>
    public required string Label { get; init; }

    /// <summary>Place of the label, from 0.</summary>
    public required int Position { get; init; }

    public required StimulusRole Role { get; init; }

    /// <summary>Null unless the role is a system.</summary>
    public string? SystemId { get; init; }

    /// <summary>Version of the system's pack at the time.</summary>
    public string? SystemVersion { get; init; }

    /// <summary>Settings of this output as a JSON object: word lists, codebooks, rate, temperature.</summary>
    public string Settings { get; init; } = "{}";

    /// <summary>The take, where the system samples.</summary>
    public long? Seed { get; init; }

    public required OutputStatus Status { get; init; }

    /// <summary>The audio it gave.</summary>
    public string? ClipSha256 { get; init; }

    /// <summary>The transcript it gave.</summary>
    public string? Text { get; init; }

    /// <summary>Words with times: a JSON array of <c>{text, start, end}</c>, in seconds.</summary>
    public string? Words { get; init; }

    /// <summary>Tokens as JSON.</summary>
    public string? Tokens { get; init; }

    /// <summary>Length of the audio recognized, spoken or reconstructed.</summary>
    public double? AudioSeconds { get; init; }

    /// <summary>Time spent in the system, without loading and queueing.</summary>
    public double? ProcessingSeconds { get; init; }

    /// <summary>Processing until the first audio, or from the start of the stream until the first partial.</summary>
    public double? FirstResultSeconds { get; init; }

    /// <summary>Mean delay of partial results behind the voice.</summary>
    public double? DelaySeconds { get; init; }

    /// <summary>Bits a second of the tokens.</summary>
    public double? BitRate { get; init; }

    /// <summary>Why there is no result, in a sentence.</summary>
    public string? Error { get; init; }

    /// <summary>Whether a user chose to keep it among the system's outputs.</summary>
    public bool Kept { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
