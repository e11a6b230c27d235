using System.Text.RegularExpressions;

namespace SpeechScoop.Inference.Synthesis.Text;

/// <summary>Abbreviations with full stops (Dr., St., e.g., U.S.A.) and signs that are words (&amp;, @, +).</summary>
internal static partial class AbbreviationRules
{
    private static readonly (string Sign, string Words)[] Signs =
    [
        ("&", " and "), ("@", " at "), ("+", " plus "), ("=", " equals "), ("±", " plus or minus "), ("×", " times "), ("÷", " divided by "),
        ("≤", " less than or equal to "), ("≥", " greater than or equal to "), ("<", " less than "), (">", " greater than "),
        ("≈", " approximately "), ("%", " percent "), ("°", " degrees "), ("§", " section "), ("©", " copyright "), ("²", " squared "),
        ("³", " cubed "), ("µ", " micro "), ("$", " dollars "), ("€", " euros "), ("£", " pounds "), ("¥", " yen "), ("₹", " rupees "), ("¢", " cents "),
    ];

    public static string Apply(string text)
    {
        text = ForExample().Replace(text, "for example");
        text = ThatIs().Replace(text, "that is");
        text = Doctorate().Replace(text, "P H D");
        text = Saint().Replace(text, "saint ");
        text = Fort().Replace(text, "fort ");
        text = Degrees().Replace(text, m => string.Join(' ', m.Groups[1].Value.Where(char.IsLetter)));
        text = Initials().Replace(text, m => $"{string.Join(' ', m.Value.Where(char.IsLetter)).ToUpperInvariant()}{(m.Groups["end"].Success ? "." : "")}");
        text = Dotted().Replace(text, Expand);
        text = About().Replace(text, "about ");
        text = EitherOr().Replace(text, " ");
        foreach (var (sign, words) in Signs)
            text = text.Replace(sign, words, StringComparison.Ordinal);
        return text;
    }

    /// <summary>An abbreviation becomes its word; its full stop stays where it also ends the sentence.</summary>
    private static string Expand(Match m)
    {
        var written = m.Groups["word"].Value;
        var atEnd = m.Groups["end"].Success;
        var beforeNumber = m.Groups["number"].Success;
        if (Vocabulary.AlsoWords.Contains(written) && !beforeNumber && (atEnd || !char.IsUpper(written[0])))
            return m.Value;
        return Vocabulary.Dotted[written] + (atEnd ? "." : " ");
    }

    private static readonly string DottedPattern =
        $@"\b(?<word>{string.Join('|', Vocabulary.Dotted.Keys.OrderByDescending(k => k.Length))})\.(?:(?<end>\s*$)|(?<number> ?(?=\d))|(?=[\s,;:)']) ?)";

    private static readonly Regex DottedRegex = new(DottedPattern, RegexOptions.IgnoreCase | RegexOptions.Compiled | RegexOptions.CultureInvariant);

    private static Regex Dotted() => DottedRegex;

    [GeneratedRegex(@"\b[eE]\. ?g\.,?")]
    private static partial Regex ForExample();

    [GeneratedRegex(@"\b[iI]\. ?e\.,?")]
    private static partial Regex ThatIs();

    [GeneratedRegex(@"\bPh\. ?D\.?(?!\w)")]
    private static partial Regex Doctorate();

    [GeneratedRegex(@"\bSt\.? (?=[A-Z][a-z])")]
    private static partial Regex Saint();

    [GeneratedRegex(@"\bFt\. (?=[A-Z][a-z])")]
    private static partial Regex Fort();

    [GeneratedRegex(@"\b(B\.A|M\.A|B\.Sc|M\.Sc|M\.D)\.")]
    private static partial Regex Degrees();

    [GeneratedRegex(@"\b(?:[A-Za-z]\.){2,}(?<end>\s*$)?|\b(?:[A-Z]\.)+[A-Z]\b")]
    private static partial Regex Initials();

    [GeneratedRegex(@"~ ?(?=\d)")]
    private static partial Regex About();

    [GeneratedRegex(@"(?<=[A-Za-z]) ?/ ?(?=[A-Za-z])")]
    private static partial Regex EitherOr();
}
