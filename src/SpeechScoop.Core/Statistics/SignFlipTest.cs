namespace SpeechScoop.Statistics;

/// <summary>
/// The sign-flip permutation test of paired differences, two-sided (Fisher, The Design of Experiments, 1935): how many of the ways of
/// swapping the two members of each pair give a mean at least as far from 0.
/// </summary>
/// <param name="Mean">Mean difference.</param>
/// <param name="P">All 2ⁿ swaps: their share. Random swaps: (b + 1) / (m + 1) with b of m at least as far (Phipson and Smyth 2010), never 0.</param>
/// <param name="N">Differences, zeros included, ≥ 1.</param>
/// <param name="Exact">Whether all swaps were tried.</param>
public sealed record SignFlipTest(double Mean, double P, int N, bool Exact)
{
    /// <summary>Up to this many differences other than 0 all swaps are tried.</summary>
    public const int LargestExact = 16;

    /// <summary>Random swaps unless told otherwise.</summary>
    public const int UsualResamples = 20_000;

    /// <summary>The seed unless told otherwise.</summary>
    public const long UsualSeed = 19_350_601;

    /// <summary>Tests finite differences.</summary>
    /// <param name="differences">One for each independent pair, such as each listener's mean difference.</param>
    /// <param name="resamples">Random swaps, from 1 up; unused where all can be tried.</param>
    /// <param name="seed">Same seed, same p.</param>
    /// <returns>Null for no differences.</returns>
    public static SignFlipTest? Of(IReadOnlyList<double> differences, int resamples = UsualResamples, long seed = UsualSeed)
    {
        ArgumentNullException.ThrowIfNull(differences);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resamples);
        if (differences.Count == 0) return null;
        double[] nonzero = [.. differences.Where(difference => difference != 0)];
        var exact = nonzero.Length <= LargestExact;

        // Sums that are equal on paper differ by rounding: "at least as far" allows for it.
        var asFar = Math.Abs(nonzero.Sum()) - (1e-10 * nonzero.Sum(Math.Abs));
        return new(differences.Average(), exact ? ExactP(nonzero, asFar) : SampledP(nonzero, asFar, resamples, seed), differences.Count, exact);
    }

    private static double ExactP(double[] differences, double asFar)
    {
        var sums = new double[1 << differences.Length];
        var count = 1;
        foreach (var difference in differences)
        {
            for (var i = 0; i < count; i++) (sums[i], sums[count + i]) = (sums[i] + difference, sums[i] - difference);
            count *= 2;
        }
        return sums.Count(sum => Math.Abs(sum) >= asFar) / (double)sums.Length;
    }

    private static double SampledP(double[] differences, double asFar, int resamples, long seed)
    {
        var random = new SeededRandom(seed);
        var reached = 0;
        for (var resample = 0; resample < resamples; resample++)
        {
            var (sum, bits) = (0.0, 0UL);
            for (var i = 0; i < differences.Length; i++)
            {
                bits = i % 64 == 0 ? random.NextBits() : bits >> 1;
                sum += (bits & 1) == 0 ? differences[i] : -differences[i];
            }
            if (Math.Abs(sum) >= asFar) reached++;
        }
        return (reached + 1.0) / (resamples + 1.0);
    }
}
