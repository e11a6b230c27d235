using MathNet.Numerics;

namespace SpeechScoop.Statistics;

/// <summary>How large a paired difference is beside its own spread.</summary>
/// <param name="Dz">Cohen's d_z = mean / s of the differences (Cohen 1988; Lakens 2013).</param>
/// <param name="Gz">d_z without its bias for small n, by Hedges' exact factor Γ(ν/2) / (√(ν/2) · Γ((ν − 1)/2)), ν = n − 1; null for n = 2.</param>
/// <param name="N">Differences, ≥ 2.</param>
public sealed record StandardisedDifference(double Dz, double? Gz, int N)
{
    /// <summary>Computes both from finite differences.</summary>
    /// <returns>Null for fewer than two values, or values without spread.</returns>
    public static StandardisedDifference? Of(IReadOnlyList<double> differences)
    {
        if (StudentTest.Of(differences) is not { } test) return null;
        var dz = test.Statistic / Math.Sqrt(test.Estimate.N);
        return new(dz, test.DegreesOfFreedom > 1 ? dz * HedgesFactor(test.DegreesOfFreedom) : null, test.Estimate.N);
    }

    /// <summary>Hedges, Journal of Educational Statistics 6 (1981), exact form. Degrees of freedom ≥ 2.</summary>
    private static double HedgesFactor(double freedom) =>
        Math.Exp(SpecialFunctions.GammaLn(freedom / 2) - SpecialFunctions.GammaLn((freedom - 1) / 2)) / Math.Sqrt(freedom / 2);
}
