namespace SpeechScoop.ListeningTests;

/// <summary>
/// Leaves out a listener whose answers to repeated trials differ, on average, by more than <see cref="MaximumDifference"/> of the scale from
/// those to the first presentation. Scales of the experimenter's own reach as far as their answers do.
/// </summary>
public sealed record RepeatConsistencyRule : ScreeningRule
{
    internal const string Kind = "repeat-consistency";

    /// <summary>Of the scale's reach, 0..1.</summary>
    public double MaximumDifference { get; init; } = 0.25;

    /// <summary>Repeated answers that are needed for a judgement, 1 or more.</summary>
    public int MinimumRepeats { get; init; } = 2;

    internal override IEnumerable<ScreeningFinding> Find(ScreeningInput input)
    {
        TestRating[] answers = [.. input.Ordinary.Where(rating => rating.Value is not null)];
        var observed = answers.GroupBy(rating => rating.Scale)
            .ToDictionary(scale => scale.Key, scale => scale.Max(rating => rating.Value!.Value) - scale.Min(rating => rating.Value!.Value));
        var first = answers.Where(rating => !rating.Repeat).ToLookup(rating => (rating.Session, Votes.Target(rating)));
        return from again in answers
               where again.Repeat
               from before in first[(again.Session, Votes.Target(again))]
               let reach = Votes.Reach(again.Design) ?? observed[again.Scale]
               group reach > 0 ? Math.Abs(Votes.Value(again) - Votes.Value(before)) / reach : 0 by again.Listener into differences
               let mean = differences.Average()
               where differences.Count() >= MinimumRepeats && mean > MaximumDifference + 1e-9
               select new ScreeningFinding(Kind, ScreeningScope.Listener, differences.Key, null, null, Text(
                   $"{differences.Count()} repeated answers differ by {Percent(mean)} of the scale on average; more than {Percent(MaximumDifference)} excludes."));
    }

    internal override string? Problem() => Range(Kind, "maximumDifference", MaximumDifference, 0, 1) ?? Range(Kind, "minimumRepeats", MinimumRepeats, 1, 1000);
}
