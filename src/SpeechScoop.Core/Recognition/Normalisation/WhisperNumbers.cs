using System.Globalization;
using System.Text.RegularExpressions;

namespace SpeechScoop.Recognition.Normalisation;

/// <summary>
/// Spelled-out numbers as digits, the way of openai/whisper v20250625 (<c>EnglishNumberNormalizer</c>): what surrounds the words is prepared, the words
/// go through <see cref="WhisperNumberReader"/>, and money and the number one are written back.
/// </summary>
internal static partial class WhisperNumbers
{
    private const string Word = @"[\p{L}\p{N}_]";

    public static string Apply(string text)
    {
        if (text.Contains("half", StringComparison.Ordinal)) text = Halves(text);
        var digits = text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
        if (digits)
        {
            text = LetterDigit().Replace(text, "$1 $2");
            text = DigitLetter().Replace(text, "$1 $2");
            text = DigitSuffix().Replace(text, "$1$2");
        }
        text = new WhisperNumberReader(text).Read();
        return text.AsSpan().IndexOfAnyInRange('0', '9') < 0 ? text : One().Replace(Cents(text), "one$1");
    }

    /// <summary>"N and a half" becomes "N point five". A stretch without words between two of them is dropped, and what follows it with it.</summary>
    private static string Halves(string text)
    {
        var segments = AndAHalf().Split(text);
        if (segments.Length == 1) return text;
        var parts = new List<string>();
        for (var i = 0; i < segments.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(segments[i])) continue;
            parts.Add(segments[i]);
            if (i == segments.Length - 1) continue;
            var last = segments[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[^1];
            var number = EnglishNumberWords.All.TryGetValue(last, out var word)
                && word.Kind is NumberWordKind.Zero or NumberWordKind.One or NumberWordKind.Ten or NumberWordKind.Multiplier;
            parts.Add(number ? "point five" : "and a half");
        }
        return string.Join(' ', parts);
    }

    private static string Cents(string text)
    {
        if (text.AsSpan().IndexOfAny("€£$") < 0) return text;
        text = DollarsAndCents().Replace(text, m => $"{m.Groups[1].Value}{m.Groups[2].Value}.{int.Parse(m.Groups[3].ValueSpan, CultureInfo.InvariantCulture):00}");
        return OnlyCents().Replace(text, m => $"¢{int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)}");
    }

    [GeneratedRegex($@"(?<!{Word})and\s+a\s+half(?!{Word})")]
    private static partial Regex AndAHalf();

    [GeneratedRegex("([a-z])([0-9])")]
    private static partial Regex LetterDigit();

    [GeneratedRegex("([0-9])([a-z])")]
    private static partial Regex DigitLetter();

    [GeneratedRegex($@"([0-9])\s+(st|nd|rd|th|s)(?!{Word})")]
    private static partial Regex DigitSuffix();

    [GeneratedRegex($"([€£$])([0-9]+) (?:and )?¢([0-9]{{1,2}})(?!{Word})")]
    private static partial Regex DollarsAndCents();

    [GeneratedRegex($"[€£$]0.([0-9]{{1,2}})(?!{Word})")]
    private static partial Regex OnlyCents();

    [GeneratedRegex($"(?<!{Word})1(s?)(?!{Word})")]
    private static partial Regex One();
}
