using SpeechScoop.Statistics;

namespace SpeechScoop.ListeningTests.Results;

/// <summary>Comparison category ratings of one condition against another, whichever was presented first.</summary>
/// <param name="Condition">The one that is judged: the processed one; of two systems the one that the definition lists second.</param>
/// <param name="Against">The other: the reference, or the system that the definition lists first.</param>
/// <param name="Mean">Mean of the listeners' means, −3 (much worse) .. 3 (much better), with its t interval: the CMOS.</param>
/// <param name="PValue">One-sample t test of the listeners' means against 0; null where they do not vary or there is one listener only.</param>
/// <param name="Histogram">How often each category was given, from −3.</param>
public sealed record DirectComparison(
    string Condition, string Title, string Against, string TitleAgainst, int Ratings, int Listeners, Estimate Mean, double? PValue, IReadOnlyList<HistogramBin> Histogram)
{
    public const string TestRecipe = "t-test-one-sample@1 over listeners' means, two-sided";

    internal static DirectComparison[] Of(ListeningTestDefinition definition, IReadOnlyList<TestRating> ratings)
    {
        var pairs = new ConditionPairs(definition);
        return [.. Rows(definition, ratings).Select(pair => Compare(pair.Condition, pair.Against, pair.Rows, pairs))];
    }

    /// <summary>The votes of each pair, positive for its judged condition, in the order of the definition.</summary>
    internal static IEnumerable<(string Condition, string Against, ScoreRow[] Rows)> Rows(ListeningTestDefinition definition, IReadOnlyList<TestRating> ratings)
    {
        var pairs = new ConditionPairs(definition);
        return ratings.Where(rating => rating is { Design: TrialDesign.Ccr, Value: not null, OtherCondition: not null } && rating.OtherCondition != rating.Condition)
            .Select(rating => Orient(rating, pairs))
            .GroupBy(row => (row.Condition, row.Against)).OrderBy(group => pairs.Place(group.Key.Condition)).ThenBy(group => pairs.Place(group.Key.Against))
            .Select(group => (group.Key.Condition, group.Key.Against, group.Select(row => row.Row).ToArray()));
    }

    /// <summary>The judged condition of a CCR rating and its value with the sign such that positive speaks for it.</summary>
    /// <param name="rating">With a value and another condition.</param>
    public static (string Condition, double Value) Judge(ListeningTestDefinition definition, TestRating rating)
    {
        var (condition, _, row) = Orient(rating, new(definition));
        return (condition, row.Value);
    }

    /// <summary>Turns the sign such that positive speaks for the judged condition.</summary>
    private static (string Condition, string Against, ScoreRow Row) Orient(TestRating rating, ConditionPairs pairs)
    {
        var (a, b, ratedIsA) = pairs.Of(rating);
        // A reference stands last in a pair, so the judged one is A; of two systems it is the second, B.
        var judgesA = rating.Role is StimulusRole.Reference || rating.OtherRole is StimulusRole.Reference;
        var sign = ratedIsA == judgesA ? 1 : -1;
        var (judged, against) = judgesA ? (a, b) : (b, a);
        return (judged, against, new(judged, rating.Listener, rating.Item, sign * rating.Value!.Value));
    }

    private static DirectComparison Compare(string condition, string against, ScoreRow[] rows, ConditionPairs pairs)
    {
        var means = ScoreRow.ListenerMeans(rows);
        var mean = MeanEstimate.Of(means)!;
        return new(condition, pairs.Title(condition), against, pairs.Title(against), rows.Length, means.Length,
            Estimate.Of(mean, ScaleScoring.MeanRecipe)!, StudentTest.Of(means)?.P,
            [.. Enumerable.Range(-3, 7).Select(value => new HistogramBin(value - 0.5, value + 0.5, rows.Count(row => Math.Abs(row.Value - value) < 0.5)))]);
    }
}
