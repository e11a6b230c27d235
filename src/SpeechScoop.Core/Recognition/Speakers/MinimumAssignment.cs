namespace SpeechScoop.Recognition;

/// <summary>The assignment of rows to columns with the least total cost (Kuhn 1955, Munkres 1957; shortest augmenting paths with potentials), in O(n³).</summary>
internal static class MinimumAssignment
{
    /// <param name="costs">Square.</param>
    /// <returns>The column of each row.</returns>
    public static int[] Of(double[,] costs)
    {
        var size = costs.GetLength(0);
        var (rowPotential, columnPotential) = (new double[size + 1], new double[size + 1]);
        // Row 0 and column 0 stand for "none".
        var rowOfColumn = new int[size + 1];
        for (var row = 1; row <= size; row++)
        {
            var (least, before, seen) = (new double[size + 1], new int[size + 1], new bool[size + 1]);
            Array.Fill(least, double.PositiveInfinity);
            rowOfColumn[0] = row;
            var column = 0;
            do
            {
                seen[column] = true;
                var (next, delta) = (0, double.PositiveInfinity);
                for (var other = 1; other <= size; other++)
                {
                    if (seen[other]) continue;
                    var reduced = costs[rowOfColumn[column] - 1, other - 1] - rowPotential[rowOfColumn[column]] - columnPotential[other];
                    if (reduced < least[other]) (least[other], before[other]) = (reduced, column);
                    if (least[other] < delta) (delta, next) = (least[other], other);
                }
                for (var other = 0; other <= size; other++)
                {
                    if (seen[other])
                    {
                        rowPotential[rowOfColumn[other]] += delta;
                        columnPotential[other] -= delta;
                    }
                    else least[other] -= delta;
                }
                column = next;
            }
            while (rowOfColumn[column] != 0);
            for (; column != 0; column = before[column]) rowOfColumn[column] = rowOfColumn[before[column]];
        }
        var result = new int[size];
        for (var column = 1; column <= size; column++) result[rowOfColumn[column] - 1] = column - 1;
        return result;
    }
}
