using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace SpeechScoop.Statistics;

/// <summary>
/// The SOS hypothesis (Hoßfeld, Schatz and Egger, QoMEX 2011): the variance of an item's votes is a · (−x² + (L + H) x − L H), x being their mean and
/// L..H the scale. The parameter describes the panel and the task: 0 all agree, 1 everybody votes L or H. Speech tests usually give 0.1 to 0.3.
/// </summary>
/// <param name="A">By least squares over items.</param>
/// <param name="Interval">a ± t(n − 1) · standard error HC3 (MacKinnon and White, Journal of Econometrics 29, 1985) of the regression through the origin; null for one item.</param>
/// <param name="Items">Items with two votes or more whose mean is not an end of the scale.</param>
public sealed record StandardDeviationOfOpinionScores(double A, Interval? Interval, int Items)
{
    /// <summary>Fits the parameter.</summary>
    /// <param name="items">The votes of each item.</param>
    /// <param name="minimum">L, the scale's smallest value.</param>
    /// <param name="maximum">H, the scale's largest value.</param>
    /// <returns>Null where no item has two votes and a mean within the scale.</returns>
    public static StandardDeviationOfOpinionScores? Of(
        IEnumerable<IReadOnlyCollection<double>> items, double minimum, double maximum, double level = Statistics.Interval.UsualLevel)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (!(minimum < maximum)) throw new ArgumentOutOfRangeException(nameof(maximum), maximum, "A scale's largest value is above its smallest.");
        Statistics.Interval.RequireLevel(level);
        var points = items.Where(votes => votes.Count > 1)
            .Select(votes => (Shape: (votes.Average() - minimum) * (maximum - votes.Average()), Variance: votes.Variance()))
            .Where(point => point.Shape > 1e-12)
            .ToList();
        if (points.Count == 0) return null;
        var shapes = points.Sum(point => point.Shape * point.Shape);
        var a = points.Sum(point => point.Shape * point.Variance) / shapes;
        if (points.Count == 1) return new(a, null, 1);
        var freedom = points.Count - 1;
        // Items are not equally noisy: each counts by its own residual, and more where it pulled the line towards itself.
        var error = Math.Sqrt(points.Sum(point => Math.Pow(point.Shape * (point.Variance - (a * point.Shape)) / Math.Max(1e-12, 1 - (point.Shape * point.Shape / shapes)), 2))) / shapes;
        var half = StudentT.InvCDF(0, 1, freedom, (1 + level) / 2) * error;
        return new(a, new(a - half, a + half), points.Count);
    }
}
