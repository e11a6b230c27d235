using MathNet.Numerics.Distributions;

namespace SpeechScoop.Statistics;

/// <summary>A mean with its Student-t interval.</summary>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="StandardDeviation">With n − 1 in the denominator; null for n = 1.</param>
/// <param name="Interval">mean ± t(1 − α/2; n − 1) · s / √n; null for n = 1, where the spread is unknown. Not clipped to any scale.</param>
/// <param name="N">Observations, ≥ 1.</param>
/// <remarks>
/// The interval takes observations as independent. Where one listener gave several, it is too narrow as a statement about
/// listeners in general: show the number of listeners beside it.
/// </remarks>
public sealed record MeanEstimate(double Mean, double? StandardDeviation, Interval? Interval, int N)
{
    /// <summary>Estimates the mean of at least one finite value.</summary>
    /// <returns>Null for no values.</returns>
    public static MeanEstimate? Of(IReadOnlyList<double> values, double level = Statistics.Interval.UsualLevel)
    {
        ArgumentNullException.ThrowIfNull(values);
        Statistics.Interval.RequireLevel(level);
        var n = values.Count;
        if (n == 0) return null;
        var mean = values.Average();
        if (n == 1) return new(mean, null, null, n);

        // Two passes: the textbook one-pass formula loses all digits where the spread is small beside the mean.
        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (n - 1));
        var half = StudentT.InvCDF(0, 1, n - 1, 1 - ((1 - level) / 2)) * deviation / Math.Sqrt(n);
        return new(mean, deviation, new(mean - half, mean + half), n);
    }
}
