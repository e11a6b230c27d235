using System.Globalization;
using System.Text.RegularExpressions;

namespace SpeechScoop.Inference.Synthesis.Text;

/// <summary>Times of day: 3:45 pm, 15:30, 9 a.m., 1:02:03.</summary>
internal static partial class TimeRules
{
    public static string Apply(string text)
    {
        text = Clock().Replace(text, ClockTime);
        return HourOnly().Replace(text, m => $"{NumberWords.Read(m.Groups["hour"].Value)} {Half(m.Groups["half"].Value)}");
    }

    private static string ClockTime(Match m)
    {
        var hour = int.Parse(m.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = int.Parse(m.Groups["minute"].Value, CultureInfo.InvariantCulture);
        if (hour > 24 || minute > 59) return m.Value;
        var hasHalf = m.Groups["half"].Success;
        var words = NumberWords.Cardinal(hour);
        if (minute > 0) words += " " + (minute < 10 ? "oh " : "") + NumberWords.Cardinal(minute);
        else if (!hasHalf) words += hour is >= 1 and <= 12 ? " o'clock" : " hundred";
        if (m.Groups["second"].Success)
            words += $" and {NumberWords.Cardinal(int.Parse(m.Groups["second"].Value, CultureInfo.InvariantCulture))} seconds";
        return hasHalf ? $"{words} {Half(m.Groups["half"].Value)}" : words;
    }

    private static string Half(string written) => written.StartsWith("a", StringComparison.OrdinalIgnoreCase) ? "A M" : "P M";

    [GeneratedRegex(@"(?<![\d:.])(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d))?(?: ?(?<half>[ap]\.m\.|[ap]m|[AP]\.M\.|[AP]M)(?!\w))?(?![\d:])")]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<![\d:.,])(?<hour>\d{1,2}) ?(?<half>[ap]\.m\.|[ap]m|[AP]\.M\.|[AP]M)(?!\w)")]
    private static partial Regex HourOnly();
}
