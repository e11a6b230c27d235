using System.Text.RegularExpressions;

namespace SpeechScoop.Inference.Synthesis.Text;

/// <summary>What is read digit by digit or part by part: telephone numbers, network addresses, versions, mail and web addresses.</summary>
internal static partial class DigitRules
{
    public static string Apply(string text)
    {
        text = Mail().Replace(text, m => Address(m.Value));
        text = Web().Replace(text, m => Address(m.Groups["address"].Value.TrimEnd('/')));
        text = Phone().Replace(text, Telephone);
        return Dotted().Replace(text, m => string.Join(" point ", m.Value.Split('.').Select(NumberWords.Read)));
    }

    private static string Telephone(Match m)
    {
        var groups = DigitGroup().Matches(m.Value).Select(g => NumberWords.Digits(g.Value)).ToList();
        var digits = m.Value.Count(char.IsAsciiDigit);
        if (digits is < 7 or > 15) return m.Value;
        var spoken = string.Join(", ", groups);
        return m.Value.TrimStart('(').StartsWith('+') ? "plus " + spoken : spoken;
    }

    private static string Address(string address)
    {
        var spoken = address.Replace("www.", "W W W dot ", StringComparison.OrdinalIgnoreCase)
            .Replace("@", " at ", StringComparison.Ordinal).Replace(".", " dot ", StringComparison.Ordinal)
            .Replace("/", " slash ", StringComparison.Ordinal).Replace("-", " dash ", StringComparison.Ordinal)
            .Replace("_", " underscore ", StringComparison.Ordinal).Replace(":", " colon ", StringComparison.Ordinal);
        return spoken.Trim();
    }

    [GeneratedRegex(@"\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+\b")]
    private static partial Regex Mail();

    [GeneratedRegex(@"\b(?:https?://(?<address>[\w./:~-]*[\w/])|(?<address>www\.[\w./:~-]*[\w/]))[^\s,;)]*")]
    private static partial Regex Web();

    [GeneratedRegex(@"(?<![\w.,$€£-])(?:\+\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{1,4}(?:[ .-]\d{2,4}){1,4}|\(\d{3}\) ?\d{3}[ .-]\d{4}|\d{3}-\d{3}-\d{4}|\d{3}\.\d{3}\.\d{4}|\d{3} \d{3} \d{4}|\d-\d{3}-\d{3}-\d{4}|\d{3}-\d{4})(?![\w-]|[.,]\d)")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\d+")]
    private static partial Regex DigitGroup();

    [GeneratedRegex(@"(?<![\w.])\d{1,4}(?:\.\d{1,4}){2,4}(?![\w]|\.\d)")]
    private static partial Regex Dotted();
}
