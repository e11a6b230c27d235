namespace SpeechScoop.Statistics;

/// <summary>
/// Quartiles as ITU-R BS.1534-3 has them: medians of the lower and the upper half of the values, the middle value belonging to both
/// halves where n is odd (Tukey's hinges, 1977).
/// </summary>
/// <param name="Lower">Median of the lower half.</param>
/// <param name="Median">Middle of the values.</param>
/// <param name="Upper">Median of the upper half.</param>
public sealed record HalvesQuartiles(double Lower, double Median, double Upper)
{
    /// <summary>Computes the quartiles of finite values.</summary>
    /// <returns>Null for no values.</returns>
    public static HalvesQuartiles? Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0) return null;
        var half = (sorted.Length + 1) / 2;
        return new(Middle(sorted[..half]), Middle(sorted), Middle(sorted[^half..]));
    }

    private static double Middle(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
