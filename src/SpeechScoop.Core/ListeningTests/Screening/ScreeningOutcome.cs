namespace SpeechScoop.ListeningTests;

/// <summary>What a profile made of a test's answers.</summary>
/// <param name="Profile">With the version that was applied.</param>
/// <param name="Exclusions">Who or what does not count, each with its reason. A listener may have several.</param>
/// <param name="Flags">What was noticed and still counts, such as outliers.</param>
/// <param name="Kept">The answers that count, in the order given. Training and checks are among them: they are no matter of screening, analysis leaves them out.</param>
public sealed record ScreeningOutcome(
    ScreeningProfile Profile, IReadOnlyList<ScreeningFinding> Exclusions, IReadOnlyList<ScreeningFinding> Flags, IReadOnlyList<TestRating> Kept);

/// <summary>One reason.</summary>
/// <param name="Rule">The rule's kind, as in JSON.</param>
/// <param name="Scope">How far it reaches.</param>
/// <param name="Listener">Whose answers.</param>
/// <param name="Session">Which session; null for all of a listener's.</param>
/// <param name="Rating">Which answer; null for all of a session's or listener's.</param>
/// <param name="Reason">A sentence with the numbers.</param>
/// <param name="FlagOnly">Noticed; still counts.</param>
public sealed record ScreeningFinding(
    string Rule, ScreeningScope Scope, string Listener, string? Session, string? Rating, string Reason, bool FlagOnly = false);

/// <summary>How far a finding reaches.</summary>
public enum ScreeningScope
{
    /// <summary>All sessions of a listener.</summary>
    Listener,

    Session,

    /// <summary>One answer.</summary>
    Rating,
}
