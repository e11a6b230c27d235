using System.Globalization;
using System.Text.RegularExpressions;

namespace SpeechScoop.Recognition.Normalisation;

/// <summary>
/// Numbers of the <c>fair</c> profile: symbols become the words that are spoken for them, in their spoken place, and each number that English grammar forms becomes
/// digits. Numbers are not joined ("twenty twenty five" is <c>20 25</c>): <see cref="CompoundWords"/> sees that <c>2025</c> has the same digits.
/// </summary>
internal static partial class FairNumbers
{
    private static readonly Dictionary<string, string> Abbreviated = new() { ["k"] = "thousand", ["m"] = "million", ["mn"] = "million", ["bn"] = "billion" };

    /// <summary>Money, percent, degrees, times and fractions as words.</summary>
    public static string Symbols(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('0', '9') < 0) return text;
        text = Fraction().Replace(text, m => (m.Groups[1].Length > 0 ? m.Groups[1].Value + " and a " : " 1 ") + Part(m.Groups[2].Value));
        text = Money().Replace(text, SpokenMoney);
        text = Hour().Replace(text, "$1 ");
        return text.Replace("%", " percent ", StringComparison.Ordinal).Replace("°", " degrees ", StringComparison.Ordinal)
            .Replace("¢", " cents ", StringComparison.Ordinal).Replace(':', ' ').Replace('/', ' ');
    }

    /// <summary>Each number as digits; words separated by single spaces.</summary>
    public static string Words(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var output = new List<string>(words.Length);
        for (var i = 0; i < words.Length;)
        {
            if (FairNumberReader.Read(words.AsSpan(i)) is { Length: > 0 } number)
            {
                output.Add(number.Digits);
                i += number.Length;
            }
            else output.Add(words[i++]);
        }
        return string.Join(' ', Spoken(output));
    }

    /// <summary>Words beside numbers in one form: percent, plural currencies without "and" before cents, hours without "o'clock".</summary>
    private static IEnumerable<string> Spoken(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var (word, before, after) = (words[i], i > 0 ? words[i - 1] : "", i + 1 < words.Count ? words[i + 1] : "");
            if (word == "per" && after == "cent")
            {
                yield return "percent";
                i++;
            }
            else if (word == "oclock" && IsNumber(before)) continue;
            else if (word == "and" && IsCurrency(before) && IsNumber(after)) continue;
            else if (IsNumber(before) && word is "dollar" or "euro" or "pound" or "cent" or "degree") yield return word + "s";
            else yield return word;
        }
    }

    private static string SpokenMoney(Match match)
    {
        var unit = match.Groups[1].Value switch { "$" => "dollars", "£" => "pounds", "€" => "euros", _ => "yen" };
        var (whole, part, scale) = (match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value);
        if (Abbreviated.TryGetValue(scale, out var full)) scale = full;
        if (scale.Length > 0) return $" {whole}{(part.Length > 0 ? "." + part : "")} {scale} {unit} ";
        if (part.Length != 2) return $" {whole}{(part.Length > 0 ? "." + part : "")} {unit} ";
        return int.Parse(part, CultureInfo.InvariantCulture) == 0 ? $" {whole} {unit} " : $" {whole} {unit} {int.Parse(part, CultureInfo.InvariantCulture)} {(unit == "pounds" ? "pence" : "cents")} ";
    }

    private static string Part(string fraction) => fraction switch { "1/2" => "half", "1/4" => "quarter", "3/4" => "three quarters", "1/3" => "third", _ => "two thirds" };

    private static bool IsNumber(string word) => word.Length > 0 && char.IsAsciiDigit(word[0]);

    private static bool IsCurrency(string word) => word is "dollar" or "dollars" or "euro" or "euros" or "pound" or "pounds";

    [GeneratedRegex(@"(?<![\d/.])(?:(\d+) ?)??\b(1/2|1/4|3/4|1/3|2/3)(?![\d/])")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"([$£€¥]) ?(\d+)(?:\.(\d+))?(?: ?(k|m|mn|bn|hundred|thousand|million|billion|trillion)(?![\p{L}\p{N}]))?")]
    private static partial Regex Money();

    [GeneratedRegex(@"(?<!\d)(\d{1,2}):00(?!\d)")]
    private static partial Regex Hour();
}
