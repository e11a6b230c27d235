using SpeechScoop.Metrics;

namespace SpeechScoop.SynthesisLab;

/// <summary>
/// Order of a cell's takes from the best to the worst: those without a failure first, then by the metric, then by fewer failures; takes
/// that are still equal keep their order. A take without a value stands behind those that have one, and one without a clip last.
/// </summary>
/// <param name="Metric">Id; null to go by failures alone.</param>
/// <param name="Direction">Which way the metric points.</param>
public sealed record TakeRanking(string? Metric, MetricDirection Direction)
{
    /// <summary>Sorts takes of one prompt and condition.</summary>
    public SynthesisTake[] Order(IEnumerable<SynthesisTake> takes) => [.. takes
        .OrderBy(take => take.ClipSha256 is null)
        .ThenBy(take => !take.Passes)
        .ThenBy(take => Cost(take))
        .ThenBy(take => take.Failures.Count)
        .ThenBy(take => take.Take)];

    private double Cost(SynthesisTake take) => Metric is not null && take.Measurements.TryGetValue(Metric, out var value)
        ? Direction switch
        {
            MetricDirection.HigherIsBetter => -value,
            MetricDirection.LowerIsBetter => value,
            _ => 0,
        }
        : double.PositiveInfinity;
}
