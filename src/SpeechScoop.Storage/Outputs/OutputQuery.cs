using SpeechScoop.Systems;

namespace SpeechScoop.Storage.Outputs;

/// <summary>Which outputs to list; null means any.</summary>
/// <param name="Search">Text that the prompt, transcript, reference, clip name or system title must contain, in any case.</param>
/// <param name="Before">Only outputs older than the one of this id: the end of the previous page.</param>
/// <param name="Limit">1..200.</param>
public sealed record OutputQuery(
    SystemKind? Kind = null, string? SystemId = null, bool? Kept = null, string? Search = null, string? Before = null, int Limit = 50);

/// <summary>An output with what it answers, as lists show it.</summary>
public sealed record ListedOutput
{
    public required string Id { get; init; }

    /// <summary>The live trial that it belongs to; null for an output of a run.</summary>
    public string? TrialId { get; init; }

    /// <summary>The run that it belongs to; null for an output of a live trial.</summary>
    public string? RunId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required SystemKind Kind { get; init; }

    public required string SystemId { get; init; }

    /// <summary>The system's title when it was last used.</summary>
    public required string SystemTitle { get; init; }

    public string? SystemVersion { get; init; }

    public required string Settings { get; init; }

    public long? Seed { get; init; }

    /// <summary>What was to be spoken.</summary>
    public string? Prompt { get; init; }

    /// <summary>What was really said.</summary>
    public string? Reference { get; init; }

    /// <summary>Name of the trial's recording, or the key of the dataset's item.</summary>
    public string? ClipName { get; init; }

    /// <summary>The transcript.</summary>
    public string? Text { get; init; }

    public string? Words { get; init; }

    /// <summary>The audio it gave; for a transcript, the audio it was made from where that was kept.</summary>
    public string? ClipSha256 { get; init; }

    /// <summary>Where a transcript's audio begins in that clip, in seconds; null for its beginning.</summary>
    public double? ClipStart { get; init; }

    /// <summary>Where it ends; null for the clip's end.</summary>
    public double? ClipEnd { get; init; }

    public double? AudioSeconds { get; init; }

    public double? ProcessingSeconds { get; init; }

    public double? DelaySeconds { get; init; }

    public double? BitRate { get; init; }

    public bool Kept { get; init; }
}
