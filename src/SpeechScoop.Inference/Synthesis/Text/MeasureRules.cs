using System.Text.RegularExpressions;

namespace SpeechScoop.Inference.Synthesis.Text;

/// <summary>Numbers with units: 5 km, 20°C, 60 km/h, 3.5%, 10–20 kg, 5'10".</summary>
internal static partial class MeasureRules
{
    private static readonly Regex Measure = BuildMeasure();

    public static string Apply(string text)
    {
        text = FeetAndInches().Replace(text, m => $"{NumberWords.Read(m.Groups[1].Value)} foot {NumberWords.Read(m.Groups[2].Value)}");
        return Measure.Replace(text, Spoken);
    }

    private static string Spoken(Match m)
    {
        var number = m.Groups["number"].Value;
        var (one, many) = Vocabulary.Units[m.Groups["unit"].Value];
        var unit = number == "1" && !m.Groups["low"].Success ? one : many;
        var words = $"{NumberWords.Read(number)} {unit}";
        if (m.Groups["low"].Success) words = $"{NumberWords.Read(m.Groups["low"].Value)} to {words}";
        return m.Groups["minus"].Success ? "minus " + words : words;
    }

    private static Regex BuildMeasure()
    {
        // A one-letter unit needs to stand for itself ("5 m", not "5 a"); longest spellings first.
        var units = string.Join('|', Vocabulary.Units.Keys.OrderByDescending(u => u.Length).Select(Regex.Escape));
        const string Number = @"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?";
        var pattern = $@"(?<minus>(?<![\w.\d])[-])?(?<![\w.,])(?:(?<low>{Number}) ?[-–] ?)?(?<number>{Number})[ -]?(?<unit>{units})(?![\w/²³'’]|-\w)";
        return new Regex(pattern, RegexOptions.Compiled | RegexOptions.CultureInvariant);
    }

    [GeneratedRegex(@"(?<![\w.,])(\d)' ?(\d{1,2})""")]
    private static partial Regex FeetAndInches();
}
