namespace SpeechScoop.ListeningTests;

/// <summary>Leaves out a session that failed the headphone screen. A session that was not asked passes.</summary>
public sealed record HeadphoneRule : ScreeningRule
{
    internal const string Kind = "headphones";

    /// <summary>Right answers that the best attempt needs, 0 or more; null for the pass mark that the test had.</summary>
    public int? RightFrom { get; init; }

    internal override IEnumerable<ScreeningFinding> Find(ScreeningInput input) =>
        from session in input.Sessions
        where RightFrom is { } needed ? session.HeadphonesRight < needed : session.HeadphonesPassed == false
        select new ScreeningFinding(Kind, ScreeningScope.Session, session.Listener, session.Id, null, Text(
            $"Failed the headphone screen{(session.HeadphonesRight is { } right ? Text($": {right} right answers") : "")}{(RightFrom is { } mark ? Text($", where {mark} were needed") : "")}."));

    internal override string? Problem() => RightFrom is { } right ? Range(Kind, "rightFrom", right, 0, 20) : null;
}
