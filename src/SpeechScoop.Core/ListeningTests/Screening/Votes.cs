namespace SpeechScoop.ListeningTests;

/// <summary>Votes, made comparable between listeners.</summary>
internal static class Votes
{
    /// <summary>Whether a design votes on categories of quality (ITU-T P.800, P.808, P.835).</summary>
    public static bool IsCategory(TrialDesign design) =>
        design is TrialDesign.Acr or TrialDesign.Dcr or TrialDesign.Ccr or TrialDesign.P835 or TrialDesign.Likert;

    /// <summary>What was voted on: a stimulus, or a pair in an order of its own whichever came first, on a scale.</summary>
    public static (string Trial, string Stimulus, string? Other, string Scale) Target(TestRating rating) => IsTurned(rating)
        ? (rating.Trial, rating.OtherStimulus!, rating.Stimulus, rating.Scale)
        : (rating.Trial, rating.Stimulus, rating.OtherStimulus, rating.Scale);

    /// <summary>The value for <see cref="Target"/>: its sign changed where the pair came the other way round. ABX is right or wrong whichever way.</summary>
    public static double Value(TestRating rating) =>
        IsTurned(rating) && rating.Design != TrialDesign.Abx ? -rating.Value!.Value : rating.Value!.Value;

    /// <summary>How far a design's values reach, from the smallest to the largest; null for scales of the experimenter's own.</summary>
    public static double? Reach(TrialDesign design) => design switch
    {
        TrialDesign.Mushra => 100,
        TrialDesign.Acr or TrialDesign.Dcr or TrialDesign.P835 or TrialDesign.Bs1116 => 4,
        TrialDesign.Ccr => 6,
        TrialDesign.Ab or TrialDesign.Arena => 2,
        TrialDesign.Abx => 1,
        _ => null,
    };

    private static bool IsTurned(TestRating rating) => rating.OtherStimulus is { } other && string.CompareOrdinal(rating.Stimulus, other) > 0;
}
