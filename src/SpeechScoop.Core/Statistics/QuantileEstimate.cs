using MathNet.Numerics;

namespace SpeechScoop.Statistics;

/// <summary>A quantile with its distribution-free interval.</summary>
/// <param name="Value">Sample quantile of definition 7, see <see cref="Quantile"/>.</param>
/// <param name="Interval">
/// From the r-th to the s-th smallest value: r the largest rank with P(X ≤ r − 1) ≤ α/2, s the smallest with P(X ≥ s) ≤ α/2, for X binomial(n, p). It covers the quantile with at
/// least the level, whatever the distribution. Null where there are too few values: at 95 % below 6 for the median, below 36 for the 90th percentile.
/// </param>
/// <param name="N">Values, ≥ 1.</param>
public sealed record QuantileEstimate(double Value, Interval? Interval, int N)
{
    /// <summary>Estimates a quantile of finite values.</summary>
    /// <param name="sorted">Ascending.</param>
    /// <param name="probability">Between 0 and 1.</param>
    /// <returns>Null for no values.</returns>
    public static QuantileEstimate? OfSorted(IReadOnlyList<double> sorted, double probability, double level = Statistics.Interval.UsualLevel)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        Statistics.Interval.RequireLevel(level);
        if (!(probability > 0 && probability < 1)) throw new ArgumentOutOfRangeException(nameof(probability));
        if (sorted.Count == 0) return null;
        var (n, tail) = (sorted.Count, (1 - level) / 2);
        // P(X ≥ k) is the regularised incomplete beta function at p with parameters k and n − k + 1.
        double AtLeast(int k) => SpecialFunctions.BetaRegularized(k, n - k + 1, probability);
        var low = Search(0, n + 1, rank => 1 - AtLeast(rank) <= tail);
        var high = Search(0, n + 1, rank => AtLeast(rank) > tail) + 1;
        return new(Quantile.OfSorted(sorted, probability), low >= 1 && high <= n ? new(sorted[low - 1], sorted[high - 1]) : null, n);
    }

    /// <summary>The largest rank between two that holds, where all below it hold too; the lower one if none does.</summary>
    private static int Search(int holds, int fails, Func<int, bool> test)
    {
        while (fails - holds > 1)
        {
            var middle = (holds + fails) / 2;
            if (test(middle)) holds = middle;
            else fails = middle;
        }
        return holds;
    }
}
