using System.Globalization;
using System.Text.RegularExpressions;

namespace SpeechScoop.Inference.Synthesis.Text;

/// <summary>Numbers that no other rule took: ordinals, fractions, ranges, signs, decimals, Roman numerals after a heading or a king's name.</summary>
internal static partial class NumberRules
{
    private static readonly string[] Denominators = ["", "", "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    public static string Apply(string text)
    {
        text = text.Replace("½", " 1/2", StringComparison.Ordinal).Replace("¼", " 1/4", StringComparison.Ordinal).Replace("¾", " 3/4", StringComparison.Ordinal);
        text = Heading().Replace(text, m => $"{m.Groups[1].Value} {NumberWords.Cardinal(Roman(m.Groups[2].Value))}");
        text = King().Replace(text, m => $"{m.Groups[1].Value} the {NumberWords.Ordinal(Roman(m.Groups[2].Value))}");
        text = Ordinal().Replace(text, m => NumberWords.Ordinal(long.Parse(m.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)));
        text = AllWeek().Replace(text, "twenty four seven");
        text = Mixed().Replace(text, m => $"{NumberWords.Read(m.Groups[1].Value)} and {Fraction(m.Groups[2].Value, m.Groups[3].Value)}");
        text = Simple().Replace(text, m => Fraction(m.Groups[1].Value, m.Groups[2].Value));
        text = NumberSign().Replace(text, "number ");
        text = Range().Replace(text, "${low} to ${high}");
        text = Minus().Replace(text, "minus ");
        return Any().Replace(text, m => $" {NumberWords.Read(m.Value)} ");
    }

    /// <summary>"3/4" → "three quarters"; beyond tenths "five over twelve".</summary>
    private static string Fraction(string above, string below)
    {
        if (!int.TryParse(below, CultureInfo.InvariantCulture, out var denominator) || denominator is < 2 or > 10)
            return $"{NumberWords.Read(above)} over {NumberWords.Read(below)}";
        var part = Denominators[denominator];
        if (above == "1") return above == "1" && denominator == 8 ? "an eighth" : $"{(denominator == 2 ? "one" : "a")} {part}";
        return $"{NumberWords.Read(above)} {(denominator == 2 ? "halves" : part + "s")}";
    }

    private static int Roman(string numeral)
    {
        var value = 0;
        for (var k = 0; k < numeral.Length; k++)
        {
            var here = RomanDigit(numeral[k]);
            value += k + 1 < numeral.Length && RomanDigit(numeral[k + 1]) > here ? -here : here;
        }
        return value;
    }

    private static int RomanDigit(char digit) => digit switch { 'I' => 1, 'V' => 5, _ => 10 };

    [GeneratedRegex(@"\b(Chapter|Part|Section|War|Act|Volume|Book|Appendix|Phase|Article|Scene|Type|Super Bowl|Episode|Stage|Figure|Table) (X{0,3}(?:IX|IV|V?I{1,3}|V|X))\b(?!')")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b(Henry|Louis|Charles|George|Edward|Elizabeth|James|William|Richard|Philip|Frederick|Napoleon|Pope [A-Z][a-z]+|John Paul|Benedict|Pius|Ivan|Nicholas|Alexander|Leo) (X{0,3}(?:IX|IV|V?I{1,3}|V|X))\b(?!')")]
    private static partial Regex King();

    [GeneratedRegex(@"(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d{1,12})(?:st|nd|rd|th)\b")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"(?<![\d/])24/7(?![\d/])")]
    private static partial Regex AllWeek();

    [GeneratedRegex(@"(?<![\d/.,])(\d+) +(\d{1,2})/(\d{1,2})(?![\d/])")]
    private static partial Regex Mixed();

    [GeneratedRegex(@"(?<![\d/.,])(\d{1,4})/(\d{1,4})(?![\d/])")]
    private static partial Regex Simple();

    [GeneratedRegex(@"#(?=\d)")]
    private static partial Regex NumberSign();

    [GeneratedRegex(@"(?<![\w.,-])(?<low>\d[\d,]*(?:\.\d+)?) ?[-–] ?(?<high>\d[\d,]*(?:\.\d+)?)(?![\w-])")]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<![\w)\].])-(?=\.?\d)")]
    private static partial Regex Minus();

    [GeneratedRegex(@"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?<!\w)\.\d+")]
    private static partial Regex Any();
}
