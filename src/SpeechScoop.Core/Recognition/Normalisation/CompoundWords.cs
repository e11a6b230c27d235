namespace SpeechScoop.Recognition.Normalisation;

/// <summary>
/// Words written apart on one side and together on the other ("ice cream", "icecream"; "20 25", "2025"): where the letters of a stretch that the alignment calls
/// wrong are the same on both sides, the hypothesis takes the reference's word boundaries. The idea is kaldialign's <c>merge_compounds</c>; there the reference
/// changes too, and with it the count of words that errors are divided by.
/// </summary>
internal static class CompoundWords
{
    /// <summary>Longest stretch of words on either side.</summary>
    private const int Longest = 8;

    public static PairRule AsInReference { get; } = new(
        $"within a stretch of errors, up to {Longest} words with the same letters on both sides: the hypothesis is divided as the reference is", Apply, RuleGroup.Compounds);

    private static string[] Apply(IReadOnlyList<string> reference, IReadOnlyList<string> hypothesis)
    {
        // Only where word boundaries differ can there be anything to do; most utterances end here.
        if (reference.Count == hypothesis.Count && reference.SequenceEqual(hypothesis, StringComparer.Ordinal)) return [.. hypothesis];
        var tokens = WordAlignment.Align(reference, hypothesis).Tokens;
        var result = new List<string>(hypothesis.Count);
        for (var i = 0; i < tokens.Count;)
        {
            if (tokens[i].Operation is EditOperation.Correct)
            {
                result.Add(tokens[i++].Hypothesis!);
                continue;
            }
            var end = i;
            while (end < tokens.Count && tokens[end].Operation is not EditOperation.Correct) end++;
            var stretch = tokens.Skip(i).Take(end - i).ToList();
            Divide([.. stretch.Where(token => token.Reference is not null).Select(token => token.Reference!)],
                [.. stretch.Where(token => token.Hypothesis is not null).Select(token => token.Hypothesis!)], result);
            i = end;
        }
        return [.. result];
    }

    /// <summary>Writes the hypothesis of one stretch of errors.</summary>
    private static void Divide(string[] reference, string[] hypothesis, List<string> result)
    {
        var from = 0;
        for (var h = 0; h < hypothesis.Length;)
        {
            var match = Enumerable.Range(from, reference.Length - from).Select(r => (At: r, Lengths: SameLetters(reference.AsSpan(r), hypothesis.AsSpan(h)))).FirstOrDefault(found => found.Lengths.Reference > 0);
            if (match.Lengths.Reference == 0)
            {
                result.Add(hypothesis[h++]);
                continue;
            }
            result.AddRange(reference.AsSpan(match.At, match.Lengths.Reference));
            from = match.At + match.Lengths.Reference;
            h += match.Lengths.Hypothesis;
        }
    }

    /// <summary>How many words of each side, from the start, have the same letters; zeros where none have.</summary>
    private static (int Reference, int Hypothesis) SameLetters(ReadOnlySpan<string> reference, ReadOnlySpan<string> hypothesis)
    {
        var (r, h) = (0, 0);
        var (left, right) = ("", "");
        while (true)
        {
            if (left.Length == right.Length)
            {
                if (left.Length > 0) return (r, h);
                if (r == reference.Length || h == hypothesis.Length) return default;
                (left, right) = (reference[r++], hypothesis[h++]);
            }
            else if (left.Length < right.Length)
            {
                if (r == reference.Length || r == Longest) return default;
                left += reference[r++];
            }
            else
            {
                if (h == hypothesis.Length || h == Longest) return default;
                right += hypothesis[h++];
            }
            var common = Math.Min(left.Length, right.Length);
            if (!left.AsSpan(0, common).SequenceEqual(right.AsSpan(0, common))) return default;
        }
    }
}
