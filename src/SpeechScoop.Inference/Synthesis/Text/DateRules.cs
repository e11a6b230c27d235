using System.Globalization;
using System.Text.RegularExpressions;

namespace SpeechScoop.Inference.Synthesis.Text;

/// <summary>Dates and years: 2024-03-15, 3/15/2024, March 15th, 15 March 2024, the 1990s, in 1984.</summary>
internal static partial class DateRules
{
    private const string MonthName = @"(?<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)";

    public static string Apply(string text)
    {
        text = Iso().Replace(text, m => Spoken(m, m.Groups["m"].Value, m.Groups["d"].Value, m.Groups["y"].Value));
        text = Slashed().Replace(text, SlashedDate);
        text = MonthDay().Replace(text, m => Named(m, m.Groups["day"].Value));
        text = DayMonth().Replace(text, m => Named(m, m.Groups["day"].Value));
        text = MonthYear().Replace(text, m => $"{Vocabulary.Months[Vocabulary.MonthNumbers[m.Groups["month"].Value.ToLowerInvariant()] - 1]} {Year(m.Groups["year"].Value)}");
        text = Decade().Replace(text, m => NumberWords.Plural(Decades(m.Groups["decade"].Value)));
        text = YearRange().Replace(text, m => $"{Year(m.Groups[1].Value)} to {Year(m.Groups[2].Value)}");
        text = Era().Replace(text, m => $"{Year(m.Groups[1].Value)} {string.Join(' ', m.Groups[2].Value.Where(char.IsLetter))}");
        return YearAfterWord().Replace(text, m => m.Groups[1].Value + Year(m.Groups[2].Value));
    }

    private static string SlashedDate(Match m)
    {
        var first = int.Parse(m.Groups["a"].Value, CultureInfo.InvariantCulture);
        var second = int.Parse(m.Groups["b"].Value, CultureInfo.InvariantCulture);
        var (month, day) = first > 12 ? (second, first) : (first, second);  // American order unless it cannot be
        return Spoken(m, month.ToString(CultureInfo.InvariantCulture), day.ToString(CultureInfo.InvariantCulture), m.Groups["y"].Value);
    }

    private static string Spoken(Match m, string month, string day, string year)
    {
        var monthNumber = int.Parse(month, CultureInfo.InvariantCulture);
        var dayNumber = int.Parse(day, CultureInfo.InvariantCulture);
        if (monthNumber is < 1 or > 12 || dayNumber is < 1 or > 31) return m.Value;
        return $"{Vocabulary.Months[monthNumber - 1]} {NumberWords.Ordinal(dayNumber)}, {Year(year)}";
    }

    private static string Named(Match m, string day)
    {
        var number = int.Parse(day, CultureInfo.InvariantCulture);
        if (number is < 1 or > 31) return m.Value;
        var month = Vocabulary.Months[Vocabulary.MonthNumbers[m.Groups["month"].Value.ToLowerInvariant()] - 1];
        var year = m.Groups["year"].Success ? $", {Year(m.Groups["year"].Value)}" : "";
        return $"{month} {NumberWords.Ordinal(number)}{year}";
    }

    private static string Decades(string written) => written.Length == 4
        ? NumberWords.Year(int.Parse(written, CultureInfo.InvariantCulture))
        : NumberWords.Cardinal(int.Parse(written, CultureInfo.InvariantCulture));

    private static string Year(string written)
    {
        var year = int.Parse(written, CultureInfo.InvariantCulture);
        return written.Length == 4 && year >= 1000 ? NumberWords.Year(year) : NumberWords.Read(written);
    }

    [GeneratedRegex(@"\b(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})\b")]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<![\d/])(?<a>\d{1,2})/(?<b>\d{1,2})/(?<y>\d{4})(?![\d/])")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"\b" + MonthName + @"\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>[12]\d{3}))?(?![\d:.,]\d|\d)")]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"\b(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MonthName + @"\b\.?(?:,? (?<year>[12]\d{3}))?(?!\d)")]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"\b" + MonthName + @"\b\.?,? (?<year>[12]\d{3})\b")]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"(?<![\w.,])'?(?<decade>[12]\d\d0|[1-9]0)'?s\b")]
    private static partial Regex Decade();

    [GeneratedRegex(@"(?<![\d.,$€£¥-])(1[1-9]\d\d|20\d\d) ?[-–] ?(1[1-9]\d\d|20\d\d)(?![\d-]|[.,]\d)")]
    private static partial Regex YearRange();

    [GeneratedRegex(@"\b(\d{1,4}) ?(AD|BC|BCE|CE|A\.D\.|B\.C\.)(?!\w)")]
    private static partial Regex Era();

    [GeneratedRegex(@"(?i)(\b(?:in|since|of|by|from|until|till|before|after|during|around|circa|year|summer|winter|spring|fall|autumn|early|late|mid|and|©|\() ?)(1[1-9]\d\d|20\d\d)(?=$|[\s.,;:!?)'""-](?!\d|(?:people|men|women|children|dollars|euros|pounds|miles|times|years|days|hours|words|items|samples)\b))")]
    private static partial Regex YearAfterWord();
}
