using System.Text.RegularExpressions;

namespace SpeechScoop.Recognition.Normalisation;

/// <summary>
/// The steps of the <c>fair</c> profile: whatever two careful typists could write differently for the same sounds is written one way. Reasons, with examples,
/// are in docs/methods/text-normalisation.md.
/// </summary>
internal static partial class FairRules
{
    private const string Word = @"[\p{L}\p{N}_]";

    /// <summary>Pronouns and question words after which "'s" and "'d" are verbs.</summary>
    private const string Pronouns = "it|he|she|that|this|there|here|what|who|where|when|why|how|everything|something|nothing|everyone|someone|everybody|somebody|nobody";

    private static readonly WordReplacement WordVariants = new(Table(
        "mister mr,missus mrs,mistress mrs,doctor dr,professor prof,captain capt,lieutenant lt,sergeant sgt,junior jr,senior sr,versus vs,okay ok,alright all right,"
        + "cannot can not,gonna going to,wanna want to,gotta got to,kinda kind of,sorta sort of,outta out of,gimme give me,lemme let me,dunno do not know,"
        + "cause because,cuz because,cos because,em them,til until,till until,yeah yes,yep yes,yup yes,et cetera etc,tv television"));

    private static readonly WordReplacement NoFillers = new(Table(
        "uh ,uhh ,um ,umm ,uhm ,er ,erm ,ehm ,hm ,hmm ,mm ,mmm ,mhm ,mmhm ,ah ,eh ,huh ,uhhuh "));

    /// <summary>Before compatibility composition, which would write 2½ as 21⁄2.</summary>
    public static TextRule VulgarFractions { get; } = new("½ ¼ ¾ ⅓ ⅔ set apart as 1/2 1/4 3/4 1/3 2/3", text => text
        .Replace("½", " 1/2 ", StringComparison.Ordinal).Replace("¼", " 1/4 ", StringComparison.Ordinal).Replace("¾", " 3/4 ", StringComparison.Ordinal)
        .Replace("⅓", " 1/3 ", StringComparison.Ordinal).Replace("⅔", " 2/3 ", StringComparison.Ordinal));

    public static TextRule Annotations { get; } = new("<…> and […] removed", text => text.AsSpan().IndexOfAny('<', '[') < 0 ? text : Annotation().Replace(text, " "));

    public static TextRule PointedAbbreviations { get; } = new("single letters with points between them joined (a.m., U.S.)", text =>
        !text.Contains('.') ? text : Pointed().Replace(text, m => m.Value.Replace(".", "", StringComparison.Ordinal)));

    /// <summary>What belongs to numbers stays for <see cref="Numbers"/>.</summary>
    public static TextRule Punctuation { get; } = new(
        "& to and; other than L, M, N to space, but: inner apostrophe; $ £ € ¥ before and % ° ¢ after a digit; point, colon, slash between digits; comma before three digits removed", text =>
        {
            text = text.Replace("&", " and ", StringComparison.Ordinal).Replace('\u2044', '/');
            text = ThousandsComma().Replace(text, "");
            return Meaningless().Replace(text, " ");
        });

    public static TextRule Contractions { get; } = new(
        "won't, can't, shan't, let's, y'all, ma'am, o'clock; n't, 're, 'll, 've, 'm; 's and 'd after pronouns: has or had before a participle, else is or would; other apostrophes removed", text =>
            !text.Contains('\'') ? text : Expand(text), RuleGroup.Contractions);

    public static TextRule Fillers { get; } = new("uh uhh um umm uhm er erm ehm hm hmm mm mmm mhm mmhm ah eh huh uhhuh removed", NoFillers.Apply, RuleGroup.Fillers);

    public static TextRule Numbers { get; } = new("fair numbers 1", text => FairNumbers.Words(FairNumbers.Symbols(text)), RuleGroup.Numbers);

    public static TextRule Variants { get; } = new("fair variants 1: titles, okay, alright, colloquialisms", WordVariants.Apply, RuleGroup.Spelling);

    private static string Expand(string text)
    {
        text = Irregular().Replace(text, m => m.Value switch
        {
            "won't" => "will not",
            "can't" => "can not",
            "shan't" => "shall not",
            "let's" => "let us",
            "y'all" => "you all",
            "ma'am" => "madam",
            _ => "oclock",
        });
        text = Participle().Replace(text, m => m.ValueSpan[1] == 's' ? " has" : " had");
        text = AfterPronoun().Replace(text, m => m.ValueSpan[1] == 's' ? " is" : " would");
        text = General().Replace(text, m => m.Value switch
        {
            "n't" => " not",
            "'re" => " are",
            "'ll" => " will",
            "'ve" => " have",
            _ => " am",
        });
        return text.Replace("'", "", StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Table(string pairs) =>
        pairs.Split(',').Select(pair => pair.Split(' ', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    [GeneratedRegex(@"<[^>]*>|\[[^\]]*\]")]
    private static partial Regex Annotation();

    [GeneratedRegex($@"(?<!{Word}|\.)[a-z](?:\.[a-z])+\.?(?!{Word})")]
    private static partial Regex Pointed();

    [GeneratedRegex(@"(?<=\d),(?=\d{3}(?!\d))")]
    private static partial Regex ThousandsComma();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}'$£€¥%°¢.:/]|(?<![\p{L}\p{M}\p{N}])'|'(?![\p{L}\p{M}\p{N}])|[$£€¥](?!\s?\d)|(?<!\d\s?)[%°¢]|(?<!\d)[.:/]|[.:/](?!\d)")]
    private static partial Regex Meaningless();

    [GeneratedRegex($"(?<!{Word})(?:won't|can't|shan't|let's|y'all|ma'am|o'clock)(?!{Word})")]
    private static partial Regex Irregular();

    [GeneratedRegex($"(?<=(?<!{Word})(?:i|you|we|they|{Pronouns}))'[sd](?= (?:been|gone|got|had|become|better|done|come|taken|made|seen)(?!{Word}))")]
    private static partial Regex Participle();

    [GeneratedRegex($"(?<=(?<!{Word})(?:i|you|we|they|{Pronouns}))'[sd](?!{Word})")]
    private static partial Regex AfterPronoun();

    [GeneratedRegex($"(?:n't|'re|'ll|'ve|'m)(?!{Word})")]
    private static partial Regex General();
}
