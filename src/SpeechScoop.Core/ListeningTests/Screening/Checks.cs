namespace SpeechScoop.ListeningTests;

/// <summary>Questions whose right answer is known.</summary>
internal static class Checks
{
    /// <summary>Sessions with too many pages on which a check was answered wrongly; training is left out.</summary>
    public static IEnumerable<ScreeningFinding> Failed(ScreeningInput input, CheckKind kind, string rule, int wrongAllowed, double tolerance) =>
        from rating in input.Ratings
        where !rating.Training && rating.Check?.Kind == kind && rating.Value is not null && (rating.Check.Scale ?? rating.Scale) == rating.Scale
        group rating by (rating.Session, rating.Listener) into session
        let pages = session.GroupBy(rating => rating.Page).ToList()
        let wrong = pages.Select(page => page.FirstOrDefault(rating => !IsRight(rating, tolerance))).OfType<TestRating>().ToList()
        where wrong.Count > wrongAllowed
        select new ScreeningFinding(rule, ScreeningScope.Session, session.Key.Listener, session.Key.Session, null, FormattableString.Invariant(
            $"Answered {wrong.Count} of {pages.Count} {(kind == CheckKind.Trap ? "traps" : "gold clips")} wrongly, such as {wrong[0].Value} on trial {wrong[0].Trial} where {wrong[0].Check!.Expected} ± {Math.Max(tolerance, wrong[0].Check!.Tolerance)} is right; more than {wrongAllowed} excludes."));

    private static bool IsRight(TestRating rating, double tolerance) =>
        Math.Abs(rating.Value!.Value - rating.Check!.Expected) <= Math.Max(tolerance, rating.Check.Tolerance) + 1e-9;
}
