namespace SpeechScoop.ListeningTests.Results;

/// <summary>BS.1116's difference grades: the object's grade minus that of the hidden reference on the same page. Positive where the listener took the one for the other.</summary>
internal static class BasicAudioQuality
{
    public const string DifferenceScale = "bs1116-difference";

    public static IEnumerable<ScoreRow> Differences(IEnumerable<TestRating> ratings) => ratings
        .Where(rating => rating.Design is TrialDesign.Bs1116 && rating.Value is not null)
        .GroupBy(rating => (rating.Session, rating.Page))
        .Select(page => (Reference: page.FirstOrDefault(rating => rating.Role is StimulusRole.Reference), Object: page.FirstOrDefault(rating => rating.Role is not StimulusRole.Reference)))
        .Where(pair => pair is { Reference: not null, Object: not null })
        .Select(pair => new ScoreRow(pair.Object!.Condition, pair.Object.Listener, pair.Object.Item, pair.Object.Value!.Value - pair.Reference!.Value!.Value));
}
