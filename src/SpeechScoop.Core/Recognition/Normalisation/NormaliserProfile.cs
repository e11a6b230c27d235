using System.Security.Cryptography;
using System.Text;
using SpeechScoop.Recognition.Normalisation;

namespace SpeechScoop.Recognition;

/// <summary>
/// A named, versioned list of <see cref="TextRule"/>s that both sides of a comparison go through before alignment, and perhaps of <see cref="PairRule"/>s
/// that then look at both. Rates of different profiles are never mixed.
/// </summary>
/// <remarks>A change of any rule's behaviour needs a new <see cref="Version"/>: stored scores name the profile that made them.</remarks>
public sealed class NormaliserProfile
{
    /// <summary>Composes a profile.</summary>
    /// <param name="id">Lower case, <c>[a-z0-9-]</c>.</param>
    /// <param name="version">From 1 up.</param>
    /// <param name="rules">Applied in this order.</param>
    public NormaliserProfile(string id, int version, params IReadOnlyList<TextRule> rules)
        : this(id, version, rules, [])
    {
    }

    private NormaliserProfile(string id, int version, IReadOnlyList<TextRule> rules, IReadOnlyList<PairRule> pairRules)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(version);
        ArgumentNullException.ThrowIfNull(rules);
        (Id, Version, Rules, PairRules) = (id, version, rules, pairRules);
        var description = string.Join('\n', [Name, .. rules.Select(rule => rule.Description), .. pairRules.Select(rule => rule.Description)]);
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(description)));
    }

    /// <summary>
    /// <c>basic@1</c>: typographic apostrophes become <c>'</c>; invisible format characters vanish; Unicode NFKC; lower case; an
    /// apostrophe between two letters or digits stays; a point between two digits stays and a comma there vanishes
    /// (<c>1,000.5</c> → <c>1000.5</c>); every other punctuation mark and symbol becomes a space. Digits stay digits; no word is expanded,
    /// spelled out or dropped. For any language whose writing separates words by spaces.
    /// </summary>
    public static NormaliserProfile Basic { get; } = new(
        "basic", 1, TextRules.Apostrophes, TextRules.RemoveFormatCharacters, TextRules.Compatibility, TextRules.LowerCase, TextRules.PunctuationToSpace);

    /// <summary><c>none@1</c>: the text as it is, divided at white space.</summary>
    public static NormaliserProfile None { get; } = new("none", 1);

    /// <summary>
    /// <c>whisper-en@1</c>: the English normaliser of openai/whisper v20250625, quirks included (<c>hello...</c> keeps a lone point, <c>1.5</c> becomes
    /// <c>one.5</c>). Its table of spellings is derived from word lists, not Whisper's own.
    /// </summary>
    public static NormaliserProfile WhisperEnglish { get; } = new(
        "whisper-en", 1, WhisperRules.LowerCase, WhisperRules.Brackets, WhisperRules.Fillers, WhisperRules.ApostropheSpace, WhisperRules.Colloquial,
        WhisperRules.AbbreviatedTitles, WhisperRules.PerfectTenses, WhisperRules.GeneralContractions, WhisperRules.CommasAndPeriods, WhisperRules.SymbolsAndDiacritics,
        WhisperRules.Numbers, EnglishSpelling.American, WhisperRules.StraySymbols);

    /// <summary><c>whisper-multilingual@1</c>: the basic normaliser of openai/whisper v20250625: brackets out, NFKC, marks, symbols and punctuation to spaces.</summary>
    public static NormaliserProfile WhisperMultilingual { get; } = new(
        "whisper-multilingual", 1, WhisperRules.LowerCase, WhisperRules.Brackets, WhisperRules.Symbols, WhisperRules.LowerCaseAgain);

    /// <summary><c>open-asr@1</c>: the Open ASR Leaderboard's English normaliser by its description, without its tables of name variants; compounds as in the reference.</summary>
    public static NormaliserProfile OpenAsr { get; } = new(
        "open-asr", 1,
        [
            WhisperRules.LowerCase, OpenAsrRules.Ellipses, WhisperRules.Brackets, OpenAsrRules.Fillers, WhisperRules.ApostropheSpace, OpenAsrRules.PointedAbbreviations,
            WhisperRules.Colloquial, WhisperRules.AbbreviatedTitles, WhisperRules.PerfectTenses, OpenAsrRules.Possessives, WhisperRules.GeneralContractions,
            WhisperRules.CommasAndPeriods, WhisperRules.SymbolsAndDiacritics, WhisperRules.Numbers, EnglishSpelling.American, WhisperRules.StraySymbols, OpenAsrRules.Acronyms,
        ],
        [CompoundWords.AsInReference]);

    /// <summary><c>fair@1</c>: for English; what two careful typists could write differently for the same sounds costs nothing (docs/methods/text-normalisation.md).</summary>
    public static NormaliserProfile Fair { get; } = new(
        "fair", 1,
        [
            TextRules.Apostrophes, TextRules.RemoveFormatCharacters, FairRules.VulgarFractions, TextRules.Compatibility, TextRules.LowerCase, FairRules.Annotations, FairRules.PointedAbbreviations,
            FairRules.Punctuation, FairRules.Contractions, FairRules.Fillers, FairRules.Numbers, FairRules.Variants, EnglishSpelling.American,
        ],
        [CompoundWords.AsInReference]);

    /// <summary>The profile's name without its version, such as <c>basic</c>.</summary>
    public string Id { get; }

    /// <summary>Raised with every change of behaviour.</summary>
    public int Version { get; }

    /// <summary>Id and version, such as <c>basic@1</c>: what a measurement's recipe stores.</summary>
    public string Name => $"{Id}@{Version}";

    /// <summary>SHA-256 (lower-case hex) of the name and the rules' descriptions.</summary>
    public string Hash { get; }

    /// <summary>The rules, in order.</summary>
    public IReadOnlyList<TextRule> Rules { get; }

    /// <summary>Applied to the words of both sides, after the rules, in this order.</summary>
    public IReadOnlyList<PairRule> PairRules { get; }

    /// <summary>The profiles that ship.</summary>
    public static IReadOnlyList<NormaliserProfile> All { get; } = [None, Basic, WhisperEnglish, WhisperMultilingual, OpenAsr, Fair];

    /// <summary>Looks a profile up by id (its newest version) or by name.</summary>
    public static Result<NormaliserProfile> Find(string name) =>
        All.LastOrDefault(profile => profile.Name == name || profile.Id == name) is { } found
            ? found
            : new Error.NotFound("unknown-normaliser", $"There is no normaliser profile '{name}'. Known: {string.Join(", ", All.Select(profile => profile.Name))}.");

    /// <summary>The normalised text: words separated by single spaces, none at the ends.</summary>
    public string Normalise(string text) => string.Join(' ', Words(text));

    /// <summary>The normalised text's words; empty for a text without any.</summary>
    public string[] Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var rule in Rules) text = rule.Apply(text);
        return Split(text);
    }

    /// <summary>What each rule that does something makes of a text, in order.</summary>
    public IReadOnlyList<NormalisationStep> Trace(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var steps = new List<NormalisationStep>();
        foreach (var rule in Rules)
        {
            var after = rule.Apply(text);
            if (after != text) steps.Add(new(rule.Group, rule.Description, WordAlignment.Align(Split(text), Split(after)).Tokens));
            text = after;
        }
        return steps;
    }

    /// <summary>The words of both sides of one utterance, as they are aligned.</summary>
    public (string[] Reference, string[] Hypothesis) Words(string reference, string hypothesis)
    {
        var (left, right) = (Words(reference), Words(hypothesis));
        foreach (var rule in PairRules) right = rule.Apply(left, right);
        return (left, right);
    }

    private static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
