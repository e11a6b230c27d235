using System.Text.RegularExpressions;

namespace SpeechScoop.Inference.Synthesis.Text;

/// <summary>Amounts of money: $3.50, €1,200, £2.5 million, 20 €, $5k, 50¢.</summary>
internal static partial class MoneyRules
{
    private static readonly Dictionary<string, string> Magnitudes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["k"] = "thousand", ["m"] = "million", ["bn"] = "billion", ["b"] = "billion", ["thousand"] = "thousand", ["million"] = "million",
        ["billion"] = "billion", ["trillion"] = "trillion", ["hundred"] = "hundred",
    };

    public static string Apply(string text)
    {
        text = Range().Replace(text, m => $"{m.Groups["sign"].Value}{m.Groups["low"].Value} to {m.Groups["sign"].Value}{m.Groups["high"].Value}");
        text = SignFirst().Replace(text, Amount);
        text = SignLast().Replace(text, Amount);
        return Cents().Replace(text, m => $"{NumberWords.Read(m.Groups["number"].Value)} {(m.Groups["number"].Value == "1" ? "cent" : "cents")}");
    }

    private static string Amount(Match m)
    {
        var currency = Vocabulary.Currencies[m.Groups["sign"].Value[0]];
        var number = m.Groups["number"].Value;
        var minus = m.Groups["minus"].Success ? "minus " : "";
        if (m.Groups["magnitude"].Success)
            return $"{minus}{NumberWords.Read(number)} {Magnitudes[m.Groups["magnitude"].Value]} {currency.Many}";
        var point = number.IndexOf('.', StringComparison.Ordinal);
        if (point < 0 || number.Length - point != 3)
            return $"{minus}{NumberWords.Read(number)} {(number == "1" ? currency.One : currency.Many)}";
        var whole = number[..point];
        var hundredths = number[(point + 1)..].TrimStart('0');
        var parts = new List<string>();
        if (whole is not ("" or "0") || hundredths.Length == 0)
            parts.Add($"{NumberWords.Read(whole)} {(whole == "1" ? currency.One : currency.Many)}");
        if (hundredths.Length > 0)
            parts.Add($"{NumberWords.Read(hundredths)} {(hundredths == "1" ? currency.OneHundredth : currency.ManyHundredths)}");
        return minus + string.Join(" and ", parts);
    }

    private const string Number = @"(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)";
    private const string Magnitude = @"(?:(?: ?(?<magnitude>hundred|thousand|million|billion|trillion)|(?<magnitude>k|K|m|M|bn|b|B))\b)?";

    [GeneratedRegex(@"(?<sign>[$€£¥₹])(?<low>[\d.,]*\d) ?[-–] ?(?:[$€£¥₹])?(?<high>\d)")]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<minus>(?<![\w.])-)?(?<sign>[$€£¥₹]) ?" + Number + Magnitude)]
    private static partial Regex SignFirst();

    [GeneratedRegex(@"(?<minus>(?<![\w.])-)?(?<![\d.,])" + Number + Magnitude + @" ?(?<sign>[€£¥₹$])(?!\d)")]
    private static partial Regex SignLast();

    [GeneratedRegex(@"(?<number>\d+) ?¢")]
    private static partial Regex Cents();
}
