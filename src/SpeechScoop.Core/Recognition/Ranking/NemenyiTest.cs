using MathNet.Numerics.Distributions;
using SpeechScoop.Statistics;

namespace SpeechScoop.Recognition;

/// <summary>
/// Do systems differ across slices? Friedman's test over the ranks, and the critical difference of Nemenyi: two systems whose mean ranks differ by less cannot be
/// told apart (Demšar, JMLR 7, 2006).
/// </summary>
/// <param name="Friedman">Null where it cannot be computed (a single slice or system, or all ranks equal).</param>
/// <param name="CriticalDifference">In ranks, at 5 %.</param>
/// <param name="Slices">Slices.</param>
public sealed record NemenyiTest(FriedmanTest? Friedman, double CriticalDifference, int Slices)
{
    /// <summary>Below this many slices the tests have next to no power.</summary>
    public const int FewSlices = 6;

    /// <summary>Whether there are too few slices to expect anything of the tests.</summary>
    public bool TooFew => Slices < FewSlices;

    /// <summary>Tests all systems over all slices.</summary>
    public static NemenyiTest Of(RateMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var (slices, systems) = (matrix.Slices.Count, matrix.Systems.Count);
        IReadOnlyList<double>[] blocks = [.. Enumerable.Range(0, slices).Select(slice => (IReadOnlyList<double>)[.. Enumerable.Range(0, systems).Select(system => matrix[slice, system])])];
        return new(
            slices > 1 && systems > 1 ? FriedmanTest.Of(blocks) : null,
            systems > 1 ? StudentizedRange(0.95, systems) / Math.Sqrt(2) * Math.Sqrt(systems * (systems + 1) / (6.0 * slices)) : 0, slices);
    }

    /// <summary>Quantile of the range of <paramref name="count"/> standard normal numbers, by bisection.</summary>
    internal static double StudentizedRange(double probability, int count)
    {
        var (low, high) = (0.0, 20.0);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (RangeProbability(middle, count) < probability) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /// <summary>P(range ≤ q) = k ∫ φ(z) (Φ(z) − Φ(z − q))ᵏ⁻¹ dz, by Simpson's rule.</summary>
    private static double RangeProbability(double q, int count)
    {
        const int Steps = 800;
        const double From = -8, To = 8 + 20;
        var (width, sum) = ((To - From) / Steps, 0.0);
        for (var step = 0; step <= Steps; step++)
        {
            var z = From + (step * width);
            var value = Normal.PDF(0, 1, z) * Math.Pow(Normal.CDF(0, 1, z) - Normal.CDF(0, 1, z - q), count - 1);
            sum += value * (step == 0 || step == Steps ? 1 : step % 2 == 1 ? 4 : 2);
        }
        return count * sum * width / 3;
    }
}
