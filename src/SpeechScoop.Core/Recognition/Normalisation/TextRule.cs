namespace SpeechScoop.Recognition;

/// <summary>One step of a text normaliser.</summary>
/// <param name="Description">What the rule does, exactly; part of the profile's hash.</param>
/// <param name="Apply">A pure function of the text.</param>
/// <param name="Group">What kind of difference it takes away.</param>
public sealed record TextRule(string Description, Func<string, string> Apply, RuleGroup Group = RuleGroup.Form);

/// <summary>
/// A step that needs both sides: it writes the hypothesis the way the reference is written where nothing was misheard. The reference never changes,
/// so its length, by which errors are divided, is the same for every system.
/// </summary>
/// <param name="Description">What the rule does, exactly; part of the profile's hash.</param>
/// <param name="Apply">A pure function of the words of reference and hypothesis; gives the hypothesis.</param>
/// <param name="Group">What kind of difference it takes away.</param>
public sealed record PairRule(string Description, Func<IReadOnlyList<string>, IReadOnlyList<string>, string[]> Apply, RuleGroup Group);

/// <summary>Kinds of differences in writing, in the order in which they are taken away.</summary>
public enum RuleGroup
{
    /// <summary>Case, punctuation, symbols, annotations.</summary>
    Form,

    /// <summary><c>don't</c> and <c>do not</c>.</summary>
    Contractions,

    /// <summary>Hesitations.</summary>
    Fillers,

    /// <summary>Numbers, money, times.</summary>
    Numbers,

    /// <summary>British and American spelling, abbreviated titles.</summary>
    Spelling,

    /// <summary>Words written apart or together.</summary>
    Compounds,
}
