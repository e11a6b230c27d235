using SpeechScoop.Statistics;

namespace SpeechScoop.ListeningTests.Results;

/// <summary>How far listeners' differences of two conditions spread in a test that was run: a pilot for the next.</summary>
/// <param name="Scale">Of the design.</param>
/// <param name="Items">On which both were rated.</param>
/// <param name="Spread">Of A minus B; of CCR votes for A against B.</param>
public sealed record PilotSpread(TrialDesign Design, string Scale, string A, string TitleA, string B, string TitleB, int Items, DifferenceSpread Spread, string Recipe)
{
    /// <summary>All pairs of systems and the reference on all scales, and all CCR pairs; within a scale the widest spread first. Pairs that fewer than two listeners judged are left out.</summary>
    /// <param name="excluded">Ids of ratings that screening excludes.</param>
    public static IReadOnlyList<PilotSpread> Of(
        ListeningTestDefinition definition, IReadOnlyList<TestSession> sessions, IReadOnlyList<TestRating> ratings, IReadOnlySet<string>? excluded = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var analysed = AnalysedRatings.Of(sessions, ratings, excluded).Ratings;
        return [.. TestResults.ScaleRows(analysed).SelectMany(scale => OfScale(definition, scale.Design, scale.Scale, scale.Rows).OrderByDescending(pair => pair.Spread.Deviation.Value)),
            .. OfComparisons(definition, analysed).OrderByDescending(pair => pair.Spread.Deviation.Value)];
    }

    private static IEnumerable<PilotSpread> OfScale(ListeningTestDefinition definition, TrialDesign design, string scale, ScoreRow[] rows)
    {
        var compared = definition.Conditions.Where(condition => condition.Role is StimulusRole.System or StimulusRole.Reference)
            .OrderBy(condition => condition.Role is StimulusRole.Reference).Select(condition => condition.Id).ToArray();
        var cells = compared.ToDictionary(condition => condition, condition => PairedComparison.Cells(rows, condition), StringComparer.Ordinal);
        return from i in Enumerable.Range(0, compared.Length)
               from j in Enumerable.Range(i + 1, compared.Length - i - 1)
               let spread = Of(definition, design, scale, compared[i], compared[j], [.. PairedComparison.CellDifferences(cells[compared[i]], cells[compared[j]])])
               where spread is not null
               select spread;
    }

    private static IEnumerable<PilotSpread> OfComparisons(ListeningTestDefinition definition, IReadOnlyList<TestRating> ratings) =>
        DirectComparison.Rows(definition, ratings).Select(pair => Of(definition, TrialDesign.Ccr, "ccr", pair.Condition, pair.Against,
            [.. pair.Rows.GroupBy(row => (row.Listener, row.Item)).Select(cell => (cell.Key.Listener, cell.Key.Item, cell.Average(row => row.Value)))])).OfType<PilotSpread>();

    private static PilotSpread? Of(
        ListeningTestDefinition definition, TrialDesign design, string scale, string a, string b, (string Listener, string Item, double Value)[] differences)
    {
        var titles = new ConditionPairs(definition);
        return DifferenceSpread.Of(differences.Select(difference => (difference.Listener, difference.Value))) is { } spread
            ? new(design, scale, a, titles.Title(a), b, titles.Title(b), differences.Select(difference => difference.Item).Distinct(StringComparer.Ordinal).Count(), spread, DifferenceSpread.Recipe)
            : null;
    }
}
