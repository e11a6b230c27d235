using SpeechScoop.Recognition;

namespace SpeechScoop.Comparisons;

/// <summary>An error rate of an output, as counts: rates of several outputs are ratios of summed counts.</summary>
public sealed record ComparedMeasurement
{
    public required string OutputId { get; init; }

    /// <summary><see cref="TranscriptScore.WordMetric"/> or <see cref="TranscriptScore.CharacterMetric"/>.</summary>
    public required string Metric { get; init; }

    /// <summary>Version of the metric and its recipe (normaliser, costs).</summary>
    public required MetricRecipe Recipe { get; init; }

    public required ErrorCounts Counts { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
