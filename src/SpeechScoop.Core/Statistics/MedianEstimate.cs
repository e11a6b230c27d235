using MathNet.Numerics;

namespace SpeechScoop.Statistics;

/// <summary>A median with its distribution-free interval.</summary>
/// <param name="Median">Middle of the values.</param>
/// <param name="Interval">
/// From the r-th smallest to the r-th largest value, r being the largest rank with P(X ≤ r − 1) ≤ α/2 for X binomial(n, ½): it covers the
/// median with at least the level, whatever the distribution. Null where no rank does, that is below 6 values at 95 %.
/// </param>
/// <param name="N">Values, ≥ 1.</param>
public sealed record MedianEstimate(double Median, Interval? Interval, int N)
{
    /// <summary>Estimates the median of finite values.</summary>
    /// <returns>Null for no values.</returns>
    public static MedianEstimate? Of(IEnumerable<double> values, double level = Statistics.Interval.UsualLevel)
    {
        Statistics.Interval.RequireLevel(level);
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0) return null;
        var rank = LargestRank(sorted.Length, (1 - level) / 2);
        return new(Quantile.OfSorted(sorted, 0.5), rank == 0 ? null : new(sorted[rank - 1], sorted[^rank]), sorted.Length);
    }

    /// <summary>The largest r with P(X ≤ r − 1) ≤ tail, X binomial(n, ½); 0 where there is none.</summary>
    private static int LargestRank(int n, double tail)
    {
        var (possible, impossible) = (0, (n / 2) + 1);
        while (impossible - possible > 1)
        {
            var rank = (possible + impossible) / 2;
            if (SpecialFunctions.BetaRegularized(n - rank + 1, rank, 0.5) <= tail) possible = rank;
            else impossible = rank;
        }
        return possible;
    }
}
