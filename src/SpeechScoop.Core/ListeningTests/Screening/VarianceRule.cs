using MathNet.Numerics.Statistics;

namespace SpeechScoop.ListeningTests;

/// <summary>
/// ITU-T P.808: leaves out a session whose votes hardly vary: variance (with n − 1) below <see cref="From"/>, over all ordinary votes of
/// the session on category scales, several scales pooled. A session with one vote has no variance and passes.
/// </summary>
public sealed record VarianceRule : ScreeningRule
{
    internal const string Kind = "variance";

    /// <summary>Smallest variance that counts, 0 or more.</summary>
    public double From { get; init; } = 0.1;

    internal override IEnumerable<ScreeningFinding> Find(ScreeningInput input) =>
        from rating in input.Ordinary
        where Votes.IsCategory(rating.Design) && rating.Value is not null
        group rating.Value!.Value by (rating.Session, rating.Listener) into session
        where session.Count() > 1
        let variance = session.Variance()
        where variance < From - 1e-9
        select new ScreeningFinding(Kind, ScreeningScope.Session, session.Key.Listener, session.Key.Session, null, Text(
            $"The variance of {session.Count()} votes is {variance:0.###}; less than {From} excludes."));

    internal override string? Problem() => Range(Kind, "from", From, 0, 1000);
}
