namespace SpeechScoop.Statistics;

/// <summary>
/// The line that brings a metric onto the ratings' scale by least squares (a first-order mapping in the words of P.1401), rating ≈
/// <paramref name="Intercept"/> + <paramref name="Slope"/> · metric.
/// </summary>
public sealed record LinearMapping(double Slope, double Intercept)
{
    /// <summary>Coefficients fitted: the degrees of freedom that <see cref="PredictionError"/> takes off.</summary>
    public const int Freedom = 2;

    /// <summary>The rating that the line expects.</summary>
    public double Map(double metric) => Intercept + (Slope * metric);

    /// <summary>Fits the line.</summary>
    /// <returns>Null for fewer than two pairs, or a metric that does not vary.</returns>
    public static LinearMapping? Of(IReadOnlyList<double> metric, IReadOnlyList<double> ratings)
    {
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(ratings);
        if (metric.Count != ratings.Count) throw new ArgumentException("Every metric value needs its rating.", nameof(ratings));
        if (metric.Count < 2) return null;
        var (meanX, meanY) = (metric.Average(), ratings.Average());
        var spread = metric.Sum(x => (x - meanX) * (x - meanX));
        if (!(spread > 0)) return null;
        var slope = metric.Zip(ratings).Sum(pair => (pair.First - meanX) * (pair.Second - meanY)) / spread;
        return new(slope, meanY - (slope * meanX));
    }
}
