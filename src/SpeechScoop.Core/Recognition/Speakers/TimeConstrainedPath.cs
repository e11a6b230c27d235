namespace SpeechScoop.Recognition;

/// <summary>
/// Edit distance with all costs 1 in which only words that overlap in time can be matched or substituted. Of equally short paths, read from the end, a match or
/// substitution is taken where it is strictly cheaper, else a deletion where that is strictly cheaper than an insertion (meeteval 0.4.3).
/// </summary>
internal static class TimeConstrainedPath
{
    public static ErrorCounts Count(TimedWords.Word[] reference, TimedWords.Word[] hypothesis)
    {
        var width = hypothesis.Length + 1;
        var distance = new int[(reference.Length + 1) * width];
        for (var h = 0; h < width; h++) distance[h] = h;
        for (var r = 1; r <= reference.Length; r++)
        {
            distance[r * width] = r;
            for (var h = 1; h < width; h++)
            {
                var best = 1 + Math.Min(distance[((r - 1) * width) + h], distance[(r * width) + h - 1]);
                if (Overlap(reference[r - 1], hypothesis[h - 1])) best = Math.Min(best, distance[((r - 1) * width) + h - 1] + Cost(reference[r - 1], hypothesis[h - 1]));
                distance[(r * width) + h] = best;
            }
        }

        var (row, column, correct, substitutions, deletions, insertions) = (reference.Length, hypothesis.Length, 0, 0, 0, 0);
        while (row > 0 && column > 0)
        {
            var (delete, insert) = (distance[((row - 1) * width) + column], distance[(row * width) + column - 1]);
            var cost = Cost(reference[row - 1], hypothesis[column - 1]);
            if (Overlap(reference[row - 1], hypothesis[column - 1]) && distance[((row - 1) * width) + column - 1] + cost < 1 + Math.Min(delete, insert))
            {
                if (cost == 0) correct++;
                else substitutions++;
                row--;
                column--;
            }
            else if (delete < insert)
            {
                deletions++;
                row--;
            }
            else
            {
                insertions++;
                column--;
            }
        }
        return new(correct, substitutions, deletions + row, insertions + column);
    }

    private static int Cost(TimedWords.Word reference, TimedWords.Word hypothesis) => reference.Text == hypothesis.Text ? 0 : 1;

    private static bool Overlap(TimedWords.Word a, TimedWords.Word b) => a.Start < b.End && a.End > b.Start;
}
