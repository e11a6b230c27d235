namespace SpeechScoop.ListeningTests;

/// <summary>
/// Leaves out answers about a stimulus that was never started; and the whole session where more than <see cref="SessionShare"/> of its answers
/// are such. Answers whose browser did not count plays pass.
/// </summary>
public sealed record NeverPlayedRule : ScreeningRule
{
    internal const string Kind = "never-played";

    /// <summary>0..1; 1 never leaves out whole sessions.</summary>
    public double SessionShare { get; init; } = 0.5;

    internal override IEnumerable<ScreeningFinding> Find(ScreeningInput input) => Sessions.Faulty(
        input, Kind, rating => rating.Plays is not null,
        rating => rating.Plays == 0 ? Text($"Rated {rating.Condition} of item {rating.Item} without playing it.") : null,
        SessionShare, "were given without playing the clip");

    internal override string? Problem() => Range(Kind, "sessionShare", SessionShare, 0, 1);
}
