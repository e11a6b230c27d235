namespace SpeechScoop.ListeningTests;

/// <summary>
/// Leaves out a session whose listener reports a hearing that the test does not want (ITU-T P.808 asks for normal hearing). A session
/// that was not asked passes.
/// </summary>
public sealed record HearingRule : ScreeningRule
{
    internal const string Kind = "hearing";

    /// <summary>Name of the questionnaire's field.</summary>
    public string Field { get; init; } = "hearing";

    /// <summary>The answer that passes, whatever its case.</summary>
    public string Wanted { get; init; } = "normal";

    internal override IEnumerable<ScreeningFinding> Find(ScreeningInput input) =>
        from session in input.Sessions
        let answer = session.Answers.GetValueOrDefault(Field)
        where answer is not null && !string.Equals(answer.Trim(), Wanted, StringComparison.OrdinalIgnoreCase)
        select new ScreeningFinding(Kind, ScreeningScope.Session, session.Listener, session.Id, null, Text(
            $"Answered '{answer}' to the question '{Field}'; wanted is '{Wanted}'."));

    internal override string? Problem() =>
        string.IsNullOrWhiteSpace(Field) ? $"{Kind}: field is empty; name the questionnaire's field."
        : string.IsNullOrWhiteSpace(Wanted) ? $"{Kind}: wanted is empty; give the answer that passes." : null;
}
