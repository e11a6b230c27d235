using SpeechScoop.Metrics;

namespace SpeechScoop.TokenizerLab;

/// <summary>Where systems fail: reconstructions ordered by a metric, the worst first.</summary>
public static class WorstClips
{
    /// <summary>Orders reconstructions that have a value; equal ones keep the run's order.</summary>
    /// <param name="outputs">What was made, in the run's order.</param>
    /// <param name="metric">The metric's id.</param>
    /// <param name="direction">Which way is better; nothing is worst for a neutral metric.</param>
    public static IReadOnlyList<ReconstructedClip> Of(IEnumerable<ReconstructedClip> outputs, string metric, MetricDirection direction)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        var measured = outputs.Where(output => output.Values.ContainsKey(metric));
        return direction switch
        {
            MetricDirection.HigherIsBetter => [.. measured.OrderBy(output => output.Values[metric])],
            MetricDirection.LowerIsBetter => [.. measured.OrderByDescending(output => output.Values[metric])],
            _ => [],
        };
    }
}
