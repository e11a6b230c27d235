using System.Text;
using System.Text.RegularExpressions;

namespace SpeechScoop.Inference.Synthesis.Text;

/// <summary>
/// Last step of normalisation: words in lower case, names of letters as single capitals, and the marks <c>, . ? !</c>.
/// Words in capitals are spelled unless they are words, words that mix letters and digits or cases are split.
/// </summary>
/// <param name="isWord">Whether a word in lower case has a known pronunciation.</param>
internal sealed partial class WordRules(Func<string, bool> isWord)
{
    private const int LongestSpelled = 5;

    private static readonly HashSet<string> BeforeLetterA = new(StringComparer.OrdinalIgnoreCase)
        { "grade", "plan", "vitamin", "type", "class", "team", "section", "option", "group", "letter", "point", "hepatitis", "side", "model", "system", "version" };

    public string Apply(string text)
    {
        var tokens = Token().Matches(text).Select(m => m.Value).ToList();
        var shouting = IsShouted(tokens);
        var spoken = new StringBuilder(text.Length);
        for (var k = 0; k < tokens.Count; k++)
        {
            var token = tokens[k];
            if (char.IsAsciiLetter(token[0]) || token[0] == '\'')
            {
                var next = k + 1 < tokens.Count ? tokens[k + 1] : "";
                var previous = k > 0 ? tokens[k - 1] : "";
                foreach (var word in Words(token, previous, next, shouting))
                    Append(spoken, word);
            }
            else
                AppendMark(spoken, token);
        }
        return spoken.ToString();
    }

    private static bool IsShouted(List<string> tokens)
    {
        var words = tokens.Where(t => t.Length > 1 && char.IsAsciiLetter(t[0])).ToList();
        return words.Count >= 3 && words.All(w => w.Where(char.IsAsciiLetter).All(char.IsAsciiLetterUpper));
    }

    private IEnumerable<string> Words(string token, string previous, string next, bool shouting)
    {
        var word = token.Trim('\'');
        if (word.Length == 0) return [];
        if (word.Length == 1) return [Single(word, previous, next)];
        var lower = word.ToLowerInvariant();
        if (Vocabulary.Respelled.TryGetValue(lower, out var respelled)) return respelled.Split(' ');
        if (shouting) return [lower];
        if (Plural().Match(word) is { Success: true } plural && IsSpelled(plural.Groups[1].Value))
            return [.. plural.Groups[1].Value.SkipLast(1).Select(c => c.ToString()), LetterPlural(plural.Groups[1].Value[^1])];
        if (word.All(char.IsAsciiLetterUpper))
            return IsSpelled(word) ? word.Select(c => c.ToString()) : [lower];
        if (!isWord(lower) && Hump().IsMatch(word))
            return Hump().Replace(word, " ").Split(' ').SelectMany(part => Words(part, "", "", false));
        if (!isWord(lower) && lower.Length <= LongestSpelled && !lower.Any(c => "aeiouy".Contains(c, StringComparison.Ordinal)))
            return lower.Where(char.IsAsciiLetter).Select(c => char.ToUpperInvariant(c).ToString());
        return [lower];
    }

    private bool IsSpelled(string capitals) =>
        Vocabulary.Spelled.Contains(capitals) || (capitals.Length <= LongestSpelled && capitals.All(char.IsAsciiLetterUpper) && !isWord(capitals.ToLowerInvariant()));

    /// <summary>"CDs": the last letter's name with a plural ending, as a word that the lexicon's possessive rule pronounces.</summary>
    private static string LetterPlural(char letter) => letter + "'s";

    private static string Single(string letter, string previous, string next)
    {
        if (letter is "I" or "i") return "i";
        if (letter == "a") return "a";
        if (letter == "A" && next.Length > 0 && (char.IsAsciiLetterLower(next[0]) || (previous.Length == 0 && next.Length > 1)) && !BeforeLetterA.Contains(previous)) return "a";
        return letter.ToUpperInvariant();
    }

    private static void Append(StringBuilder spoken, string word)
    {
        if (spoken.Length > 0) spoken.Append(' ');
        spoken.Append(word);
    }

    private static void AppendMark(StringBuilder spoken, string mark)
    {
        if (spoken.Length == 0) return;
        var plain = mark[0] is '.' or '?' or '!' ? mark[0] : ',';
        if (char.IsAsciiLetter(spoken[^1]) || spoken[^1] == '\'') spoken.Append(plain);
        else if (plain != ',') spoken[^1] = plain;
    }

    [GeneratedRegex(@"'?[A-Za-z]+(?:'[A-Za-z]+)*'?|[.,;:?!()\[\]{}–—""]|(?<=\s)-+(?=\s)|--+")]
    private static partial Regex Token();

    [GeneratedRegex(@"^([A-Z]{2,5})'?s$")]
    private static partial Regex Plural();

    [GeneratedRegex(@"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")]
    private static partial Regex Hump();
}
