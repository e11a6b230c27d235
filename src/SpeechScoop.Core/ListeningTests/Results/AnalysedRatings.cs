namespace SpeechScoop.ListeningTests.Results;

/// <summary>The ratings that are analysed, and why each of the others is not.</summary>
/// <param name="Ratings">In the order in which they were given.</param>
/// <param name="LeftOut">By reason.</param>
public sealed record AnalysedRatings(IReadOnlyList<TestRating> Ratings, IReadOnlyDictionary<LeftOutReason, int> LeftOut)
{
    /// <summary>Chooses what is analysed: no practice, no checks, no repetitions, nothing of a sitting that was refused.</summary>
    /// <param name="excluded">What screening excludes, by rating id.</param>
    public static AnalysedRatings Of(IEnumerable<TestSession> sessions, IEnumerable<TestRating> ratings, IReadOnlySet<string>? excluded = null)
    {
        var outcomes = sessions.ToDictionary(session => session.Id, session => session.Outcome);
        var reasons = ratings.OrderBy(rating => rating.CreatedAt).ThenBy(rating => rating.Id, StringComparer.Ordinal)
            .ToLookup(rating => ReasonFor(rating, outcomes, excluded));
        return new([.. reasons[LeftOutReason.None]],
            reasons.Where(group => group.Key is not LeftOutReason.None).ToDictionary(group => group.Key, group => group.Count()));
    }

    /// <summary>Why a rating is not analysed; <see cref="LeftOutReason.None"/> where it is.</summary>
    public static LeftOutReason ReasonFor(TestRating rating, IReadOnlyDictionary<string, SessionOutcome> outcomes, IReadOnlySet<string>? excluded) => rating switch
    {
        { Training: true } => LeftOutReason.Training,
        { Check: not null } => LeftOutReason.Check,
        { Repeat: true } => LeftOutReason.Repeat,
        _ when outcomes.GetValueOrDefault(rating.Session) is SessionOutcome.ScreenedOut or SessionOutcome.Declined => LeftOutReason.Refused,
        _ when excluded?.Contains(rating.Id) is true => LeftOutReason.Screening,
        _ => LeftOutReason.None,
    };
}

/// <summary>Why a rating is not analysed.</summary>
public enum LeftOutReason
{
    /// <summary>It is.</summary>
    None,

    /// <summary>Practice.</summary>
    Training,

    /// <summary>A trap or gold question: its answer was known.</summary>
    Check,

    /// <summary>A trial's second showing: for consistency only.</summary>
    Repeat,

    /// <summary>The sitting ended without consent or at a screen.</summary>
    Refused,

    /// <summary>A rule of the screening profile.</summary>
    Screening,
}
