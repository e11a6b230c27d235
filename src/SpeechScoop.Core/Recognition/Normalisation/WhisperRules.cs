using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SpeechScoop.Recognition.Normalisation;

/// <summary>
/// The steps of the text normalisers of openai/whisper v20250625 (<c>whisper/normalizers</c>, MIT), quirks included; written from their behaviour.
/// Where Python and .NET differ (word characters, white space, lower case), Python's meaning is kept.
/// </summary>
internal static partial class WhisperRules
{
    // Python: letters and everything numeric; .NET's \w would add combining marks, and \b with it.
    private const string Word = @"[\p{L}\p{N}_]";
    private const string Starts = $"(?<!{Word})";
    private const string Ends = $"(?!{Word})";
    private const string Space = @"[\s\x1c-\x1f]";
    private const string Kept = ".%$¢€£";

    private static readonly SearchValues<char> KeptSymbols = SearchValues.Create(Kept);

    private static readonly FrozenDictionary<string, string> Colloquialisms = new Dictionary<string, string>
    {
        ["won't"] = "will not", ["can't"] = "can not", ["let's"] = "let us", ["ain't"] = "aint", ["y'all"] = "you all", ["wanna"] = "want to", ["gotta"] = "got to",
        ["gonna"] = "going to", ["i'ma"] = "i am going to", ["imma"] = "i am going to", ["woulda"] = "would have", ["coulda"] = "could have",
        ["shoulda"] = "should have", ["ma'am"] = "madam",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Titles = new Dictionary<string, string>
    {
        ["mr"] = "mister ", ["mrs"] = "missus ", ["st"] = "saint ", ["dr"] = "doctor ", ["prof"] = "professor ", ["capt"] = "captain ", ["gov"] = "governor ",
        ["ald"] = "alderman ", ["gen"] = "general ", ["sen"] = "senator ", ["rep"] = "representative ", ["pres"] = "president ", ["rev"] = "reverend ",
        ["hon"] = "honorable ", ["asst"] = "assistant ", ["assoc"] = "associate ", ["lt"] = "lieutenant ", ["col"] = "colonel ", ["jr"] = "junior ",
        ["sr"] = "senior ", ["esq"] = "esquire ",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Perfects = new Dictionary<string, string>
    {
        ["'d been"] = " had been", ["'s been"] = " has been", ["'d gone"] = " had gone", ["'s gone"] = " has gone", ["'d done"] = " had done", ["'s got"] = " has got",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Contractions = new Dictionary<string, string>
    {
        ["n't"] = " not", ["'re"] = " are", ["'s"] = " is", ["'d"] = " would", ["'ll"] = " will", ["'t"] = " not", ["'ve"] = " have", ["'m"] = " am",
    }.ToFrozenDictionary();

    /// <summary>Letters with a diacritic that decomposition does not take apart.</summary>
    private static readonly FrozenDictionary<char, string> SpecialLetters = new Dictionary<char, string>
    {
        ['œ'] = "oe", ['Œ'] = "OE", ['ø'] = "o", ['Ø'] = "O", ['æ'] = "ae", ['Æ'] = "AE", ['ß'] = "ss", ['ẞ'] = "SS",
        ['đ'] = "d", ['Đ'] = "D", ['ð'] = "d", ['Ð'] = "D", ['þ'] = "th", ['Þ'] = "th", ['ł'] = "l", ['Ł'] = "L",
    }.ToFrozenDictionary();

    public static TextRule LowerCase { get; } = new("lower case, full mapping, final sigma", Lower);

    public static TextRule Brackets { get; } = new("<…> and […], either closer, removed; then (…) with at least one character removed", text =>
        text.AsSpan().IndexOfAny('<', '[', '(') < 0 ? text : InParentheses().Replace(InBrackets().Replace(text, ""), ""));

    public static TextRule Fillers { get; } = new("hmm mm mhm mmm uh um removed", text => Filler().Replace(text, ""), RuleGroup.Fillers);

    public static TextRule ApostropheSpace { get; } = new("white space before an apostrophe removed", text => !text.Contains('\'') ? text : BeforeApostrophe().Replace(text, "'"));

    public static TextRule Colloquial { get; } = new(Describe("colloquialisms", Colloquialisms), text => Colloquialism().Replace(text, m => Colloquialisms[m.Value]), RuleGroup.Contractions);

    public static TextRule AbbreviatedTitles { get; } = new(Describe("titles", Titles), text => Title().Replace(text, m => Titles[m.Value]), RuleGroup.Contractions);

    public static TextRule PerfectTenses { get; } = new(
        Describe("perfects", Perfects), text => !text.Contains('\'') ? text : Perfect().Replace(text, m => Perfects[m.Value]), RuleGroup.Contractions);

    public static TextRule GeneralContractions { get; } = new(
        Describe("contractions", Contractions), text => !text.Contains('\'') ? text : Contraction().Replace(text, m => Contractions[m.Value]), RuleGroup.Contractions);

    public static TextRule CommasAndPeriods { get; } = new("comma between digits removed in one pass; period before anything but 0-9 to space", text =>
    {
        if (text.Contains(',')) text = DigitComma().Replace(text, "$1$2");
        return text.Contains('.') ? Period().Replace(text, " $1") : text;
    });

    public static TextRule SymbolsAndDiacritics { get; } = new($"nfkd; special letters; Mn removed; other M, S, P to space but {Kept}", text => Clean(text, NormalizationForm.FormKD));

    /// <summary>For other languages: diacritics stay where they have a composed form.</summary>
    public static TextRule Symbols { get; } = new("nfkc; M, S, P to space", CleanComposed);

    public static TextRule LowerCaseAgain { get; } = new("lower case again", Lower);

    public static TextRule Numbers { get; } = new("whisper numbers 1", WhisperNumbers.Apply, RuleGroup.Numbers);

    public static TextRule StraySymbols { get; } = new("one of .$¢€£ before anything but 0-9 to space; % after anything but 0-9 to space", text =>
    {
        if (text.AsSpan().IndexOfAny(KeptSymbols) < 0) return text;
        return Percent().Replace(Symbol().Replace(text, " $1"), "$1 ");
    });

    private static string Describe(string name, IReadOnlyDictionary<string, string> table) =>
        $"{name}: {string.Join("; ", table.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}>{pair.Value}"))}";

    /// <summary>As Python lowers: a capital sigma that ends a word becomes ς, and a dotted capital I keeps its dot.</summary>
    private static string Lower(string text)
    {
        if (text.Contains('Σ')) text = FinalSigmas(text);
        if (text.Contains('İ')) text = text.Replace("İ", "i\u0307", StringComparison.Ordinal);
        return text.ToLowerInvariant();
    }

    private static string FinalSigmas(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < to.Length; i++)
        {
            var final = from[i] == 'Σ' && i > 0 && char.IsLetter(from[i - 1]) && (i + 1 == to.Length || !char.IsLetter(from[i + 1]));
            to[i] = final ? 'ς' : from[i];
        }
    });

    private static string Clean(string text, NormalizationForm form)
    {
        var source = Ascii(text) ? text : TextRules.WellFormed(text).Normalize(form);
        var builder = new StringBuilder(source.Length + 8);
        foreach (var rune in source.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value <= ' ')) builder.Append((char)rune.Value);
            else if (rune.IsBmp && Kept.Contains((char)rune.Value)) builder.Append((char)rune.Value);
            else if (rune.IsBmp && SpecialLetters.TryGetValue((char)rune.Value, out var letters)) builder.Append(letters);
            else AppendCleaned(builder, rune, dropMarks: true);
        }
        return builder.ToString();
    }

    private static string CleanComposed(string text)
    {
        var source = Ascii(text) ? text : TextRules.WellFormed(text).Normalize(NormalizationForm.FormKC);
        var builder = new StringBuilder(source.Length);
        foreach (var rune in source.EnumerateRunes()) AppendCleaned(builder, rune, dropMarks: false);
        return builder.ToString();
    }

    private static void AppendCleaned(StringBuilder builder, Rune rune, bool dropMarks)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.NonSpacingMark when dropMarks:
                break;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol
                or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
                or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation:
                builder.Append(' ');
                break;
            default:
                builder.Append(rune);
                break;
        }
    }

    private static bool Ascii(string text) => System.Text.Ascii.IsValid(text);

    [GeneratedRegex(@"[<\[][^>\]]*[>\]]")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"\([^)]+?\)")]
    private static partial Regex InParentheses();

    [GeneratedRegex($"{Starts}(?:hmm|mm|mhm|mmm|uh|um){Ends}")]
    private static partial Regex Filler();

    [GeneratedRegex($"{Space}+'")]
    private static partial Regex BeforeApostrophe();

    [GeneratedRegex($"{Starts}(?:won't|can't|let's|ain't|y'all|wanna|gotta|gonna|i'ma|imma|woulda|coulda|shoulda|ma'am){Ends}")]
    private static partial Regex Colloquialism();

    [GeneratedRegex($"{Starts}(?:mr|mrs|st|dr|prof|capt|gov|ald|gen|sen|rep|pres|rev|hon|asst|assoc|lt|col|jr|sr|esq){Ends}")]
    private static partial Regex Title();

    [GeneratedRegex($"'(?:d been|s been|d gone|s gone|d done|s got){Ends}")]
    private static partial Regex Perfect();

    [GeneratedRegex($"(?:n't|'re|'s|'d|'ll|'t|'ve|'m){Ends}")]
    private static partial Regex Contraction();

    [GeneratedRegex(@"(\d),(\d)")]
    private static partial Regex DigitComma();

    [GeneratedRegex(@"\.([^0-9]|$)")]
    private static partial Regex Period();

    [GeneratedRegex("[.$¢€£]([^0-9])")]
    private static partial Regex Symbol();

    [GeneratedRegex("([^0-9])%")]
    private static partial Regex Percent();
}
