using System.Globalization;
using System.Text;

namespace SpeechScoop.Inference.Synthesis.Text;

/// <summary>Numbers as American English words, lower case, without hyphens or "and": <c>nineteen hundred</c>, <c>twenty first</c>.</summary>
public static class NumberWords
{
    /// <summary>Longest integer read as a quantity; longer ones are read digit by digit.</summary>
    public const int LongestCardinal = 15;

    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly (long Size, string Name)[] Scales =
        [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand")];

    private static readonly Dictionary<string, string> IrregularOrdinals = new()
    {
        ["one"] = "first", ["two"] = "second", ["three"] = "third", ["five"] = "fifth", ["eight"] = "eighth",
        ["nine"] = "ninth", ["twelve"] = "twelfth",
    };

    /// <summary>A quantity: 1234 → "one thousand two hundred thirty four".</summary>
    public static string Cardinal(long value)
    {
        if (value < 0) return "minus " + Cardinal(-value);
        if (value < 20) return Small[value];
        var words = new List<string>();
        foreach (var (size, name) in Scales)
        {
            if (value < size) continue;
            words.Add(Cardinal(value / size));
            words.Add(name);
            value %= size;
        }
        if (value >= 100)
        {
            words.Add(Small[value / 100]);
            words.Add("hundred");
            value %= 100;
        }
        if (value >= 20)
        {
            words.Add(Tens[value / 10]);
            value %= 10;
        }
        if (value > 0) words.Add(Small[value]);
        return string.Join(' ', words);
    }

    /// <summary>A place in a sequence: 21 → "twenty first".</summary>
    public static string Ordinal(long value)
    {
        var cardinal = Cardinal(value);
        var split = cardinal.LastIndexOf(' ') + 1;
        var last = cardinal[split..];
        if (!IrregularOrdinals.TryGetValue(last, out var ordinal))
            ordinal = last.EndsWith('y') ? last[..^1] + "ieth" : last + "th";
        return cardinal[..split] + ordinal;
    }

    /// <summary>A year, 1000..2999: 1984 → "nineteen eighty four", 2005 → "two thousand five", 1900 → "nineteen hundred".</summary>
    public static string Year(int year)
    {
        var (century, rest) = Math.DivRem(year, 100);
        if (century % 10 == 0 && rest < 10) return Cardinal(year);
        var start = Cardinal(century);
        return rest switch
        {
            0 => start + " hundred",
            < 10 => $"{start} oh {Small[rest]}",
            _ => $"{start} {Cardinal(rest)}",
        };
    }

    /// <summary>Each digit by itself: "007" → "zero zero seven". Characters that are not digits are skipped.</summary>
    public static string Digits(string digits)
    {
        var words = new StringBuilder();
        foreach (var digit in digits.Where(char.IsAsciiDigit))
        {
            if (words.Length > 0) words.Append(' ');
            words.Append(Small[digit - '0']);
        }
        return words.ToString();
    }

    /// <summary>
    /// A number as written, with thousands commas and decimals: "1,234.50" → "one thousand two hundred thirty four point
    /// five zero". Leading zeros ("007") and more than 15 digits are read digit by digit.
    /// </summary>
    public static string Read(string written)
    {
        var plain = written.Replace(",", "", StringComparison.Ordinal);
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? plain : plain[..point];
        var fraction = point < 0 ? "" : plain[(point + 1)..];
        var words = ReadWhole(whole);
        return fraction.Length == 0 ? words : $"{words} point {Digits(fraction)}";
    }

    /// <summary>The plural of a number's words: "nineteen eighty" → "nineteen eighties".</summary>
    public static string Plural(string words) => words switch
    {
        [.. var stem, 'y'] => stem + "ies",
        [.., 'x'] => words + "es",
        _ => words + "s",
    };

    private static string ReadWhole(string whole)
    {
        if (whole.Length == 0) return "zero";
        var asDigits = whole.Length > LongestCardinal || (whole.Length > 1 && whole[0] == '0');
        return asDigits ? Digits(whole) : Cardinal(long.Parse(whole, CultureInfo.InvariantCulture));
    }
}
