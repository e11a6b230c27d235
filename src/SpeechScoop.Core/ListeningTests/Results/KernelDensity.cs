namespace SpeechScoop.ListeningTests.Results;

/// <summary>A smooth density of values on a bounded scale, for drawing.</summary>
internal static class KernelDensity
{
    /// <summary>
    /// Gaussian kernel with Silverman's rule (1986), 0.9 · min(s, IQR / 1.34) · n^(−1/5), at least 1 % of the scale; mirrored at both ends, so
    /// that no weight leaves the scale.
    /// </summary>
    /// <returns>The density at the middles of <paramref name="parts"/> equal parts, from the bottom.</returns>
    public static double[] Of(IReadOnlyList<double> values, double minimum, double maximum, int parts)
    {
        double[] sorted = [.. values.Order()];
        var mean = sorted.Average();
        var deviation = Math.Sqrt(sorted.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, sorted.Length - 1));
        var quartiles = (Statistics.Quantile.OfSorted(sorted, 0.75) - Statistics.Quantile.OfSorted(sorted, 0.25)) / 1.34;
        var spread = quartiles > 0 ? Math.Min(deviation, quartiles) : deviation;
        var width = Math.Max(0.9 * spread * Math.Pow(sorted.Length, -0.2), 0.01 * (maximum - minimum));
        var step = (maximum - minimum) / parts;
        return [.. Enumerable.Range(0, parts).Select(part => minimum + ((part + 0.5) * step))
            .Select(x => sorted.Average(value => Bell((x - value) / width) + Bell((x - ((2 * minimum) - value)) / width) + Bell((x - ((2 * maximum) - value)) / width)) / width)];
    }

    private static double Bell(double z) => Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI);
}
