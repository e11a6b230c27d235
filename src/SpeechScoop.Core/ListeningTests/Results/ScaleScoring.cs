using SpeechScoop.Statistics;

namespace SpeechScoop.ListeningTests.Results;

/// <summary>From rows of one scale to its scores.</summary>
internal static class ScaleScoring
{
    public const string MeanRecipe = "t-interval@1 over listeners' means";
    public const string MedianRecipe = "median-rank-interval@1 over ratings";
    public const string ItemRecipe = "t-interval@1 over ratings of the item";
    private const int SliderBins = 20;

    public static ScaleScores Score(ListeningTestDefinition definition, TrialDesign design, string scale, ScaleRange range, IReadOnlyList<ScoreRow> rows)
    {
        var order = definition.Conditions.Select((condition, index) => (condition.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        var conditions = definition.Conditions.ToDictionary(condition => condition.Id, StringComparer.Ordinal);
        var items = ItemOrder(definition);
        IGrouping<string, ScoreRow>[] groups = [.. rows.GroupBy(row => row.Condition, StringComparer.Ordinal).OrderBy(group => order.GetValueOrDefault(group.Key, int.MaxValue))];
        return new()
        {
            Design = design, Scale = scale, Minimum = range.Minimum, Maximum = range.Maximum,
            Conditions = [.. groups.Select(group => Score(conditions.GetValueOrDefault(group.Key) ?? new(group.Key, group.Key), range, [.. group]))],
            Items = [.. groups.SelectMany(group => group.GroupBy(row => row.Item, StringComparer.Ordinal)
                .OrderBy(item => items.GetValueOrDefault(item.Key, int.MaxValue)).Select(item => ScoreItem(group.Key, item.Key, [.. item])))],
        };
    }

    private static ConditionScore Score(TestCondition condition, ScaleRange range, ScoreRow[] rows)
    {
        double[] values = [.. rows.Select(row => row.Value)];
        var listeners = ScoreRow.ListenerMeans(rows);
        var median = MedianEstimate.Of(values)!;
        return new(
            condition.Id, condition.Title, condition.Role, values.Length, listeners.Length, rows.Select(row => row.Item).Distinct(StringComparer.Ordinal).Count(),
            Estimate.Of(MeanEstimate.Of(listeners), MeanRecipe)!,
            MeanEstimate.Of(values)!.StandardDeviation,
            Estimate.Of(median.Median, median.Interval, median.N, MedianRecipe),
            BoxStatistics.Of(values)!, Histogram(values, range));
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

/// <summary>Ends and step of a scale; step 0 where it has none.</summary>
internal readonly record struct ScaleRange(double Minimum, double Maximum, double Step)
{
    /// <summary>What a trial's own definition of the scale says, else what the standard says, else what was given.</summary>
    public static ScaleRange Of(ListeningTestDefinition definition, TrialDesign design, string scale, IReadOnlyList<ScoreRow> rows)
    {
        var own = definition.Sections.OfType<TrialSection>().SelectMany(section => section.Trials).Where(trial => trial.Design == design)
            .SelectMany(trial => trial.Scales).FirstOrDefault(known => known.Id == scale && known.Maximum > known.Minimum);
        if (own is not null) return new(own.Minimum, own.Maximum, own.Continuous ? 0 : own.Step);
        return scale switch
        {
            "acr" or "dcr" or "sig" or "bak" or "ovrl" => new(1, 5, 1),
            "mushra" => new(0, 100, 0),
            "bs1116" => new(1, 5, 0),
            BasicAudioQuality.DifferenceScale => new(-4, 4, 0),
            "ccr" => new(-3, 3, 1),
            _ => new(rows.Min(row => row.Value), Math.Max(rows.Max(row => row.Value), rows.Min(row => row.Value) + 1), 0),
        };
    }
}
