namespace SpeechScoop.ListeningTests;

/// <summary>
/// ITU-R BS.1534-3, post-screening: leaves out a listener who rated the mid (7 kHz) anchor above <see cref="Above"/> on more than
/// <see cref="Share"/> of the items. Items whose mid anchor more than <see cref="IndistinctShare"/> of the listeners rated above
/// <see cref="Above"/> hardly differ from their reference, and do not count for this rule. All strictly. An item is a rated page.
/// </summary>
public sealed record MidAnchorRule : ScreeningRule
{
    internal const string Kind = "mid-anchor";

    /// <summary>Highest score at which the anchor counts as heard, 0..100.</summary>
    public double Above { get; init; } = 90;

    /// <summary>How large a share of items may be missed, 0..1.</summary>
    public double Share { get; init; } = 0.15;

    /// <summary>How large a share of listeners may rate an item's anchor that high before the item says nothing, 0..1.</summary>
    public double IndistinctShare { get; init; } = 0.25;

    internal override IEnumerable<ScreeningFinding> Find(ScreeningInput input)
    {
        (TestRating Rating, double Value)[] anchors = [.. input.Graded(TrialDesign.Mushra).Where(graded => graded.Rating.Role == StimulusRole.Anchor70)];

        // A listener who rated an item twice is one assessor of it, and rated it high if either score was.
        var indistinct = anchors.GroupBy(graded => graded.Rating.Trial)
            .Where(trial => MoreThan(IndistinctShare, Listeners(trial.Where(graded => graded.Value > Above)), Listeners(trial)))
            .Select(trial => trial.Key).ToHashSet();

        return from graded in anchors
               where !indistinct.Contains(graded.Rating.Trial)
               group graded.Value by graded.Rating.Listener into scores
               let high = scores.Count(score => score > Above)
               where MoreThan(Share, high, scores.Count())
               select new ScreeningFinding(Kind, ScreeningScope.Listener, scores.Key, null, null, Text(
                   $"Rated the 7 kHz anchor above {Above} on {high} of {scores.Count()} items ({Percent((double)high / scores.Count())}); more than {Percent(Share)} excludes.{LeftOut(indistinct.Count)}"));
    }

    internal override string? Problem() =>
        Range(Kind, "above", Above, 0, 100) ?? Range(Kind, "share", Share, 0, 1) ?? Range(Kind, "indistinctShare", IndistinctShare, 0, 1);

    private static int Listeners(IEnumerable<(TestRating Rating, double Value)> ratings) => ratings.Select(graded => graded.Rating.Listener).Distinct().Count();

    private string LeftOut(int items) =>
        items == 0 ? "" : Text($" Not counted: {items} items whose anchor more than {Percent(IndistinctShare)} of the listeners rated that high.");
}
