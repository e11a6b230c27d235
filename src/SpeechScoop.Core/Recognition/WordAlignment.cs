namespace SpeechScoop.Recognition;

/// <summary>
/// The alignment of a hypothesis with its reference that NIST's sclite would choose: least total cost with 0 for a correct
/// token, 4 for a substitution and 3 each for a deletion or an insertion.
/// </summary>
/// <remarks>
/// <para>Among alignments of equal cost, a cell is reached by correct or substitution if that is no dearer than both others,
/// else by deletion if that is strictly cheaper than insertion, else by insertion; the path is read from the end. This is
/// <c>calculate_internal_cells</c> of SCTK 2.4, and decides how the errors split into kinds.</para>
/// <para>Because a substitution costs more than one insertion or deletion and less than two, the number of errors may exceed
/// the Levenshtein distance by a little in rare cases; sclite's published rates do the same.</para>
/// <para>Tokens are compared ordinally: normalise first. Time is O(n·m); memory is O(n + m) up to about four million cells
/// of directions at once, and O(m·√n) beyond, so that transcripts of whole hours align too.</para>
/// </remarks>
public sealed class WordAlignment
{
    private WordAlignment(AlignedToken[] tokens) => (Tokens, Counts) = (tokens, Count(tokens));

    /// <summary>All positions, from the first to the last.</summary>
    public IReadOnlyList<AlignedToken> Tokens { get; }

    /// <summary>How many positions of each kind there are.</summary>
    public ErrorCounts Counts { get; }

    /// <summary>Aligns two sequences of tokens: words, or characters.</summary>
    /// <param name="reference">What was said.</param>
    /// <param name="hypothesis">What was recognized.</param>
    /// <param name="policy">Which of the cheapest alignments.</param>
    public static WordAlignment Align(IReadOnlyList<string> reference, IReadOnlyList<string> hypothesis, AlignmentPolicy policy = AlignmentPolicy.Sclite)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(hypothesis);

        var (left, right) = Number(reference, hypothesis);
        return Of(reference, hypothesis, policy is AlignmentPolicy.Sclite ? EditPath.Find(left, right) : LevenshteinPath.Find(left, right));
    }

    /// <summary>An alignment whose operations are known.</summary>
    internal static WordAlignment Of(IReadOnlyList<string> reference, IReadOnlyList<string> hypothesis, IReadOnlyList<EditOperation> operations)
    {
        var tokens = new AlignedToken[operations.Count];
        var (r, h) = (0, 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            var operation = operations[i];
            tokens[i] = new(
                operation,
                operation is EditOperation.Insertion ? null : reference[r++],
                operation is EditOperation.Deletion ? null : hypothesis[h++]);
        }
        return new(tokens);
    }

    /// <summary>The same alignment with optional words that were omitted put where they stand in the reference.</summary>
    internal WordAlignment With(IReadOnlyList<OmittedWord> omitted)
    {
        if (omitted.Count == 0) return this;
        var tokens = new List<AlignedToken>(Tokens.Count + omitted.Count);
        var (words, next) = (0, 0);
        foreach (var token in Tokens)
        {
            for (; token.Reference is not null && next < omitted.Count && omitted[next].Before <= words; next++) tokens.Add(new(EditOperation.Correct, omitted[next].Word, null));
            tokens.Add(token);
            if (token.Reference is not null) words++;
        }
        for (; next < omitted.Count; next++) tokens.Add(new(EditOperation.Correct, omitted[next].Word, null));
        return new([.. tokens]);
    }

    /// <summary>Replaces each different token by a number, so that the inner loop compares integers.</summary>
    private static (int[] Left, int[] Right) Number(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var numbers = new Dictionary<string, int>(left.Count + right.Count, StringComparer.Ordinal);
        return (Map(left), Map(right));

        int[] Map(IReadOnlyList<string> tokens)
        {
            var mapped = new int[tokens.Count];
            for (var i = 0; i < mapped.Length; i++)
            {
                if (!numbers.TryGetValue(tokens[i], out var number)) numbers.Add(tokens[i], number = numbers.Count);
                mapped[i] = number;
            }
            return mapped;
        }
    }

    private static ErrorCounts Count(AlignedToken[] tokens)
    {
        Span<int> counts = stackalloc int[4];
        var omitted = 0;
        foreach (var token in tokens)
        {
            counts[(int)token.Operation]++;
            if (token.IsOmitted) omitted++;
        }
        return new(counts[0], counts[1], counts[2], counts[3]) { Omitted = omitted };
    }
}
