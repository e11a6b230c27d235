namespace SpeechScoop.ListeningTests;

/// <summary>What screening looks at.</summary>
/// <param name="Sessions">Of the test, previews left out.</param>
/// <param name="Ratings">The answers that count; see <see cref="TestRating"/>.</param>
public sealed record ScreeningInput(IReadOnlyList<TestSession> Sessions, IReadOnlyList<TestRating> Ratings)
{
    /// <summary>Length in seconds of a rating's stimulus; null for those whose length is not known, and altogether where none is.</summary>
    public Func<TestRating, double?>? ClipSeconds { get; init; }

    /// <summary>Answers to ordinary trials: neither training nor trap nor gold.</summary>
    internal IEnumerable<TestRating> Ordinary => Ratings.Where(rating => !rating.Training && rating.Check is null);

    /// <summary>Ordinary answers of a design that have a value.</summary>
    internal IEnumerable<(TestRating Rating, double Value)> Graded(TrialDesign design) =>
        from rating in Ordinary where rating.Design == design && rating.Value is not null select (rating, rating.Value!.Value);
}
