namespace SpeechScoop.Recognition;

/// <summary>
/// Edit distance with all costs 1 in which only words that overlap in time can be matched or substituted. Of equally short paths, read from the end, a match or
/// substitution is taken where it is strictly cheaper, else a deletion where that is strictly cheaper than an insertion (meeteval 0.4.3, and Kaldi before it).
/// </summary>
internal static class TimeConstrainedPath
{
    /// <summary>Pairs of words that take about half a minute.</summary>
    public const long MostCells = 1L << 33;

    /// <summary>Directions kept at once, one byte each; a larger problem is walked back block by block.</summary>
    internal const int DirectionsAtOnce = 1 << 22;

    public static ErrorCounts Count(TimedWords.Word[] reference, TimedWords.Word[] hypothesis) => Count(reference, hypothesis, DirectionsAtOnce);

    internal static ErrorCounts Count(ReadOnlySpan<TimedWords.Word> reference, ReadOnlySpan<TimedWords.Word> hypothesis, int directionsAtOnce)
    {
        var (rows, width) = (reference.Length, hypothesis.Length + 1);
        var blockRows = (long)rows * width <= directionsAtOnce ? Math.Max(rows, 1) : (int)Math.Ceiling(Math.Sqrt(rows));
        var directions = new EditOperation[blockRows * width];
        var distances = new int[width];
        for (var column = 0; column < width; column++) distances[column] = column;

        // Forward: remember the distances above each block. The last block is filled only below, on the way back.
        var above = new List<int[]> { (int[])distances.Clone() };
        for (var first = 0; first + blockRows < rows; first += blockRows)
        {
            Fill(reference.Slice(first, blockRows), hypothesis, distances, directions);
            above.Add((int[])distances.Clone());
        }

        Span<int> counts = stackalloc int[4];
        var at = hypothesis.Length;
        for (var block = above.Count - 1; block >= 0; block--)
        {
            var first = block * blockRows;
            var count = Math.Min(blockRows, rows - first);
            Fill(reference.Slice(first, count), hypothesis, above[block], directions);
            for (var row = count - 1; row >= 0;)
            {
                var direction = directions[(row * width) + at];
                counts[(int)direction]++;
                if (direction is not EditOperation.Deletion) at--;
                if (direction is not EditOperation.Insertion) row--;
            }
        }
        return new(counts[0], counts[1], counts[2], counts[3] + at);
    }

    /// <summary>Computes one block of rows. <paramref name="distances"/> is the row above on entry and the block's last row on return.</summary>
    private static void Fill(ReadOnlySpan<TimedWords.Word> reference, ReadOnlySpan<TimedWords.Word> hypothesis, int[] distances, EditOperation[] directions)
    {
        var width = distances.Length;
        for (var row = 0; row < reference.Length; row++)
        {
            var directionsOfRow = directions.AsSpan(row * width, width);
            var word = reference[row];
            var diagonal = distances[0]++;
            directionsOfRow[0] = EditOperation.Deletion;
            for (var column = 1; column < width; column++)
            {
                var other = hypothesis[column - 1];
                var (delete, insert) = (distances[column] + 1, distances[column - 1] + 1);
                var (best, direction) = delete < insert ? (delete, EditOperation.Deletion) : (insert, EditOperation.Insertion);
                if (word.Start < other.End && word.End > other.Start)
                {
                    var correct = word.Number == other.Number;
                    var replace = diagonal + (correct ? 0 : 1);
                    if (replace < best) (best, direction) = (replace, correct ? EditOperation.Correct : EditOperation.Substitution);
                }
                diagonal = distances[column];
                (distances[column], directionsOfRow[column]) = (best, direction);
            }
        }
    }
}
