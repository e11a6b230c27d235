using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SpeechScoop.Inference.Synthesis.Text;

/// <summary>
/// First step of the text front end: markup tags are dropped (what they enclose is spoken), emoji are dropped, typographic
/// marks become plain ones, accents are taken off Latin letters. Letters of other scripts are an error that names them.
/// </summary>
public static partial class TextCleaner
{
    /// <summary>Longest text accepted, in characters.</summary>
    public const int LongestText = 20_000;

    private const string Kept = "$€£¥₹%°²³µ½¼¾±×÷§©≤≥≈¢";
    private const int NamedAtMost = 5;

    private static readonly Dictionary<char, string> Plain = new()
    {
        ['‘'] = "'", ['’'] = "'", ['ʼ'] = "'", ['`'] = "'", ['´'] = "'", ['“'] = "\"", ['”'] = "\"", ['„'] = "\"", ['«'] = "\"", ['»'] = "\"",
        ['‐'] = "-", ['‑'] = "-", ['−'] = "-", ['–'] = "–", ['—'] = "—", ['…'] = "...", ['·'] = " ", ['•'] = ", ", ['×'] = "×",
        ['μ'] = "µ", ['ß'] = "ss", ['æ'] = "ae", ['Æ'] = "Ae", ['œ'] = "oe", ['Œ'] = "Oe", ['ø'] = "o", ['Ø'] = "O", ['ł'] = "l", ['Ł'] = "L",
        ['đ'] = "d", ['ð'] = "th", ['þ'] = "th", ['ı'] = "i", ['⁄'] = "/", ['，'] = ",", ['。'] = ".", ['？'] = "?", ['！'] = "!",
    };

    /// <summary>Plain text in ASCII plus a few signs, or an error: empty, too long, or in a script this voice cannot read.</summary>
    public static Result<string> Clean(string text)
    {
        if (text.Length > LongestText)
            return new Error.Invalid("text-too-long", $"The text has {text.Length:N0} characters; at most {LongestText:N0} can be spoken at once. Split it.");
        var withoutMarkup = Tag().Replace(Comment().Replace(text, " "), " ");
        var normal = Paired(WebUtility.HtmlDecode(withoutMarkup)).Normalize(NormalizationForm.FormC);
        var clean = new StringBuilder(normal.Length);
        var foreign = new List<string>();
        foreach (var rune in normal.EnumerateRunes())
            Append(rune, clean, foreign);
        if (foreign.Count > 0)
            return Foreign(foreign);
        var spaced = Spaces().Replace(clean.ToString(), " ").Trim();
        if (!spaced.Any(char.IsLetterOrDigit))
            return new Error.Invalid("text-empty", "There is nothing to say in this text: it has no letters and no digits.");
        return spaced;
    }

    /// <summary>The text with halves of surrogate pairs, which normalisation would refuse, replaced by U+FFFD.</summary>
    private static string Paired(string text) => string.Concat(text.EnumerateRunes());

    private static void Append(Rune rune, StringBuilder clean, List<string> foreign)
    {
        if (rune.IsBmp && Plain.TryGetValue((char)rune.Value, out var plain))
            clean.Append(plain);
        else if (rune.Value is '\n' or '\r')
            clean.Append('\n');
        else if (rune.Value < 128)
            clean.Append(Rune.IsControl(rune) ? ' ' : (char)rune.Value);
        else if (rune.IsBmp && Kept.Contains((char)rune.Value, StringComparison.Ordinal))
            clean.Append((char)rune.Value);
        else if (LatinBase(rune) is { } letters)
            clean.Append(letters);
        else if (Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber)
            foreign.Add(rune.ToString());
        else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            clean.Append(' ');  // emoji, arrows, dingbats, private use
    }

    /// <summary>The ASCII letters under accents or compatibility forms, or null.</summary>
    private static string? LatinBase(Rune rune)
    {
        var parts = rune.ToString().Normalize(NormalizationForm.FormKD);
        var letters = new StringBuilder();
        foreach (var part in parts.EnumerateRunes())
        {
            if (part.Value < 128) letters.Append((char)part.Value);
            else if (part.Value == '⁄') letters.Append('/');
            else if (Rune.GetUnicodeCategory(part) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)) return null;
        }
        return letters.Length > 0 ? letters.ToString() : null;
    }

    private static Error.Invalid Foreign(List<string> foreign)
    {
        var distinct = foreign.Distinct().ToList();
        var named = string.Join(", ", distinct.Take(NamedAtMost).Select(c => $"\"{c}\" (U+{char.ConvertToUtf32(c, 0):X4})"));
        var more = distinct.Count > NamedAtMost ? $" and {distinct.Count - NamedAtMost} more" : "";
        return new Error.Invalid("text-foreign-script", $"This voice reads English in Latin letters; it cannot say {named}{more}. Write them in Latin letters or remove them.");
    }

    /// <summary>A tag of XML, SSML or HTML: an opening angle bracket directly followed by a name, a slash, ! or ?.</summary>
    [GeneratedRegex(@"</?[A-Za-z][^<>]{0,1000}>|<[?!][^<>]{0,1000}>|</?[A-Za-z]>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"[^\S\n]+")]
    private static partial Regex Spaces();
}
