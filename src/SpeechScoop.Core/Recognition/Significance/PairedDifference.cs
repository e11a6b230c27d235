using SpeechScoop.Statistics;

namespace SpeechScoop.Recognition;

/// <summary>
/// The difference of two systems' pooled error rates over the same utterances, with a paired bootstrap: clusters (speakers, recordings or utterances) are drawn with
/// replacement, and both systems' rates are computed of the same draw (Bisani and Ney, ICASSP 2004).
/// </summary>
/// <param name="First">Errors of the first system / its reference words.</param>
/// <param name="Second">Of the second.</param>
/// <param name="FirstInterval">Percentile interval of the first rate; null for a single cluster.</param>
/// <param name="SecondInterval">Of the second.</param>
/// <param name="Difference">First minus second: below 0 where the first is better.</param>
/// <param name="Interval">Of the difference.</param>
/// <param name="ProbabilityOfImprovement">Share of draws in which the second has the lower rate; ties count half.</param>
/// <param name="P">
/// Two-sided: twice the smaller share of draws on either side of 0, with one draw added (never exactly 0), and never below 2^(1 − n) of n clusters: so likely is it by chance alone that all of
/// them differ to the same side.
/// </param>
/// <param name="Clusters">Clusters drawn.</param>
public sealed record PairedDifference(
    double First, double Second, Interval? FirstInterval, Interval? SecondInterval, double Difference, Interval? Interval, double? ProbabilityOfImprovement, double? P, int Clusters)
{
    /// <summary>Draws unless told otherwise.</summary>
    public const int UsualResamples = 10_000;

    private const int Bits = 21;
    private const ulong Mask = (1UL << Bits) - 1;

    /// <summary>Compares two systems whose references have the same words.</summary>
    /// <param name="clusters">Errors of both systems and the reference words they share, for each cluster; all ≥ 0.</param>
    /// <param name="resamples">From 1 up.</param>
    /// <param name="seed">Same seed, same interval.</param>
    /// <param name="level">Of the intervals.</param>
    /// <returns>Null where there are no reference words.</returns>
    public static PairedDifference? Of(
        IReadOnlyList<(int First, int Second, int Words)> clusters, int resamples = UsualResamples, long seed = RatioEstimate.UsualSeed, double level = Statistics.Interval.UsualLevel)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        return Of([.. clusters.Select(cluster => new PairedErrors(cluster.First, cluster.Words, cluster.Second, cluster.Words))], resamples, seed, level);
    }

    /// <summary>Compares two systems.</summary>
    /// <param name="clusters">Errors and reference words of both systems for each cluster.</param>
    /// <param name="resamples">From 1 up; fewer are made of very many clusters, see <see cref="RatioEstimate.ResamplesOf"/>.</param>
    /// <param name="seed">Same seed, same interval.</param>
    /// <param name="level">Of the intervals.</param>
    /// <returns>Null where a system has no reference words.</returns>
    public static PairedDifference? Of(
        IReadOnlyList<PairedErrors> clusters, int resamples = UsualResamples, long seed = RatioEstimate.UsualSeed, double level = Statistics.Interval.UsualLevel)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resamples);
        Statistics.Interval.RequireLevel(level);
        var whole = new Draw(clusters.Sum(cluster => (long)cluster.First), clusters.Sum(cluster => (long)cluster.FirstWords), clusters.Sum(cluster => (long)cluster.Second), clusters.Sum(cluster => (long)cluster.SecondWords));
        if (!whole.HasRates) return null;
        resamples = RatioEstimate.ResamplesOf(clusters.Count, resamples);
        if (clusters.Count < 2) return new(whole.FirstRate, whole.SecondRate, null, null, whole.Difference, null, null, null, clusters.Count);

        var draws = Draws(clusters, resamples, seed).Where(draw => draw.HasRates).ToArray();
        double[] firsts = [.. draws.Select(draw => draw.FirstRate)], seconds = [.. draws.Select(draw => draw.SecondRate)], differences = [.. draws.Select(draw => draw.Difference)];
        var (above, below) = (differences.Count(value => value > 0), differences.Count(value => value < 0));
        var ties = differences.Length - above - below;
        return new(whole.FirstRate, whole.SecondRate, Percentiles(firsts, level), Percentiles(seconds, level), whole.Difference, Percentiles(differences, level),
            (above + (ties / 2.0)) / differences.Length, Math.Clamp(2.0 * (Math.Min(above, below) + ties + 1) / (differences.Length + 1), Math.Pow(2, 1 - clusters.Count), 1), clusters.Count);
    }

    private static Interval Percentiles(double[] values, double level)
    {
        Array.Sort(values);
        var tail = (1 - level) / 2;
        return new(Quantile.OfSorted(values, tail), Quantile.OfSorted(values, 1 - tail));
    }

    private readonly record struct Draw(double First, double FirstWords, double Second, double SecondWords)
    {
        public bool HasRates => FirstWords > 0 && SecondWords > 0;

        public double FirstRate => First / FirstWords;

        public double SecondRate => Second / SecondWords;

        /// <summary>In one division where the words are the same, so that equal counts of errors differ by 0.</summary>
        public double Difference => FirstWords == SecondWords ? (First - Second) / FirstWords : FirstRate - SecondRate;
    }

    private static IEnumerable<Draw> Draws(IReadOnlyList<PairedErrors> clusters, int resamples, long seed)
    {
        // A draw of all clusters sums three small numbers each: in one 64-bit word, they are one load and one addition.
        var largest = clusters.Max(cluster => Math.Max(Math.Max(cluster.FirstWords, cluster.SecondWords), Math.Max(cluster.First, cluster.Second)));
        return (long)largest * clusters.Count <= (long)Mask && clusters.All(cluster => cluster.FirstWords == cluster.SecondWords) ? Packed(clusters, resamples, seed) : Separate(clusters, resamples, seed);
    }

    private static Draw[] Packed(IReadOnlyList<PairedErrors> clusters, int resamples, long seed)
    {
        ulong[] packed = [.. clusters.Select(cluster => (uint)cluster.First | ((ulong)(uint)cluster.Second << Bits) | ((ulong)(uint)cluster.FirstWords << (2 * Bits)))];
        var draws = new Draw[resamples];
        var random = new SeededRandom(seed);
        for (var draw = 0; draw < draws.Length; draw++)
        {
            var sum = Sum(packed, random);
            draws[draw] = new(sum & Mask, sum >> (2 * Bits), (sum >> Bits) & Mask, sum >> (2 * Bits));
        }
        return draws;
    }

    /// <summary>The sum of as many random elements as there are. 32 random bits choose one; with n elements the most likely is favoured by n / 2³² at most.</summary>
    private static ulong Sum(ulong[] packed, SeededRandom random)
    {
        var count = (ulong)packed.Length;
        var (sum, left) = (0UL, packed.Length);
        for (; left >= 2; left -= 2)
        {
            var bits = random.NextBits();
            sum += packed[(int)(((bits & uint.MaxValue) * count) >> 32)] + packed[(int)(((bits >> 32) * count) >> 32)];
        }
        if (left == 1) sum += packed[(int)(((random.NextBits() & uint.MaxValue) * count) >> 32)];
        return sum;
    }

    private static IEnumerable<Draw> Separate(IReadOnlyList<PairedErrors> clusters, int resamples, long seed)
    {
        var random = new SeededRandom(seed);
        for (var draw = 0; draw < resamples; draw++)
        {
            var (first, firstWords, second, secondWords) = (0L, 0L, 0L, 0L);
            for (var i = 0; i < clusters.Count; i++)
            {
                var cluster = clusters[random.Next(clusters.Count)];
                first += cluster.First;
                firstWords += cluster.FirstWords;
                second += cluster.Second;
                secondWords += cluster.SecondWords;
            }
            yield return new(first, firstWords, second, secondWords);
        }
    }
}
