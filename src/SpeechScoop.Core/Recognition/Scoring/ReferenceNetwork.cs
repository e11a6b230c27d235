using System.Buffers;

namespace SpeechScoop.Recognition;

/// <summary>
/// The alignment of a reference with alternations and optional words as sclite does it: one dynamic program over all readings at once. Beside sclite's usual costs, saying nothing
/// (<c>@</c>) costs a thousandth, and missing an optional word 2. Where alternatives meet, the earlier one wins a tie; elsewhere ties are broken as in <see cref="EditPath"/>.
/// </summary>
/// <remarks>SCTK 2.4, checked against sclite itself.</remarks>
internal static class ReferenceNetwork
{
    /// <summary>Larger problems are for <see cref="ReferenceChoice"/>, which needs less memory.</summary>
    public const long MostCells = 1 << 24;

    private const int Substitution = 4000, Gap = 3000, OptionalGap = 2000, Nothing = 1;

    /// <param name="Word">Null for nothing.</param>
    /// <param name="Before">Arcs that may stand in front of it; 0 is the start.</param>
    private readonly record struct Arc(string? Word, bool Optional, int[] Before);

    /// <param name="Words">The chosen reading, without optional words that are missing.</param>
    /// <param name="Operations">Of the alignment of these words.</param>
    /// <param name="Omitted">Optional words that are missing, in order.</param>
    public readonly record struct Aligned(string[] Words, EditOperation[] Operations, OmittedWord[] Omitted);

    /// <summary>Aligns; null where the problem is too large.</summary>
    public static Aligned? Align(IReadOnlyList<ReferencePart> parts, Func<string, string[]> words, string[] hypothesis)
    {
        var (arcs, ends) = Build(parts, words);
        var width = hypothesis.Length + 1;
        if ((long)arcs.Count * width > MostCells) return null;
        var costs = ArrayPool<int>.Shared.Rent(arcs.Count * width);
        var back = ArrayPool<int>.Shared.Rent(arcs.Count * width);
        try
        {
            for (var column = 0; column < width; column++) costs[column] = column * Gap;
            for (var arc = 1; arc < arcs.Count; arc++) Fill(arcs[arc], arc, hypothesis, costs, back);
            return Walk(arcs, Cheapest(ends, hypothesis.Length, width, costs), hypothesis, back);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(costs);
            ArrayPool<int>.Shared.Return(back);
        }
    }

    private static (List<Arc> Arcs, int[] Ends) Build(IReadOnlyList<ReferencePart> parts, Func<string, string[]> words)
    {
        var arcs = new List<Arc> { new(null, false, []) };
        return (arcs, Add([0], parts));

        int[] Add(int[] ends, IReadOnlyList<ReferencePart> sequence)
        {
            foreach (var part in sequence)
            {
                if (part.Kind is ReferencePartKind.Choice) ends = [.. part.Choices.SelectMany(choice => AddChoice(ends, choice))];
                else foreach (var word in words(part.Text)) ends = AddArc(word, part.Kind is ReferencePartKind.Optional, ends);
            }
            return ends;
        }

        int[] AddChoice(int[] before, IReadOnlyList<ReferencePart> choice)
        {
            var count = arcs.Count;
            var ends = Add(before, choice);
            return arcs.Count > count ? ends : AddArc(null, false, before);
        }

        int[] AddArc(string? word, bool optional, int[] before)
        {
            arcs.Add(new(word, optional, before));
            return [arcs.Count - 1];
        }
    }

    /// <summary>One row. What is remembered of a cell is the arc before (or the arc itself, for an insertion), times two, plus one for a deletion.</summary>
    private static void Fill(Arc arc, int row, string[] hypothesis, int[] costs, int[] back)
    {
        var width = hypothesis.Length + 1;
        var missing = arc.Word is null ? Nothing : arc.Optional ? OptionalGap : Gap;
        for (var column = 0; column < width; column++)
        {
            var above = Cheapest(arc.Before, column, width, costs);
            var delete = costs[(above * width) + column] + missing;
            var at = (row * width) + column;
            if (column == 0)
            {
                (costs[at], back[at]) = (delete, (above * 2) + 1);
                continue;
            }
            var diagonal = Cheapest(arc.Before, column - 1, width, costs);
            var replace = costs[(diagonal * width) + column - 1] + (arc.Word == hypothesis[column - 1] ? 0 : Substitution);
            var insert = costs[at - 1] + Gap;
            (costs[at], back[at]) = replace <= delete && replace <= insert ? (replace, diagonal * 2) : delete < insert ? (delete, (above * 2) + 1) : (insert, row * 2);
        }
    }

    private static int Cheapest(int[] arcs, int column, int width, int[] costs)
    {
        var best = arcs[0];
        for (var i = 1; i < arcs.Length; i++)
            if (costs[(arcs[i] * width) + column] < costs[(best * width) + column]) best = arcs[i];
        return best;
    }

    private static Aligned Walk(List<Arc> arcs, int arc, string[] hypothesis, int[] back)
    {
        var (words, operations, omitted) = (new List<string>(), new List<EditOperation>(), new List<OmittedWord>());
        var column = hypothesis.Length;
        while (arc > 0 || column > 0)
        {
            var entry = arc == 0 ? 0 : back[(arc * (hypothesis.Length + 1)) + column];
            var (before, word) = (entry / 2, arcs[arc].Word);
            if (entry % 2 == 1)
            {
                if (arcs[arc].Optional) omitted.Add(new(word!, words.Count));
                else if (word is not null)
                {
                    words.Add(word);
                    operations.Add(EditOperation.Deletion);
                }
            }
            else
            {
                column--;
                if (before == arc || word is null) operations.Add(EditOperation.Insertion);
                else
                {
                    words.Add(word);
                    operations.Add(word == hypothesis[column] ? EditOperation.Correct : EditOperation.Substitution);
                }
            }
            arc = before;
        }
        words.Reverse();
        operations.Reverse();
        omitted.Reverse();
        // The walk came from the end, and counted the words behind each.
        return new([.. words], [.. operations], [.. omitted.Select(each => each with { Before = words.Count - each.Before })]);
    }
}
