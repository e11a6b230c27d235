using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;

namespace SpeechScoop.Statistics;

/// <summary>The noncentral t distribution: t of a sample whose mean is not 0.</summary>
internal static class NoncentralStudent
{
    /// <summary>In units of 1 / √ν; S spreads by about 1 / √(2ν) around 1.</summary>
    private const double Reach = 9;

    private const int FewestPanels = 16;
    private const int MostPanels = 2_000;
    private const int PointsInPanel = 32;

    /// <summary>
    /// P(T ≤ t) for T = (Z + shift) / S, Z standard normal, ν S² chi-squared with ν degrees of freedom: ∫ Φ(t s − shift) f(s) ds by
    /// Gauss–Legendre over all s that matter: what lies beyond has a probability below 1e-18.
    /// </summary>
    public static double Cdf(double t, double freedom, double shift)
    {
        var (low, high) = (Math.Max(0, 1 - (Reach / Math.Sqrt(freedom))), 1 + (Reach / Math.Sqrt(freedom)));

        // Φ(t s − shift) rises within 1 / |t|: a panel spans few of these.
        var panels = (int)Math.Clamp((high - low) * Math.Abs(t) / 4, FewestPanels, MostPanels);
        var width = (high - low) / panels;
        var sum = 0.0;
        for (var panel = 0; panel < panels; panel++)
        {
            var start = low + (panel * width);
            sum += GaussLegendreRule.Integrate(s => Normal.CDF(0, 1, (t * s) - shift) * Density(s, freedom), start, start + width, PointsInPanel);
        }
        return Math.Clamp(sum, 0, 1);
    }

    /// <summary>Density of S = √(χ²(ν) / ν).</summary>
    private static double Density(double s, double freedom)
    {
        if (s <= 0) return 0;
        var half = freedom / 2;
        return Math.Exp(Math.Log(2) + (half * Math.Log(half)) - SpecialFunctions.GammaLn(half) + ((freedom - 1) * Math.Log(s)) - (half * s * s));
    }
}
