using System.Text.RegularExpressions;

namespace SpeechScoop.Inference.Synthesis.Text;

/// <summary>
/// Writes a sentence as it is spoken: numbers, dates, times, money, units, abbreviations and acronyms become words.
/// The result holds words of a–z and apostrophes in lower case, single capitals for names of letters, and the marks
/// <c>, . ? !</c>. American usage; the same input gives the same output everywhere.
/// </summary>
/// <param name="isWord">Whether a word in lower case has a known pronunciation: decides what is spelled.</param>
public sealed partial class EnglishNormalizer(Func<string, bool> isWord)
{
    private readonly WordRules words = new(isWord);

    /// <summary>Normalises one sentence that <see cref="TextCleaner"/> has cleaned.</summary>
    public string Normalize(string sentence)
    {
        var text = DigitRules.Apply(sentence);
        text = DateRules.Apply(text);
        text = TimeRules.Apply(text);
        text = MoneyRules.Apply(text);
        text = MeasureRules.Apply(text);
        text = AbbreviationRules.Apply(text);
        text = LetterBesideDigit().Replace(text, " ");
        text = NumberRules.Apply(text);
        return words.Apply(text);
    }

    /// <summary>"MP3", "COVID-19", "4K": letters and digits that touch; not ordinals, which are words of their own.</summary>
    [GeneratedRegex(@"(?<=[A-Za-z])-?(?=\d)|(?<=\d)-(?=[A-Za-z])|(?<=\d)(?=(?!(?:st|nd|rd|th)\b)[A-Za-z])")]
    private static partial Regex LetterBesideDigit();
}
