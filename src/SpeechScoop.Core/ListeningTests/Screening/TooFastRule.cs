namespace SpeechScoop.ListeningTests;

/// <summary>
/// Leaves out answers given sooner than <see cref="MinimumSeconds"/> after the page appeared, or sooner than <see cref="ClipFraction"/> of the
/// stimulus' length; and the whole session where more than <see cref="SessionShare"/> of its answers are such. Answers without a time pass.
/// </summary>
public sealed record TooFastRule : ScreeningRule
{
    internal const string Kind = "too-fast";

    /// <summary>In seconds, 0 or more.</summary>
    public double MinimumSeconds { get; init; } = 1;

    /// <summary>Of the clip's length, 0 or more; it counts only where lengths are known.</summary>
    public double ClipFraction { get; init; } = 0.5;

    /// <summary>0..1; 1 never leaves out whole sessions.</summary>
    public double SessionShare { get; init; } = 0.5;

    internal override IEnumerable<ScreeningFinding> Find(ScreeningInput input) => Sessions.Faulty(
        input, Kind, rating => rating.ElapsedSeconds is not null, rating => Fault(rating, input.ClipSeconds?.Invoke(rating)), SessionShare, "came too fast");

    internal override string? Problem() => Range(Kind, "minimumSeconds", MinimumSeconds, 0, 3600) ?? Range(Kind, "clipFraction", ClipFraction, 0, 100)
        ?? Range(Kind, "sessionShare", SessionShare, 0, 1);

    private string? Fault(TestRating rating, double? clip) =>
        rating.ElapsedSeconds < MinimumSeconds ? Text($"Answered after {rating.ElapsedSeconds:0.##} s; less than {MinimumSeconds} s excludes.")
        : rating.ElapsedSeconds < ClipFraction * clip
            ? Text($"Answered after {rating.ElapsedSeconds:0.##} s, the clip being {clip:0.##} s long; less than {Percent(ClipFraction)} of it excludes.")
        : null;
}
