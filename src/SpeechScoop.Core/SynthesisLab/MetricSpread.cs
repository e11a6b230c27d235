using SpeechScoop.Statistics;

namespace SpeechScoop.SynthesisLab;

/// <summary>How much a metric varies between takes of one prompt, and how much between prompts.</summary>
/// <param name="Condition">Id.</param>
/// <param name="Metric">Id.</param>
/// <param name="Mean">Mean of the prompts' means.</param>
/// <param name="Within">Standard deviation between takes of one prompt, pooled over prompts; null where no prompt has two takes.</param>
/// <param name="Between">Standard deviation of the prompts' true means, that is without what takes add; null for fewer than two prompts.</param>
/// <param name="Icc">ICC(1): the share of variance that prompts explain, with its F interval. Near 0, another take matters as much as another prompt.</param>
/// <param name="IccLow">Lower end of the 95 % interval.</param>
/// <param name="IccHigh">Upper end.</param>
/// <param name="Prompts">Prompts with a value.</param>
/// <param name="Takes">Takes with a value.</param>
public sealed record MetricSpread(
    string Condition, string Metric, PromptEstimate Mean, PromptEstimate? Within, double? Between, double? Icc, double? IccLow, double? IccHigh, int Prompts, int Takes)
{
    /// <summary>The spread of each metric of each condition.</summary>
    public static IReadOnlyList<MetricSpread> Of(IReadOnlyCollection<SynthesisTake> takes)
    {
        ArgumentNullException.ThrowIfNull(takes);
        return [.. takes.GroupBy(take => take.Condition).SelectMany(condition => TakeValues.Metrics(condition)
            .Select(metric => Of(condition.Key, metric, TakeValues.ByPrompt(condition, metric))))];
    }

    private static MetricSpread Of(string condition, string metric, double[][] prompts)
    {
        var components = VarianceComponents.Of(prompts);
        return new(
            condition, metric,
            PromptEstimate.Mean(prompts.Select(values => values.Average()))!,
            PromptEstimate.Pooled([.. prompts.Where(values => values.Length > 1).Select(values => (Variance(values), values.Length - 1))], Math.Sqrt),
            components?.BetweenDeviation, components?.Intraclass?.Value, components?.Intraclass?.Interval.Low, components?.Intraclass?.Interval.High,
            prompts.Length, prompts.Sum(values => values.Length));
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
