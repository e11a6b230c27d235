namespace SpeechScoop.Statistics;

/// <summary>Sample quantiles.</summary>
public static class Quantile
{
    /// <summary>
    /// The quantile of definition 7 of Hyndman and Fan (1996), the default of R and NumPy: linear interpolation between the order
    /// statistics around position (n − 1) · p.
    /// </summary>
    /// <param name="sorted">At least one value, ascending.</param>
    /// <param name="probability">0..1.</param>
    /// <exception cref="ArgumentException">There are no values, or the probability is out of range.</exception>
    public static double OfSorted(IReadOnlyList<double> sorted, double probability)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        if (sorted.Count == 0) throw new ArgumentException("A quantile needs at least one value.", nameof(sorted));
        if (!(probability >= 0 && probability <= 1)) throw new ArgumentOutOfRangeException(nameof(probability));
        var position = (sorted.Count - 1) * probability;
        var below = (int)position;
        return below + 1 < sorted.Count ? double.Lerp(sorted[below], sorted[below + 1], position - below) : sorted[below];
    }
}
