using System.Text;
using System.Text.RegularExpressions;

namespace SpeechScoop.Recognition.Normalisation;

/// <summary>
/// What the Open ASR Leaderboard's English normaliser (huggingface/open_asr_leaderboard, 2026) does beside Whisper's, after its public description: more fillers,
/// "'s" expanded only after words that it cannot be a possessive of, ellipses removed, abbreviations with points and single letters joined. Its tables of
/// name variants and compounds are not part of the description and not reproduced; compounds are handled by <see cref="CompoundWords"/>.
/// </summary>
internal static partial class OpenAsrRules
{
    private const string Word = @"[\p{L}\p{N}_]";

    public static TextRule Ellipses { get; } = new("three or more points: removed at the end, a space elsewhere", text =>
        text.Contains("...", StringComparison.Ordinal) ? Dots().Replace(text, " ").TrimEnd() : text);

    public static TextRule Fillers { get; } = new(
        "ah aha eh em er erm ha hm hmm huh mhm mm mmhm mmm oh uh uhhuh uhm uhuh um removed", text => Filler().Replace(text, ""), RuleGroup.Fillers);

    public static TextRule PointedAbbreviations { get; } = new("2 to 4 single letters with points between them joined, with a plural s", text =>
        !text.Contains('.') ? text : Pointed().Replace(text, m => m.Value.Replace(".", "", StringComparison.Ordinal)));

    /// <summary>Before the general contractions, which would make every "'s" an "is".</summary>
    public static TextRule Possessives { get; } = new("'s not after it he she what that who here there how when where why this: apostrophe to space", text =>
        !text.Contains('\'') ? text : Possessive().Replace(text, " s"), RuleGroup.Contractions);

    public static TextRule Acronyms { get; } = new("runs of 2 or more single letters joined; with an a or i among them, of 3 or more", JoinLetters, RuleGroup.Spelling);

    private static string JoinLetters(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var output = new StringBuilder(text.Length);
        for (var i = 0; i < words.Length;)
        {
            var end = i;
            while (end < words.Length && words[end] is [>= 'a' and <= 'z']) end++;
            var run = words.AsSpan(i, end - i);
            var enough = run.ContainsAny("a", "i") ? 3 : 2;
            if (output.Length > 0) output.Append(' ');
            if (run.Length >= enough) output.AppendJoin("", run);
            else output.Append(words[i]);
            i = run.Length >= enough ? end : i + 1;
        }
        return output.ToString();
    }

    [GeneratedRegex(@"\s*\.{3,}\s*")]
    private static partial Regex Dots();

    [GeneratedRegex($"(?<!{Word})(?:ah|aha|eh|em|er|erm|ha|hm|hmm|huh|mhm|mm|mmhm|mmm|oh|uh|uhhuh|uhm|uhuh|um)(?!{Word})")]
    private static partial Regex Filler();

    [GeneratedRegex($@"(?<!{Word}|\.)[a-z](?:\.[a-z]){{1,3}}(?:\.s(?!{Word})|\.?(?!{Word}))")]
    private static partial Regex Pointed();

    [GeneratedRegex($"(?<=[a-z])(?<!(?<!{Word})(?:it|he|she|what|that|who|here|there|how|when|where|why|this))'s(?!{Word})")]
    private static partial Regex Possessive();
}
