using System.Text.RegularExpressions;

namespace SpeechScoop.Inference.Synthesis.Text;

/// <summary>
/// Splits clean text into sentences: at full stops, question and exclamation marks before a space and a likely beginning,
/// at blank lines and at line ends after a mark; not after titles, initials or inside numbers. Very long sentences are cut
/// at their commas, else between words, so that synthesis stays within bounds.
/// </summary>
public static partial class SentenceSplitter
{
    /// <summary>Longest piece given to a synthesizer at once, in characters.</summary>
    public const int LongestSentence = 240;

    /// <summary>The sentences in order, trimmed, none empty of letters and digits.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var sentences = new List<string>();
        foreach (var paragraph in Paragraph().Split(text))
        {
            var flat = paragraph.Replace('\n', ' ').Trim();
            var start = 0;
            foreach (Match end in End().Matches(flat))
            {
                var next = end.Index + end.Length;
                if (!EndsSentence(flat, end.Index, next)) continue;
                Add(sentences, flat[start..next]);
                start = next;
            }
            Add(sentences, flat[start..]);
        }
        return sentences;
    }

    private static bool EndsSentence(string text, int mark, int next)
    {
        if (next >= text.Length) return true;
        if (text[mark] is '?' or '!') return true;
        var word = LastWord().Match(text, 0, mark).Value;
        if (Vocabulary.BeforeName.Contains(word)) return false;
        if (word.Length == 1 && char.IsAsciiLetterUpper(word[0]) && word != "I") return false;  // an initial
        if (Initials().IsMatch(word) && !char.IsAsciiLetterUpper(NextLetter(text, next))) return false;
        var following = NextLetter(text, next);
        if (char.IsAsciiLetterLower(following)) return false;
        return !Vocabulary.Dotted.ContainsKey(word) || Vocabulary.AlsoWords.Contains(word) || char.IsAsciiLetterUpper(following);
    }

    private static char NextLetter(string text, int from)
    {
        while (from < text.Length && !char.IsLetterOrDigit(text[from])) from++;
        return from < text.Length ? text[from] : '\0';
    }

    /// <summary>Cuts a text into pieces of at most <paramref name="longest"/> characters: after a comma in their last two thirds, else between words, else anywhere.</summary>
    public static IEnumerable<string> Cut(string text, int longest)
    {
        var rest = text.Trim();
        while (rest.Length > longest)
        {
            var cut = CutPoint(rest, longest);
            yield return rest[..cut].Trim();
            rest = rest[cut..].TrimStart();
        }
        yield return rest;
    }

    private static void Add(List<string> sentences, string piece) =>
        sentences.AddRange(Cut(piece, LongestSentence).Where(part => part.Any(char.IsLetterOrDigit)));

    private static int CutPoint(string piece, int longest)
    {
        var window = piece[..longest];
        var comma = window.LastIndexOfAny([',', ';', ':']);
        if (comma > longest / 3 && comma + 1 < piece.Length && piece[comma + 1] == ' ') return comma + 1;
        var space = window.LastIndexOf(' ');
        return space > 0 ? space : longest;
    }

    [GeneratedRegex(@"\n\s*\n|(?<=[.!?:;]|[.!?][""')])\s*\n")]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"[.!?]+[""')\]]*(?=\s|$)")]
    private static partial Regex End();

    [GeneratedRegex(@"[A-Za-z](?:[A-Za-z.]*[A-Za-z])?$", RegexOptions.RightToLeft)]
    private static partial Regex LastWord();

    [GeneratedRegex(@"^(?:[A-Za-z]\.)+[A-Za-z]$")]
    private static partial Regex Initials();
}
