namespace SpeechScoop.ListeningTests;

/// <summary>How far a listener's votes go with the other listeners'.</summary>
/// <param name="Correlation">Pearson's r with the others' mean votes; not a number where either does not vary.</param>
/// <param name="Clips">Over so many clips, or pairs.</param>
public sealed record PanelCorrelation(string Listener, string Scale, double Correlation, int Clips)
{
    /// <summary>One for each listener and category scale, over the ordinary votes.</summary>
    /// <param name="minimumVotes">Votes that a clip needs, the listener's own included; 2 or more.</param>
    /// <param name="minimumClips">Clips that a correlation needs; who has fewer has none.</param>
    public static IEnumerable<PanelCorrelation> Of(ScreeningInput input, int minimumVotes, int minimumClips)
    {
        ArgumentNullException.ThrowIfNull(input);
        // One vote a listener and clip: the mean of a listener's own, where a clip came several times.
        var votes = input.Ordinary.Where(rating => Votes.IsCategory(rating.Design) && rating.Value is not null)
            .GroupBy(rating => (Target: Votes.Target(rating), rating.Listener))
            .Select(own => (own.Key.Target, own.Key.Listener, Value: own.Average(Votes.Value)))
            .GroupBy(vote => vote.Target)
            .Where(clip => clip.Count() >= minimumVotes)
            .SelectMany(clip =>
            {
                var (sum, n) = (clip.Sum(vote => vote.Value), clip.Count());
                return clip.Select(vote => (vote.Listener, vote.Target.Scale, vote.Value, Others: (sum - vote.Value) / (n - 1)));
            });
        return from vote in votes
               group vote by (vote.Listener, vote.Scale) into own
               where own.Count() >= minimumClips
               select new PanelCorrelation(
                   own.Key.Listener, own.Key.Scale, MathNet.Numerics.Statistics.Correlation.Pearson(own.Select(vote => vote.Value), own.Select(vote => vote.Others)), own.Count());
    }
}
