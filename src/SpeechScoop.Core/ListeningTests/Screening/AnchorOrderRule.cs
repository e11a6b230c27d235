namespace SpeechScoop.ListeningTests;

/// <summary>
/// As MPEG's verification tests screen MUSHRA: leaves out a listener if on any item the hidden reference got less than
/// <see cref="HiddenReferenceFrom"/>, or not hidden reference ≥ 7 kHz anchor ≥ 3.5 kHz anchor. What a page does not have is not compared.
/// </summary>
public sealed record AnchorOrderRule : ScreeningRule
{
    internal const string Kind = "anchor-order";

    /// <summary>Lowest score at which the hidden reference counts as found, 0..100.</summary>
    public double HiddenReferenceFrom { get; init; } = 90;

    internal override IEnumerable<ScreeningFinding> Find(ScreeningInput input) =>
        from page in input.Graded(TrialDesign.Mushra).GroupBy(graded => (graded.Rating.Listener, graded.Rating.Session, graded.Rating.Page))
        let fault = Fault(Score(page, StimulusRole.Reference), Score(page, StimulusRole.Anchor70), Score(page, StimulusRole.Anchor35))
        where fault is not null
        group (page.First().Rating.Item, fault) by page.Key.Listener into faults
        select new ScreeningFinding(Kind, ScreeningScope.Listener, faults.Key, null, null, Text(
            $"On item {faults.First().Item} {faults.First().fault}{(faults.Count() > 1 ? Text($", and on {faults.Count() - 1} more") : "")}; one such item excludes."));

    internal override string? Problem() => Range(Kind, "hiddenReferenceFrom", HiddenReferenceFrom, 0, 100);

    private static double? Score(IEnumerable<(TestRating Rating, double Value)> page, StimulusRole role) =>
        page.Where(graded => graded.Rating.Role == role).Select(graded => (double?)graded.Value).FirstOrDefault();

    private string? Fault(double? reference, double? mid, double? low) =>
        reference < HiddenReferenceFrom ? Text($"the hidden reference got {reference}, below {HiddenReferenceFrom}")
        : mid > reference ? Text($"the 7 kHz anchor got {mid}, above the hidden reference's {reference}")
        : low > mid ? Text($"the 3.5 kHz anchor got {low}, above the 7 kHz anchor's {mid}")
        : mid is null && low > reference ? Text($"the 3.5 kHz anchor got {low}, above the hidden reference's {reference}")
        : null;
}
