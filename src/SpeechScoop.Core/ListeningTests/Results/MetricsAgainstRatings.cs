using SpeechScoop.Statistics;

namespace SpeechScoop.ListeningTests.Results;

/// <summary>A metric as it was computed: values of different versions or recipes are never compared.</summary>
/// <param name="Id">Such as <c>stoi</c>.</param>
/// <param name="Unit">Empty for none.</param>
public sealed record MetricKind(string Id, string Version, string Unit, string Recipe);

/// <summary>A metric's value for a stimulus.</summary>
/// <param name="Value">Finite.</param>
public sealed record MetricValue(MetricKind Kind, string Trial, string Stimulus, double Value);

/// <summary>A stimulus or a condition: what a metric says beside what listeners said.</summary>
/// <param name="Item">Null for a condition over its items.</param>
/// <param name="Value">The metric's mean over stimuli of the condition on the item; for a condition, over its items.</param>
/// <param name="HalfWidth">Half the rating's 95 % interval; null where that is unknown.</param>
/// <param name="N">Ratings; for a condition, items.</param>
public sealed record MetricPoint(string Condition, string? Item, double Value, double Rating, double? HalfWidth, int N);

/// <summary>A metric beside the ratings on one scale (docs/methods/correlations.md).</summary>
/// <param name="Stimuli">One point for each condition on each item.</param>
public sealed record ComparedMetric(
    MetricKind Kind, IReadOnlyList<MetricPoint> Stimuli, MetricAgreement ByStimulus, IReadOnlyList<MetricPoint> Conditions, MetricAgreement ByCondition);

/// <summary>Compares metrics with ratings.</summary>
public static class MetricsAgainstRatings
{
    /// <summary>The trials whose stimuli the ratings of a scale are about: no practice, no checks.</summary>
    public static IEnumerable<Trial> Trials(ListeningTestDefinition definition, TrialDesign design)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition.Sections.OfType<TrialSection>().Where(section => !section.Training).SelectMany(section => section.Trials)
            .Where(trial => trial.Design == design && trial.Check is null);
    }

    /// <summary>One comparison for each metric, by its id. The reference is left out: a distance from itself says nothing.</summary>
    /// <param name="values">Of any stimuli; those that were not rated on the scale are left out.</param>
    public static IReadOnlyList<ComparedMetric> Of(ListeningTestDefinition definition, ScaleScores scale, IEnumerable<MetricValue> values)
    {
        ArgumentNullException.ThrowIfNull(scale);
        var places = Trials(definition, scale.Design).SelectMany(trial => trial.Stimuli.Where(stimulus => stimulus.Role is not StimulusRole.Reference)
                .Select(stimulus => (Key: (trial.Id, stimulus.Id), Place: (stimulus.Condition, trial.Item))))
            .ToDictionary(pair => pair.Key, pair => pair.Place);
        return [.. values.Where(value => places.ContainsKey((value.Trial, value.Stimulus))).GroupBy(value => value.Kind)
            .OrderBy(kind => kind.Key.Id, StringComparer.Ordinal).ThenBy(kind => kind.Key.Version, StringComparer.Ordinal).ThenBy(kind => kind.Key.Recipe, StringComparer.Ordinal)
            .Select(kind => Compare(kind.Key, scale, kind.ToLookup(value => places[(value.Trial, value.Stimulus)], value => value.Value)))
            .Where(compared => compared.Stimuli.Count > 0)];
    }

    private static ComparedMetric Compare(MetricKind kind, ScaleScores scale, ILookup<(string Condition, string Item), double> values)
    {
        MetricPoint[] stimuli = [.. scale.Items.Where(score => values.Contains((score.Condition, score.Item))).Select(score => new MetricPoint(
            score.Condition, score.Item, values[(score.Condition, score.Item)].Average(), score.Mean.Value, HalfWidth(score.Mean), score.Ratings))];
        MetricPoint[] conditions = [.. scale.Conditions.Select(score => (score, points: stimuli.Where(point => point.Condition == score.Condition).ToArray()))
            .Where(pair => pair.points.Length > 0).Select(pair => Condition(pair.score, pair.points))];
        return new(kind, stimuli, Agreement(stimuli), conditions, Agreement(conditions));
    }

    /// <summary>The condition's own mean where the metric knows all its items; else that of the items it knows, whose interval is unknown.</summary>
    private static MetricPoint Condition(ConditionScore score, MetricPoint[] points)
    {
        var whole = points.Length == score.Items;
        return new(score.Condition, null, points.Average(point => point.Value), whole ? score.Mean.Value : points.Average(point => point.Rating),
            whole ? HalfWidth(score.Mean) : null, points.Length);
    }

    private static double? HalfWidth(Estimate estimate) => estimate is { Low: { } low, High: { } high } ? (high - low) / 2 : null;

    private static MetricAgreement Agreement(MetricPoint[] points) => MetricAgreement.Of(
        [.. points.Select(point => point.Value)], [.. points.Select(point => point.Rating)],
        points.All(point => point.HalfWidth is not null) ? [.. points.Select(point => point.HalfWidth!.Value)] : null);
}
