using System.Buffers;

namespace SpeechScoop.Recognition;

/// <summary>
/// The cheapest edit path between two sequences under sclite's costs and preferences (see <see cref="WordAlignment"/>).
/// Rows stand for the reference, columns for the hypothesis.
/// </summary>
internal static class EditPath
{
    private const int SubstitutionCost = 4;
    private const int DeletionCost = 3;
    private const int InsertionCost = 3;

    /// <summary>Directions kept at once, one byte each; a larger problem is walked back block by block.</summary>
    internal const int DirectionsAtOnce = 1 << 22;

    /// <summary>Operations of the path, without the path: for many short utterances.</summary>
    public static ErrorCounts Count(ReadOnlySpan<int> reference, ReadOnlySpan<int> hypothesis)
    {
        var width = hypothesis.Length + 1;
        if ((long)reference.Length * width > DirectionsAtOnce) return Tally(Find(reference, hypothesis));
        var directions = ArrayPool<EditOperation>.Shared.Rent(reference.Length * width);
        var costs = ArrayPool<int>.Shared.Rent(width);
        try
        {
            for (var column = 0; column < width; column++) costs[column] = column * InsertionCost;
            Fill(reference, hypothesis, costs.AsSpan(0, width), directions);
            Span<int> counts = stackalloc int[4];
            var at = hypothesis.Length;
            for (var row = reference.Length - 1; row >= 0;)
            {
                var direction = directions[(row * width) + at];
                counts[(int)direction]++;
                if (direction is not EditOperation.Deletion) at--;
                if (direction is not EditOperation.Insertion) row--;
            }
            return new(counts[0], counts[1], counts[2], counts[3] + at);
        }
        finally
        {
            ArrayPool<EditOperation>.Shared.Return(directions);
            ArrayPool<int>.Shared.Return(costs);
        }
    }

    private static ErrorCounts Tally(IReadOnlyList<EditOperation> path)
    {
        Span<int> counts = stackalloc int[4];
        foreach (var operation in path) counts[(int)operation]++;
        return new(counts[0], counts[1], counts[2], counts[3]);
    }

    /// <summary>
    /// Tokens at the end that are the same on both sides. They are always aligned with each other: neighbouring cells differ by a gap's cost at most, so no other step into a cell
    /// of equal tokens is cheaper than the diagonal one, which wins ties.
    /// </summary>
    public static int CommonEnd<T>(ReadOnlySpan<T> reference, ReadOnlySpan<T> hypothesis)
        where T : IEquatable<T>
    {
        var (most, length) = (Math.Min(reference.Length, hypothesis.Length), 0);
        while (length < most && reference[^(length + 1)].Equals(hypothesis[^(length + 1)])) length++;
        return length;
    }

    public static IReadOnlyList<EditOperation> Find(ReadOnlySpan<int> reference, ReadOnlySpan<int> hypothesis, int directionsAtOnce = DirectionsAtOnce)
    {
        var end = CommonEnd(reference, hypothesis);
        var path = FindDifferent(reference[..^end], hypothesis[..^end], directionsAtOnce);
        for (var i = 0; i < end; i++) path.Add(EditOperation.Correct);
        return path;
    }

    private static List<EditOperation> FindDifferent(ReadOnlySpan<int> reference, ReadOnlySpan<int> hypothesis, int directionsAtOnce)
    {
        var (rows, columns) = (reference.Length, hypothesis.Length);
        var blockRows = (long)rows * columns <= directionsAtOnce ? Math.Max(rows, 1) : (int)Math.Ceiling(Math.Sqrt(rows));
        var directions = new EditOperation[blockRows * (columns + 1)];
        var costs = new int[columns + 1];
        for (var column = 0; column <= columns; column++) costs[column] = column * InsertionCost;

        // Forward: remember the costs above each block. The last block is filled only below, on the way back.
        var above = new List<int[]> { (int[])costs.Clone() };
        for (var first = 0; first + blockRows < rows; first += blockRows)
        {
            Fill(reference.Slice(first, blockRows), hypothesis, costs, directions);
            above.Add((int[])costs.Clone());
        }

        var path = new List<EditOperation>(rows + columns);
        var at = columns;
        for (var block = above.Count - 1; block >= 0; block--)
        {
            var first = block * blockRows;
            var count = Math.Min(blockRows, rows - first);
            Fill(reference.Slice(first, count), hypothesis, above[block], directions);
            for (var row = count - 1; row >= 0;)
            {
                var direction = directions[(row * (columns + 1)) + at];
                path.Add(direction);
                if (direction is not EditOperation.Deletion) at--;
                if (direction is not EditOperation.Insertion) row--;
            }
        }
        for (; at > 0; at--) path.Add(EditOperation.Insertion);
        path.Reverse();
        return path;
    }

    /// <summary>Computes one block of rows. <paramref name="costs"/> is the row above on entry and the block's last row on return.</summary>
    private static void Fill(ReadOnlySpan<int> reference, ReadOnlySpan<int> hypothesis, Span<int> costs, EditOperation[] directions)
    {
        var width = costs.Length;
        for (var row = 0; row < reference.Length; row++)
        {
            var directionsOfRow = directions.AsSpan(row * width, width);
            var token = reference[row];
            var diagonal = costs[0];
            costs[0] += DeletionCost;
            directionsOfRow[0] = EditOperation.Deletion;
            for (var column = 1; column < width; column++)
            {
                var correct = token == hypothesis[column - 1];
                var replace = diagonal + (correct ? 0 : SubstitutionCost);
                var delete = costs[column] + DeletionCost;
                var insert = costs[column - 1] + InsertionCost;
                diagonal = costs[column];
                if (replace <= delete && replace <= insert)
                {
                    costs[column] = replace;
                    directionsOfRow[column] = correct ? EditOperation.Correct : EditOperation.Substitution;
                }
                else if (delete < insert)
                {
                    costs[column] = delete;
                    directionsOfRow[column] = EditOperation.Deletion;
                }
                else
                {
                    costs[column] = insert;
                    directionsOfRow[column] = EditOperation.Insertion;
                }
            }
        }
    }
}
