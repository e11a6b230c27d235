using SpeechScoop.Metrics;

namespace SpeechScoop.SynthesisLab;

/// <summary>What one would hear if only the best of several takes were shown, against what one usually gets.</summary>
/// <param name="Condition">Id.</param>
/// <param name="Metric">Id of a metric that points one way.</param>
/// <param name="Takes">K: the fewest takes of any prompt.</param>
/// <param name="Best">Mean over prompts of the best take.</param>
/// <param name="Typical">Mean over prompts of the median take.</param>
/// <param name="Worst">Mean over prompts of the worst take.</param>
/// <param name="Bias">How much better the best take is than the typical one; ≥ 0, in the metric's unit.</param>
/// <remarks>Of prompts with more takes than the fewest, the first ones count, so that no prompt has more chances than another.</remarks>
public sealed record DemoBias(string Condition, string Metric, int Takes, double Best, double Typical, double Worst, PromptEstimate Bias)
{
    /// <summary>The bias of each condition in each metric that points one way.</summary>
    /// <param name="directions">By metric id; metrics that are not in it, or neutral, are left out.</param>
    public static IReadOnlyList<DemoBias> Of(IReadOnlyCollection<SynthesisTake> takes, IReadOnlyDictionary<string, MetricDirection> directions)
    {
        ArgumentNullException.ThrowIfNull(takes);
        ArgumentNullException.ThrowIfNull(directions);
        return [.. takes.GroupBy(take => take.Condition).SelectMany(condition => TakeValues.Metrics(condition)
            .Where(directions.ContainsKey)
            .Select(metric => Of(condition.Key, metric, directions[metric], TakeValues.ByPrompt(condition, metric))).OfType<DemoBias>())];
    }

    private static DemoBias? Of(string condition, string metric, MetricDirection direction, double[][] prompts)
    {
        var fewest = prompts.Min(values => values.Length);
        return TakeSpread.Of(prompts.Select(values => values[..fewest]), direction) is { } spread
            ? new(condition, metric, fewest, spread.Best, spread.Typical, spread.Worst, PromptEstimate.Of(spread.DemoBias)!)
            : null;
    }
}
