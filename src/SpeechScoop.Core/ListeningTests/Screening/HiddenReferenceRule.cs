namespace SpeechScoop.ListeningTests;

/// <summary>
/// ITU-R BS.1534-3, post-screening: leaves out a listener who rated the hidden reference below <see cref="Below"/> on more than
/// <see cref="Share"/> of the items. Both strictly. An item is a rated page; a repeated page counts again.
/// </summary>
public sealed record HiddenReferenceRule : ScreeningRule
{
    internal const string Kind = "hidden-reference";

    /// <summary>Lowest score at which the hidden reference counts as found, 0..100.</summary>
    public double Below { get; init; } = 90;

    /// <summary>How large a share of items may be missed, 0..1.</summary>
    public double Share { get; init; } = 0.15;

    internal override IEnumerable<ScreeningFinding> Find(ScreeningInput input) =>
        from graded in input.Graded(TrialDesign.Mushra)
        where graded.Rating.Role == StimulusRole.Reference
        group graded.Value by graded.Rating.Listener into scores
        let low = scores.Count(score => score < Below)
        where MoreThan(Share, low, scores.Count())
        select new ScreeningFinding(Kind, ScreeningScope.Listener, scores.Key, null, null, Text(
            $"Rated the hidden reference below {Below} on {low} of {scores.Count()} items ({Percent((double)low / scores.Count())}); more than {Percent(Share)} excludes."));

    internal override string? Problem() => Range(Kind, "below", Below, 0, 100) ?? Range(Kind, "share", Share, 0, 1);
}
