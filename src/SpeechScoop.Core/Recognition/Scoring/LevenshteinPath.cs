namespace SpeechScoop.Recognition;

/// <summary>
/// The edit path with the fewest errors (all cost 1) that RapidFuzz, and with it jiwer 4, chooses among those of equal length: common ends are set aside; then, from
/// the end, a deletion where it lies on a shortest path, else an insertion where one is certain to, else a match or substitution
/// (<c>recover_alignment</c> of rapidfuzz-cpp 3). The number of errors is the Levenshtein distance; their kinds are split in another way than sclite splits them.
/// </summary>
internal static class LevenshteinPath
{
    /// <summary>Cells of the distance matrix kept at once, four bytes each.</summary>
    public const long MostCells = 1 << 28;

    public static IReadOnlyList<EditOperation> Find(ReadOnlySpan<int> reference, ReadOnlySpan<int> hypothesis)
    {
        var prefix = reference.CommonPrefixLength(hypothesis);
        var left = reference[prefix..];
        var right = hypothesis[prefix..];
        var suffix = 0;
        while (suffix < Math.Min(left.Length, right.Length) && left[^(suffix + 1)] == right[^(suffix + 1)]) suffix++;
        left = left[..^suffix];
        right = right[..^suffix];

        var path = new List<EditOperation>(prefix + suffix + left.Length + right.Length);
        for (var i = 0; i < suffix; i++) path.Add(EditOperation.Correct);
        Middle(left, right, path);
        for (var i = 0; i < prefix; i++) path.Add(EditOperation.Correct);
        path.Reverse();
        return path;
    }

    private static void Middle(ReadOnlySpan<int> reference, ReadOnlySpan<int> hypothesis, List<EditOperation> path)
    {
        var (rows, columns) = (reference.Length, hypothesis.Length);
        var width = columns + 1;
        var distance = new int[(rows + 1) * width];
        for (var column = 0; column <= columns; column++) distance[column] = column;
        for (var row = 1; row <= rows; row++)
        {
            distance[row * width] = row;
            for (var column = 1; column <= columns; column++)
            {
                var replace = distance[((row - 1) * width) + column - 1] + (reference[row - 1] == hypothesis[column - 1] ? 0 : 1);
                distance[(row * width) + column] = Math.Min(replace, 1 + Math.Min(distance[((row - 1) * width) + column], distance[(row * width) + column - 1]));
            }
        }

        var (r, h) = (rows, columns);
        while (r > 0 && h > 0)
        {
            if (distance[(r * width) + h] == distance[((r - 1) * width) + h] + 1)
            {
                path.Add(EditOperation.Deletion);
                r--;
                continue;
            }
            h--;
            if (h > 0 && distance[(r * width) + h] == distance[((r - 1) * width) + h] - 1) path.Add(EditOperation.Insertion);
            else
            {
                r--;
                path.Add(reference[r] == hypothesis[h] ? EditOperation.Correct : EditOperation.Substitution);
            }
        }
        for (; r > 0; r--) path.Add(EditOperation.Deletion);
        for (; h > 0; h--) path.Add(EditOperation.Insertion);
    }
}
