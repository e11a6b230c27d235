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

    /// <summary>With so many clusters that more would be drawn in all, they are drawn anew less often, but never less than <see cref="LeastResamples"/> times.</summary>
    public const long MostDraws = 100_000_000;

    /// <summary>Enough that chance moves the ends of an interval by few hundredths of its width.</summary>
    public const int LeastResamples = 1_000;

    /// <summary>The seed unless told otherwise. Systems with the same clusters in the same order get the same draws.</summary>
    public const long UsualSeed = 20_040_517;

    /// <summary>How often the clusters were drawn anew; 0 where there is no interval.</summary>
    public int Resamples { get; init; }

    /// <summary>How often so many clusters are drawn anew: as often as wanted, within <see cref="MostDraws"/>.</summary>
    public static int ResamplesOf(int clusters, int wanted) => (int)Math.Min(wanted, Math.Max(LeastResamples, MostDraws / Math.Max(1, clusters)));

    /// <summary>Estimates the ratio.</summary>
    /// <param name="clusters">One pair of sums for each recording; denominators ≥ 0.</param>
    /// <param name="resamples">From 1 up; fewer are made of very many clusters, see <see cref="ResamplesOf"/>.</param>
    /// <param name="seed">Same seed, same interval.</param>
    /// <param name="expanded">Whether quantiles further out are taken, since a spread between few clusters is itself uncertain: see <see cref="ClusterBootstrap"/>.</param>
    /// <returns>Null where the denominators sum to 0.</returns>
    public static RatioEstimate? Of(
        IReadOnlyList<(double Numerator, double Denominator)> clusters, int resamples = UsualResamples, long seed = UsualSeed,
        double level = Statistics.Interval.UsualLevel, bool expanded = false)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resamples);
        Statistics.Interval.RequireLevel(level);
        var (numerator, denominator) = (clusters.Sum(cluster => cluster.Numerator), clusters.Sum(cluster => cluster.Denominator));
        if (!(denominator > 0)) return null;
        resamples = ResamplesOf(clusters.Count, resamples);
        var interval = clusters.Count > 1 ? Percentiles(Ratios(clusters, new double[resamples], new SeededRandom(seed)), expanded ? ClusterBootstrap.Tail(clusters.Count, null, level) : (1 - level) / 2) : null;
        return new(numerator / denominator, interval, clusters.Count, denominator) { Resamples = interval is null ? 0 : resamples };
    }

    private static Interval? Percentiles(double[] drawn, double tail)
    {
        // Only where clusters have denominators of 0 (nothing was said in them): such a draw has no ratio.
        double[] ratios = [.. drawn.Where(ratio => !double.IsNaN(ratio))];
        if (ratios.Length == 0) return null;
        Array.Sort(ratios);
        return new(Quantile.OfSorted(ratios, tail), Quantile.OfSorted(ratios, 1 - tail));
    }

    /// <summary>The ratio of each draw; not a number for one whose denominators sum to 0.</summary>
    private static double[] Ratios(IReadOnlyList<(double Numerator, double Denominator)> clusters, double[] ratios, SeededRandom random)
    {
        // Counts are summed in halves of one word: one load and one addition a cluster, where memory is what takes time.
        var areCounts = clusters.All(cluster => IsCount(cluster.Numerator) && IsCount(cluster.Denominator))
            && clusters.Max(cluster => Math.Max(cluster.Numerator, cluster.Denominator)) * clusters.Count < uint.MaxValue;
        var counts = areCounts ? clusters.Select(cluster => (ulong)cluster.Numerator | ((ulong)cluster.Denominator << 32)).ToArray() : [];
        var pairs = areCounts ? [] : clusters.ToArray();
        for (var resample = 0; resample < ratios.Length; resample++)
        {
            var (numerator, denominator) = areCounts ? Draw(counts, random) : Draw(pairs, random);
            ratios[resample] = denominator > 0 ? numerator / denominator : double.NaN;
        }
        return ratios;
    }

    private static bool IsCount(double value) => value >= 0 && value == Math.Floor(value);

    private static (double, double) Draw(ulong[] counts, SeededRandom random)
    {
        var sum = 0UL;
        for (var draw = 0; draw < counts.Length; draw++) sum += counts[random.Next(counts.Length)];
        return (sum & uint.MaxValue, sum >> 32);
    }

    private static (double, double) Draw((double Numerator, double Denominator)[] clusters, SeededRandom random)
    {
        var (numerator, denominator) = (0.0, 0.0);
        for (var draw = 0; draw < clusters.Length; draw++)
        {
            var cluster = clusters[random.Next(clusters.Length)];
            numerator += cluster.Numerator;
            denominator += cluster.Denominator;
        }
        return (numerator, denominator);
    }
}
