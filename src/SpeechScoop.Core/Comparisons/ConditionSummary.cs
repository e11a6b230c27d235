using SpeechScoop.Statistics;

namespace SpeechScoop.Comparisons;

/// <summary>All that is known of one condition; null where nothing is.</summary>
public sealed record ConditionSummary
{
    /// <summary>Names the condition within the comparison.</summary>
    public required string Id { get; init; }

    public required Condition Condition { get; init; }

    public MeanOpinionScore? MeanOpinion { get; init; }

    public MushraScore? Mushra { get; init; }

    public ErrorRate? WordErrors { get; init; }

    public ErrorRate? CharacterErrors { get; init; }

    /// <summary>Processing time / audio time of each output; below 1 is faster than real time.</summary>
    public MedianEstimate? RealTimeFactor { get; init; }

    /// <summary>Seconds that partial results lag behind the voice, by output.</summary>
    public MedianEstimate? Delay { get; init; }

    /// <summary>Bits a second, by output.</summary>
    public MedianEstimate? BitRate { get; init; }
}
