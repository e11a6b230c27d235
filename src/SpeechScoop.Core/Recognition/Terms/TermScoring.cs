namespace SpeechScoop.Recognition;

/// <summary>
/// Finds terms of one or more words in alignments. A term counts as recognized where all its words are correct and nothing stands between them. Optional words that were omitted were
/// perhaps not said: they are left out on both sides.
/// </summary>
public static class TermScoring
{
    /// <summary>Scores each term of a list.</summary>
    /// <param name="terms">As the user wrote them; each goes through the normaliser that the alignments went through.</param>
    public static IReadOnlyList<TermScore> OfTerms(IReadOnlyList<WordAlignment> alignments, IReadOnlyList<string> terms, NormaliserProfile normaliser)
    {
        ArgumentNullException.ThrowIfNull(alignments);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(normaliser);
        return [.. terms.Select(term => Score(term, alignments, normaliser.Words(term)))];
    }

    /// <summary>Scores all words with a digit in them. Numbers that the profile leaves as words are not seen.</summary>
    public static TermScore OfNumbers(IReadOnlyList<WordAlignment> alignments)
    {
        ArgumentNullException.ThrowIfNull(alignments);
        var (said, recognized, invented) = (0, 0, 0);
        foreach (var token in alignments.SelectMany(Spoken))
        {
            if (token.Reference?.Any(char.IsDigit) == true)
            {
                said++;
                if (token.Operation is EditOperation.Correct) recognized++;
            }
            if (token.Operation is not EditOperation.Correct && token.Hypothesis?.Any(char.IsDigit) == true) invented++;
        }
        return new(null, said, recognized, invented);
    }

    private static TermScore Score(string term, IReadOnlyList<WordAlignment> alignments, string[] words)
    {
        if (words.Length == 0) return new(term, 0, 0, 0);
        var (said, recognized, written) = (0, 0, 0);
        foreach (var tokens in alignments.Select(Spoken))
        {
            said += Count([.. tokens.Select(token => token.Reference).OfType<string>()], words);
            written += Count([.. tokens.Select(token => token.Hypothesis).OfType<string>()], words);
            // A gap stands for whatever is not correct.
            recognized += Count([.. tokens.Select(token => token.Operation is EditOperation.Correct ? token.Reference! : "")], words);
        }
        return new(term, said, recognized, written - recognized);
    }

    private static IEnumerable<AlignedToken> Spoken(WordAlignment alignment) => alignment.Tokens.Where(token => !token.IsOmitted);

    /// <summary>Occurrences that do not overlap.</summary>
    private static int Count(string[] text, string[] words)
    {
        var count = 0;
        for (var i = 0; i + words.Length <= text.Length;)
        {
            if (text.AsSpan(i, words.Length).SequenceEqual(words))
            {
                count++;
                i += words.Length;
            }
            else i++;
        }
        return count;
    }
}
