using SpeechScoop.Statistics;

namespace SpeechScoop.ListeningTests.Results;

/// <summary>From rows of one scale to its scores.</summary>
internal static class ScaleScoring
{
    public const string MeanRecipe = "t-interval@1 over listeners' means";
    public const string ItemRecipe = "t-interval@1 over ratings of the item";
    private const int SliderBins = 20;
    private const int DensityParts = 50;

    /// <summary>Half the width of an interval that is called narrow, as a share of the scale: 5 MUSHRA points, 0.2 of a MOS.</summary>
    private const double NarrowShare = 0.05;

    /// <summary>Recipe of the interval that knows of listeners and items.</summary>
    public static string ClusterRecipe { get; } =
        $"pigeonhole-bootstrap@1 over listeners and items, expanded percentiles, resamples={ClusterBootstrap.UsualResamples} seed={ClusterBootstrap.UsualSeed}";

    /// <summary>Recipe of the median's interval.</summary>
    public static string MedianRecipe { get; } = $"median of ratings, {ClusterRecipe}";

    public static ScaleScores Score(ListeningTestDefinition definition, TrialDesign design, string scale, ScaleRange range, IReadOnlyList<ScoreRow> rows)
    {
        var order = definition.Conditions.Select((condition, index) => (condition.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        var conditions = definition.Conditions.ToDictionary(condition => condition.Id, StringComparer.Ordinal);
        var items = ItemOrder(definition);
        IGrouping<string, ScoreRow>[] groups = [.. rows.GroupBy(row => row.Condition, StringComparer.Ordinal).OrderBy(group => order.GetValueOrDefault(group.Key, int.MaxValue))];
        ConditionScore[] scores = [.. groups.Select(group => Score(conditions.GetValueOrDefault(group.Key) ?? new(group.Key, group.Key), range, [.. group]))];
        return new()
        {
            Design = design, Scale = scale, Minimum = range.Minimum, Maximum = range.Maximum, Conditions = scores,
            Pairs = PairedComparison.Of(definition, scores, rows), Overall = OverallTest.Of(scores, rows),
            Items = [.. groups.SelectMany(group => group.GroupBy(row => row.Item, StringComparer.Ordinal)
                .OrderBy(item => items.GetValueOrDefault(item.Key, int.MaxValue)).Select(item => ScoreItem(group.Key, item.Key, [.. item])))],
        };
    }

    private static ConditionScore Score(TestCondition condition, ScaleRange range, ScoreRow[] rows)
    {
        double[] values = [.. rows.Select(row => row.Value)];
        var listeners = ScoreRow.ListenerMeans(rows);
        var (listener, item) = (Index(rows, row => row.Listener), Index(rows, row => row.Item));
        var median = ClusterBootstrap.TwoWayMedian(listener, item, values)!;
        return new(
            condition.Id, condition.Title, condition.Role, values.Length, listeners.Length, rows.Select(row => row.Item).Distinct(StringComparer.Ordinal).Count(),
            Estimate.Of(MeanEstimate.Of(listeners), MeanRecipe)!,
            ClusterBootstrap.TwoWay(listener, item, values) is { } cluster ? Estimate.Of(cluster.Mean, cluster.Interval, cluster.N, ClusterRecipe) : null, MeanEstimate.Of(values)!.StandardDeviation,
            Estimate.Of(median.Median, median.Interval, median.N, MedianRecipe),
            BoxStatistics.Of(values)!, Histogram(values, range), range.Step > 0 ? [] : KernelDensity.Of(values, range.Minimum, range.Maximum, DensityParts),
            Bimodality.Coefficient(values), Forecast.Of(listeners, NarrowShare * (range.Maximum - range.Minimum)));
    }

    private static int[] Index(ScoreRow[] rows, Func<ScoreRow, string> name)
    {
        var known = rows.Select(name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select((key, index) => (key, index)).ToDictionary(pair => pair.key, pair => pair.index, StringComparer.Ordinal);
        return [.. rows.Select(row => known[name(row)])];
    }

    private static ItemScore ScoreItem(string condition, string item, ScoreRow[] rows)
    {
        double[] values = [.. rows.Select(row => row.Value)];
        return new(condition, item, values.Length, rows.Select(row => row.Listener).Distinct(StringComparer.Ordinal).Count(),
            Estimate.Of(MeanEstimate.Of(values), ItemRecipe)!, MedianEstimate.Of(values)!.Median);
    }

    /// <summary>A bar for each category; twenty bars for sliders.</summary>
    private static HistogramBin[] Histogram(double[] values, ScaleRange range)
    {
        var categories = range.Step > 0 ? (int)Math.Round((range.Maximum - range.Minimum) / range.Step) + 1 : int.MaxValue;
        var isCategorical = categories <= SliderBins;
        var (from, count) = isCategorical ? (range.Minimum - (range.Step / 2), categories) : (range.Minimum, SliderBins);
        var width = isCategorical ? range.Step : (range.Maximum - range.Minimum) / SliderBins;
        var counts = new int[count];
        foreach (var value in values) counts[Math.Clamp((int)Math.Floor((value - from) / width), 0, count - 1)]++;
        return [.. counts.Select((n, bin) => new HistogramBin(from + (bin * width), from + ((bin + 1) * width), n))];
    }

    private static Dictionary<string, int> ItemOrder(ListeningTestDefinition definition)
    {
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var trial in definition.Sections.OfType<TrialSection>().SelectMany(section => section.Trials)) order.TryAdd(trial.Item, order.Count);
        return order;
    }
}
