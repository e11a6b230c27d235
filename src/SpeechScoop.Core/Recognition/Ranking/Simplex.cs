namespace SpeechScoop.Recognition;

/// <summary>The simplex method (Dantzig 1951) for one shape of problem: the largest sum of non-negative numbers with A·x ≤ 1, A above 0.</summary>
internal static class Simplex
{
    public static double LargestSum(double[,] a)
    {
        var (rows, columns) = (a.GetLength(0), a.GetLength(1));
        // Last row: reduced costs; last column: right-hand sides. Slack variables start as the basis.
        var table = new double[rows + 1, columns + rows + 1];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++) table[row, column] = a[row, column];
            table[row, columns + row] = 1;
            table[row, columns + rows] = 1;
        }
        for (var column = 0; column < columns; column++) table[rows, column] = -1;

        while (Entering(table) is { } entering)
        {
            var leaving = Leaving(table, entering);
            Pivot(table, leaving, entering);
        }
        return table[rows, columns + rows];
    }

    /// <summary>Bland's rule: the first column that improves, so that no cycle can arise.</summary>
    private static int? Entering(double[,] table)
    {
        var last = table.GetLength(0) - 1;
        for (var column = 0; column < table.GetLength(1) - 1; column++)
            if (table[last, column] < -1e-12) return column;
        return null;
    }

    private static int Leaving(double[,] table, int entering)
    {
        var (best, ratio, right) = (-1, double.PositiveInfinity, table.GetLength(1) - 1);
        for (var row = 0; row < table.GetLength(0) - 1; row++)
        {
            if (table[row, entering] <= 1e-12) continue;
            var candidate = table[row, right] / table[row, entering];
            if (candidate < ratio - 1e-15) (best, ratio) = (row, candidate);
        }
        return best >= 0 ? best : throw new InvalidOperationException("With all of A above 0 the sum is bounded.");
    }

    private static void Pivot(double[,] table, int row, int column)
    {
        var (rows, columns) = (table.GetLength(0), table.GetLength(1));
        var pivot = table[row, column];
        for (var j = 0; j < columns; j++) table[row, j] /= pivot;
        for (var i = 0; i < rows; i++)
        {
            if (i == row || table[i, column] == 0) continue;
            var factor = table[i, column];
            for (var j = 0; j < columns; j++) table[i, j] -= factor * table[row, j];
        }
    }
}
