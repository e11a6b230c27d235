namespace SpeechScoop.ListeningTests;

/// <summary>Answers with a fault, and sessions with too many of them.</summary>
internal static class Sessions
{
    /// <summary>A finding for each faulty answer, and before them one for each session in which they are more than a share.</summary>
    /// <param name="known">Whether an answer can be judged.</param>
    /// <param name="fault">The reason; null for an answer without fault.</param>
    public static IEnumerable<ScreeningFinding> Faulty(
        ScreeningInput input, string rule, Func<TestRating, bool> known, Func<TestRating, string?> fault, double share, string what)
    {
        foreach (var session in input.Ordinary.Where(known).GroupBy(rating => (rating.Session, rating.Listener)))
        {
            var faulty = session.Select(rating => (rating.Id, Reason: fault(rating))).Where(found => found.Reason is not null).ToList();
            if (faulty.Count - (share * session.Count()) > 1e-9)
            {
                yield return new(rule, ScreeningScope.Session, session.Key.Listener, session.Key.Session, null, FormattableString.Invariant(
                    $"{faulty.Count} of {session.Count()} answers {what}; more than {100 * share:0.#} % excludes the session."));
            }
            foreach (var (id, reason) in faulty)
                yield return new(rule, ScreeningScope.Rating, session.Key.Listener, session.Key.Session, id, reason!);
        }
    }
}
