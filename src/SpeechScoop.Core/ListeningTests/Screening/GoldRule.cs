namespace SpeechScoop.ListeningTests;

/// <summary>ITU-T P.808: leaves out a session with more than <see cref="WrongAllowed"/> wrong answers to gold clips. A session without gold clips passes.</summary>
public sealed record GoldRule : ScreeningRule
{
    internal const string Kind = "gold";

    /// <summary>0 or more.</summary>
    public int WrongAllowed { get; init; }

    /// <summary>How far off still counts as right, 0 or more; a trial's own tolerance where that is larger.</summary>
    public double Tolerance { get; init; } = 1;

    internal override IEnumerable<ScreeningFinding> Find(ScreeningInput input) => Checks.Failed(input, CheckKind.Gold, Kind, WrongAllowed, Tolerance);

    internal override string? Problem() => Range(Kind, "wrongAllowed", WrongAllowed, 0, 1000) ?? Range(Kind, "tolerance", Tolerance, 0, 1000);
}
