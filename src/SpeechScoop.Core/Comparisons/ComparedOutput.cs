namespace SpeechScoop.Comparisons;

/// <summary>An output as a comparison sees it.</summary>
public sealed record ComparedOutput
{
    public required string Id { get; init; }

    /// <summary>The live trial or the run that it belongs to.</summary>
    public required string TrialId { get; init; }

    /// <summary>What the systems were given: outputs for the same recording share it, and bootstrap intervals draw whole items.</summary>
    public required string Item { get; init; }

    public required Condition Condition { get; init; }

    /// <summary>Where the trial's audio came from, or the name of the run's dataset; null for typed text.</summary>
    public string? Source { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether it was completed; times of failed or cancelled outputs do not count.</summary>
    public required bool IsDone { get; init; }

    public double? AudioSeconds { get; init; }

    public double? ProcessingSeconds { get; init; }

    /// <summary>Mean delay of partial results behind the voice, in seconds.</summary>
    public double? DelaySeconds { get; init; }

    /// <summary>Bits a second.</summary>
    public double? BitRate { get; init; }
}
