namespace SpeechScoop.Statistics;

/// <summary>What a box plot draws.</summary>
/// <param name="Median">Middle of the values.</param>
/// <param name="LowerQuartile">First quartile (<see cref="Quantile"/>).</param>
/// <param name="UpperQuartile">Third quartile.</param>
/// <param name="LowerWhisker">Smallest value not below first quartile − 1.5 · interquartile range (Tukey 1977).</param>
/// <param name="UpperWhisker">Largest value not above third quartile + 1.5 · interquartile range.</param>
/// <param name="Outliers">Values beyond the whiskers, ascending.</param>
/// <param name="N">All values, outliers included.</param>
public sealed record BoxStatistics(
    double Median, double LowerQuartile, double UpperQuartile, double LowerWhisker, double UpperWhisker, IReadOnlyList<double> Outliers, int N)
{
    private const double WhiskerReach = 1.5;

    /// <summary>Computes the box of finite values.</summary>
    /// <returns>Null for no values.</returns>
    public static BoxStatistics? Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0) return null;
        var (lower, upper) = (Quantile.OfSorted(sorted, 0.25), Quantile.OfSorted(sorted, 0.75));
        var reach = WhiskerReach * (upper - lower);
        var inside = Array.FindAll(sorted, value => value >= lower - reach && value <= upper + reach);
        return new(Quantile.OfSorted(sorted, 0.5), lower, upper, inside[0], inside[^1],
            Array.FindAll(sorted, value => value < inside[0] || value > inside[^1]), sorted.Length);
    }
}
