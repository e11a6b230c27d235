namespace SpeechScoop.Statistics;

/// <summary>A metric beside what listeners said, as ITU-T P.1401 reports it.</summary>
/// <param name="Pearson">Null where either does not vary.</param>
/// <param name="Spearman">Null where either does not vary.</param>
/// <param name="Mapping">The line from the metric to the ratings; null where the metric does not vary.</param>
/// <param name="Error">After the mapping; null for fewer than three points or without a mapping.</param>
/// <param name="N">Points: stimuli or conditions.</param>
public sealed record MetricAgreement(Correlation? Pearson, Correlation? Spearman, LinearMapping? Mapping, PredictionError? Error, int N)
{
    /// <summary>Compares one point after the other.</summary>
    /// <param name="metric">The metric's finite values.</param>
    /// <param name="ratings">Mean ratings of the same stimuli or conditions.</param>
    /// <param name="halfWidths">Half the width of each rating's 95 % interval; null where one of them is unknown.</param>
    public static MetricAgreement Of(IReadOnlyList<double> metric, IReadOnlyList<double> ratings, IReadOnlyList<double>? halfWidths = null)
    {
        var mapping = LinearMapping.Of(metric, ratings);
        var error = mapping is null ? null : PredictionError.Of(ratings, [.. metric.Select(mapping.Map)], halfWidths, LinearMapping.Freedom);
        return new(Correlation.Pearson(metric, ratings), Correlation.Spearman(metric, ratings), mapping, error, metric.Count);
    }
}
