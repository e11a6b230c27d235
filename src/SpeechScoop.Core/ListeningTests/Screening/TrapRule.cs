namespace SpeechScoop.ListeningTests;

/// <summary>ITU-T P.808: leaves out a session with more than <see cref="WrongAllowed"/> wrong answers to traps. A session without traps passes.</summary>
public sealed record TrapRule : ScreeningRule
{
    internal const string Kind = "trap";

    /// <summary>0 or more.</summary>
    public int WrongAllowed { get; init; }

    internal override IEnumerable<ScreeningFinding> Find(ScreeningInput input) => Checks.Failed(input, CheckKind.Trap, Kind, WrongAllowed, 0);

    internal override string? Problem() => Range(Kind, "wrongAllowed", WrongAllowed, 0, 1000);
}
