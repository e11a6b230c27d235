using MathNet.Numerics;

namespace SpeechScoop.Statistics;

/// <summary>Friedman's rank test (JASA 32, 1937): do any of k conditions differ, each block having judged all of them?</summary>
/// <param name="Statistic">χ² with the correction for ties (Conover 1999).</param>
/// <param name="DegreesOfFreedom">k − 1.</param>
/// <param name="P">From the χ² distribution: an approximation, good from about 10 blocks up.</param>
/// <param name="KendallsW">Agreement of the blocks about the order, χ² / (blocks · (k − 1)), 0..1.</param>
/// <param name="MeanRanks">Of each condition over the blocks; 1 is lowest.</param>
/// <param name="Blocks">Listeners (or listener × item cells).</param>
public sealed record FriedmanTest(double Statistic, int DegreesOfFreedom, double P, double KendallsW, IReadOnlyList<double> MeanRanks, int Blocks)
{
    /// <summary>Tests complete blocks.</summary>
    /// <param name="blocks">Each with the finite values of the same k ≥ 2 conditions in the same order. Leave incomplete blocks out first.</param>
    /// <returns>Null for fewer than two blocks, or where every block is all ties.</returns>
    public static FriedmanTest? Of(IReadOnlyList<IReadOnlyList<double>> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        if (blocks.Count < 2) return null;
        var conditions = blocks[0].Count;
        if (conditions < 2 || blocks.Any(block => block.Count != conditions))
            throw new ArgumentException("Every block needs a value of each of the same two or more conditions.", nameof(blocks));
        var (sums, ties) = (new double[conditions], 0.0);
        foreach (var ranks in blocks.Select(Ranks.Of))
        {
            for (var i = 0; i < conditions; i++) sums[i] += ranks.Values[i];
            ties += ranks.TieTerm;
        }

        double n = blocks.Count, k = conditions;
        var correction = 1 - (ties / (n * k * ((k * k) - 1)));
        if (correction <= 0) return null;
        var expected = n * (k + 1) / 2;
        var statistic = 12 / (n * k * (k + 1)) * sums.Sum(sum => (sum - expected) * (sum - expected)) / correction;
        // The upper tail itself: 1 − CDF would lose small p values.
        var p = SpecialFunctions.GammaUpperRegularized((k - 1) / 2, statistic / 2);
        return new(statistic, conditions - 1, p, statistic / (n * (k - 1)), Array.ConvertAll(sums, sum => sum / n), blocks.Count);
    }
}
