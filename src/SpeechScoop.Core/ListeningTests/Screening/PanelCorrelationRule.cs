using MathNet.Numerics.Statistics;

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

    internal override IEnumerable<ScreeningFinding> Find(ScreeningInput input)
    {
        // One vote a listener and clip: the mean of a listener's own, where a clip came several times.
        var votes = input.Ordinary.Where(rating => Votes.IsCategory(rating.Design) && rating.Value is not null)
            .GroupBy(rating => (Target: Votes.Target(rating), rating.Listener))
            .Select(own => (own.Key.Target, own.Key.Listener, Value: own.Average(Votes.Value)))
            .GroupBy(vote => vote.Target)
            .Where(clip => clip.Count() >= MinimumVotes)
            .SelectMany(clip =>
            {
                var (sum, n) = (clip.Sum(vote => vote.Value), clip.Count());
                return clip.Select(vote => (vote.Listener, vote.Target.Scale, vote.Value, Others: (sum - vote.Value) / (n - 1)));
            });
        return from vote in votes
               group vote by (vote.Listener, vote.Scale) into own
               where own.Count() >= MinimumClips
               let correlation = Correlation.Pearson(own.Select(vote => vote.Value), own.Select(vote => vote.Others))
               where correlation < From - 1e-9
               select new ScreeningFinding(Kind, ScreeningScope.Listener, own.Key.Listener, null, null, Text(
                   $"Votes on scale {own.Key.Scale} correlate by {correlation:0.00} with the other listeners' means over {own.Count()} clips; less than {From} excludes."));
    }

    internal override string? Problem() => Range(Kind, "from", From, -1, 1) ?? Range(Kind, "minimumVotes", MinimumVotes, 2, 1_000_000)
        ?? Range(Kind, "minimumClips", MinimumClips, 3, 1_000_000);
}
