namespace SpeechScoop.Comparisons;

/// <summary>
/// Which ratings of an append-only log count: of those that pass the filter, the newest per session, trial, stimulus and scale.
/// A preference is about its two stimuli in either order.
/// </summary>
/// <param name="Ratings">The ratings that count, oldest first.</param>
/// <param name="Superseded">Ratings that a later answer to the same question replaces.</param>
/// <param name="Open">Ratings left out because they were not blind.</param>
public sealed record CountedRatings(IReadOnlyList<ComparedRating> Ratings, int Superseded, int Open)
{
    /// <summary>Chooses from all ratings.</summary>
    /// <param name="all">In the order in which they were stored.</param>
    /// <param name="outputs">Every output by id; ratings of other outputs are left out.</param>
    public static CountedRatings Choose(IEnumerable<ComparedRating> all, IReadOnlyDictionary<string, ComparedOutput> outputs, ComparisonFilter filter)
    {
        // The filter comes first: a rating given after the reveal must not push out the blind one before it.
        var within = all.Where(rating => filter.Covers(rating.CreatedAt)
            && (filter.Listener is null || filter.Listener == rating.Listener)
            && outputs.TryGetValue(rating.OutputId, out var output) && filter.Covers(output)
            && (rating.OtherOutputId is null || outputs.ContainsKey(rating.OtherOutputId))).ToList();
        var kept = within.Where(rating => rating.Blind || !filter.BlindOnly).ToList();
        var newest = new Dictionary<Question, int>();
        for (var i = 0; i < kept.Count; i++) newest[Question.Of(kept[i])] = i;
        return new([.. newest.Values.Order().Select(i => kept[i])], kept.Count - newest.Count, within.Count - kept.Count);
    }

    private readonly record struct Question(string Session, string Listener, string TrialId, string Scale, string First, string? Second)
    {
        public static Question Of(ComparedRating rating)
        {
            var (first, second) = (rating.OutputId, rating.OtherOutputId);
            if (second is not null && string.CompareOrdinal(second, first) < 0) (first, second) = (second, first);
            return new(rating.Session, rating.Listener, rating.TrialId, rating.Scale, first, second);
        }
    }
}
