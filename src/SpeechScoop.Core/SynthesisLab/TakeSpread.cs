using SpeechScoop.Metrics;
using SpeechScoop.Statistics;

namespace SpeechScoop.SynthesisLab;

/// <summary>
/// What a demo shows and what a user gets: the best, the typical (median) and the worst take of each prompt, averaged over prompts.
/// </summary>
/// <param name="Best">Mean over prompts of the best take.</param>
/// <param name="Typical">Mean over prompts of the median take.</param>
/// <param name="Worst">Mean over prompts of the worst take.</param>
/// <param name="DemoBias">How much better the best take is than the typical one, ≥ 0, in the metric's unit, with an interval over prompts.</param>
/// <param name="Prompts">Prompts with takes, ≥ 1.</param>
/// <param name="FewestTakes">Takes of the prompt that has fewest: "best of K" with different K compares unequal luck.</param>
/// <param name="MostTakes">Takes of the prompt that has most.</param>
public sealed record TakeSpread(double Best, double Typical, double Worst, ClusterEstimate DemoBias, int Prompts, int FewestTakes, int MostTakes)
{
    /// <summary>Compares takes of finite values. Prompts without takes are left out.</summary>
    /// <param name="prompts">The takes' values, prompt by prompt.</param>
    /// <param name="direction">Which way is better. Neutral metrics have no best take.</param>
    /// <returns>Null without takes, and for a neutral metric.</returns>
    public static TakeSpread? Of(IEnumerable<IReadOnlyList<double>> prompts, MetricDirection direction)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        double[][] sorted = [.. prompts.Where(takes => takes.Count > 0).Select(takes => takes.Order().ToArray())];
        if (sorted.Length == 0 || direction == MetricDirection.Neutral) return null;
        if (direction == MetricDirection.LowerIsBetter) Array.ForEach(sorted, Array.Reverse);
        double[] typical = [.. sorted.Select(takes => (takes[(takes.Length - 1) / 2] + takes[takes.Length / 2]) / 2)];
        var bias = ClusterBootstrap.ByListener([.. Enumerable.Range(0, sorted.Length)], [.. sorted.Select((takes, i) => Math.Abs(takes[^1] - typical[i]))])!;
        return new(sorted.Average(takes => takes[^1]), typical.Average(), sorted.Average(takes => takes[0]), bias,
            sorted.Length, sorted.Min(takes => takes.Length), sorted.Max(takes => takes.Length));
    }
}
