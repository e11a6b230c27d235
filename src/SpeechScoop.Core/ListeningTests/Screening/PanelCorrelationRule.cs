namespace SpeechScoop.ListeningTests;

/// <summary>
/// ITU-T P.808: leaves out a listener whose votes correlate less than <see cref="From"/> (Pearson) with the other listeners' mean votes, on
/// any scale, over clips with at least <see cref="MinimumVotes"/> votes. Who has fewer than <see cref="MinimumClips"/> such clips, or gave (or met)
/// the same vote throughout, has no correlation and passes.
/// </summary>
public sealed record PanelCorrelationRule : ScreeningRule
{
    internal const string Kind = "panel-correlation";

    /// <summary>Smallest correlation that counts, −1..1.</summary>
    public double From { get; init; } = 0.4;

    /// <summary>Votes that a clip needs, the listener's own included; 2 or more.</summary>
    public int MinimumVotes { get; init; } = 3;

    /// <summary>Clips that a correlation needs, 3 or more: two points always correlate fully.</summary>
    public int MinimumClips { get; init; } = 3;

    internal override bool ComparesWithPanel => true;

    internal override IEnumerable<ScreeningFinding> Find(ScreeningInput input) =>
        from own in PanelCorrelation.Of(input, MinimumVotes, MinimumClips)
        where own.Correlation < From - 1e-9
        select new ScreeningFinding(Kind, ScreeningScope.Listener, own.Listener, null, null, Text(
            $"Votes on scale {own.Scale} correlate by {own.Correlation:0.00} with the other listeners' means over {own.Clips} clips; less than {From} excludes."));

    internal override string? Problem() => Range(Kind, "from", From, -1, 1) ?? Range(Kind, "minimumVotes", MinimumVotes, 2, 1_000_000)
        ?? Range(Kind, "minimumClips", MinimumClips, 3, 1_000_000);
}
