namespace SpeechScoop.Statistics;

/// <summary>A ratio of sums, such as errors over words, with its bootstrap interval.</summary>
/// <param name="Value">Sum of the numerators / sum of the denominators.</param>
/// <param name="Interval">Percentile interval; null for one cluster, which says nothing about the spread between clusters.</param>
/// <param name="Clusters">Clusters (recordings), ≥ 1.</param>
/// <param name="Denominator">Sum of the denominators, > 0.</param>
/// <remarks>
/// Bisani and Ney, "Bootstrap estimates for confidence intervals in ASR performance evaluation", ICASSP 2004: clusters are drawn
/// with replacement, as many as there are, and the ratio of sums is computed anew; the interval is between the α/2 and 1 − α/2
/// quantiles of these ratios. Resampling whole recordings keeps errors that come together together.
/// </remarks>
public sealed record RatioEstimate(double Value, Interval? Interval, int Clusters, double Denominator)
{
    /// <summary>How often clusters are drawn anew unless told otherwise.</summary>
    public const int UsualResamples = 10_000;

    /// <summary>The seed unless told otherwise. Systems with the same clusters in the same order get the same draws.</summary>
    public const long UsualSeed = 20_040_517;

    /// <summary>Estimates the ratio.</summary>
    /// <param name="clusters">One pair of sums for each recording; denominators ≥ 0.</param>
    /// <param name="resamples">From 1 up.</param>
    /// <param name="seed">Same seed, same interval.</param>
    /// <returns>Null where the denominators sum to 0.</returns>
    public static RatioEstimate? Of(
        IReadOnlyList<(double Numerator, double Denominator)> clusters, int resamples = UsualResamples, long seed = UsualSeed,
        double level = Statistics.Interval.UsualLevel)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resamples);
        Statistics.Interval.RequireLevel(level);
        var (numerator, denominator) = (clusters.Sum(cluster => cluster.Numerator), clusters.Sum(cluster => cluster.Denominator));
        if (!(denominator > 0)) return null;
        var interval = clusters.Count > 1 ? Percentiles([.. clusters], resamples, seed, level) : (Interval?)null;
        return new(numerator / denominator, interval, clusters.Count, denominator);
    }

    private static Interval? Percentiles((double Numerator, double Denominator)[] clusters, int resamples, long seed, double level)
    {
        var random = new SeededRandom(seed);
        var ratios = new List<double>(resamples);
        for (var resample = 0; resample < resamples; resample++)
        {
            var (numerator, denominator) = (0.0, 0.0);
            for (var draw = 0; draw < clusters.Length; draw++)
            {
                var cluster = clusters[random.Next(clusters.Length)];
                numerator += cluster.Numerator;
                denominator += cluster.Denominator;
            }
            // Only where clusters have denominators of 0 (nothing was said in them): such a draw has no ratio.
            if (denominator > 0) ratios.Add(numerator / denominator);
        }
        if (ratios.Count == 0) return null;
        ratios.Sort();
        var tail = (1 - level) / 2;
        return new(Quantile.OfSorted(ratios, tail), Quantile.OfSorted(ratios, 1 - tail));
    }
}
