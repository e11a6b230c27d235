using MathNet.Numerics.Distributions;

namespace SpeechScoop.Statistics;

/// <summary>
/// Student's one-sample t test, two-sided. On differences it is the paired t test; on votes of a comparison scale it asks whether
/// their mean is 0.
/// </summary>
/// <param name="Statistic">t = mean / (s / √n).</param>
/// <param name="DegreesOfFreedom">n − 1.</param>
/// <param name="P">How likely a t at least as far from 0 is if the mean is 0 and the values are normal.</param>
/// <param name="Estimate">Mean and t interval.</param>
public sealed record StudentTest(double Statistic, int DegreesOfFreedom, double P, MeanEstimate Estimate)
{
    private const double RoundingUnit = 2.220446049250313e-16;

    /// <summary>Tests finite values against a mean of 0.</summary>
    /// <returns>Null for fewer than two values, or values without any spread: their t is not defined.</returns>
    public static StudentTest? Of(IReadOnlyList<double> values, double level = Interval.UsualLevel)
    {
        if (MeanEstimate.Of(values, level) is not { StandardDeviation: { } deviation } estimate) return null;
        var error = deviation / Math.Sqrt(estimate.N);

        // As R does: below this the "spread" is rounding.
        if (error <= 10 * RoundingUnit * Math.Abs(estimate.Mean)) return null;
        var t = estimate.Mean / error;
        return new(t, estimate.N - 1, 2 * StudentT.CDF(0, 1, estimate.N - 1, -Math.Abs(t)), estimate);
    }
}
