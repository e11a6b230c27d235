namespace SpeechScoop.Statistics;

/// <summary>
/// Quartiles as ITU-R BS.1534-3 has them: medians of the lower and of the upper half, the middle value belonging to both where n is odd
/// (Tukey's hinges). Box plots of comparisons use <see cref="Quantile"/> instead.
/// </summary>
/// <param name="Lower">First quartile.</param>
/// <param name="Median">Middle of the values.</param>
/// <param name="Upper">Third quartile.</param>
public sealed record Quartiles(double Lower, double Median, double Upper)
{
    private const double OutlierReach = 1.5;

    /// <summary>Interquartile range.</summary>
    public double Range => Upper - Lower;

    /// <summary>Whether a value lies below Q1 − 1.5 · IQR or above Q3 + 1.5 · IQR. On the fence is inside.</summary>
    public bool IsOutlier(double value) => value < Lower - (OutlierReach * Range) || value > Upper + (OutlierReach * Range);

    /// <summary>Computes the quartiles of finite values.</summary>
    /// <returns>Null for no values.</returns>
    public static Quartiles? Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0) return null;
        var half = (sorted.Length + 1) / 2;
        return new(Middle(sorted[..half]), Middle(sorted), Middle(sorted[^half..]));
    }

    private static double Middle(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
