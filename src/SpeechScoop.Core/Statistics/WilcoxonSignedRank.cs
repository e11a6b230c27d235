using MathNet.Numerics.Distributions;

namespace SpeechScoop.Statistics;

/// <summary>The signed-rank test of paired differences (Wilcoxon, Biometrics Bulletin 1, 1945), two-sided.</summary>
/// <param name="PositiveRanks">Sum of the mid-ranks of positive differences, W⁺.</param>
/// <param name="NegativeRanks">Sum of the mid-ranks of negative differences, W⁻.</param>
/// <param name="P">How likely ranks at least as one-sided are if differences are symmetric about 0.</param>
/// <param name="N">Differences other than 0, ≥ 1.</param>
/// <param name="Zeros">Differences of 0, but for rounding. They are left out (Wilcoxon's own rule).</param>
/// <param name="Exact">Whether <paramref name="P"/> comes from all 2ⁿ signs, else from the normal approximation.</param>
public sealed record WilcoxonSignedRank(double PositiveRanks, double NegativeRanks, double P, int N, int Zeros, bool Exact)
{
    /// <summary>Up to this many differences other than 0 the null distribution is exact, with or without ties.</summary>
    public const int LargestExact = 50;

    /// <summary>The matched-pairs rank-biserial correlation (W⁺ − W⁻) / (W⁺ + W⁻), −1..1 (King and Minium; Kerby 2014).</summary>
    public double RankBiserial => (PositiveRanks - NegativeRanks) / (PositiveRanks + NegativeRanks);

    /// <summary>Tests finite differences.</summary>
    /// <returns>Null where no difference is other than 0.</returns>
    public static WilcoxonSignedRank? Of(IReadOnlyList<double> differences)
    {
        double[] nonzero = [.. Ranks.Steps(differences).Where(step => step != 0)];
        var n = nonzero.Length;
        if (n == 0) return null;
        var ranks = Ranks.Of(Array.ConvertAll(nonzero, Math.Abs));
        var positive = nonzero.Zip(ranks.Values).Sum(pair => pair.First > 0 ? pair.Second : 0);
        var negative = (n * (n + 1) / 2.0) - positive;
        var exact = n <= LargestExact;
        var p = exact ? ExactP(ranks.Values, Math.Min(positive, negative)) : ApproximateP(n, ranks.TieTerm, positive);
        return new(positive, negative, p, n, differences.Count - n, exact);
    }

    /// <summary>
    /// Counts the signs with W⁺ ≤ <paramref name="smaller"/> by adding one rank after the other to all reachable sums. Ranks are
    /// doubled, so that mid-ranks are whole. 2⁵⁰ counts fit into the 53 bits of a double.
    /// </summary>
    private static double ExactP(double[] ranks, double smaller)
    {
        var counts = new double[(ranks.Length * (ranks.Length + 1)) + 1];
        counts[0] = 1;
        var reached = 0;
        foreach (var rank in ranks)
        {
            var doubled = (int)Math.Round(2 * rank);
            reached += doubled;
            for (var sum = reached; sum >= doubled; sum--) counts[sum] += counts[sum - doubled];
        }
        var atMost = counts.AsSpan(0, (int)Math.Round(2 * smaller) + 1);
        var tail = 0.0;
        foreach (var count in atMost) tail += count;
        return Math.Min(1, 2 * tail / Math.Pow(2, ranks.Length));
    }

    /// <summary>Normal approximation with the variance corrected for ties and half a rank of continuity.</summary>
    private static double ApproximateP(double n, double tieTerm, double positive)
    {
        var variance = (n * (n + 1) * ((2 * n) + 1) / 24) - (tieTerm / 48);
        var distance = Math.Max(0, Math.Abs(positive - (n * (n + 1) / 4)) - 0.5);
        return 2 * Normal.CDF(0, 1, -distance / Math.Sqrt(variance));
    }
}
