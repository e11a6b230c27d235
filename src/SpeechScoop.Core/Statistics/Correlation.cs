using MathNet.Numerics.Distributions;

namespace SpeechScoop.Statistics;

/// <summary>A correlation coefficient with its interval.</summary>
/// <param name="Value">−1..1.</param>
/// <param name="Interval">By Fisher's z; null for fewer than 4 pairs or a coefficient of ±1.</param>
/// <param name="N">Pairs, ≥ 2.</param>
public sealed record Correlation(double Value, Interval? Interval, int N)
{
    /// <summary>Pearson's r. Interval: tanh(artanh r ± z / √(n − 3)) (Fisher, Metron 1, 1921); it takes both as jointly normal.</summary>
    /// <returns>Null for fewer than two pairs, or where either side does not vary.</returns>
    public static Correlation? Pearson(IReadOnlyList<double> x, IReadOnlyList<double> y, double level = Statistics.Interval.UsualLevel) =>
        Coefficient(x, y) is { } r ? new(r, FisherInterval(r, x.Count, 1, level), x.Count) : null;

    /// <summary>
    /// Spearman's ρ: Pearson's r of the mid-ranks. Interval: as Pearson's with the variance (1 + ρ²/2) / (n − 3) of Bonett and Wright
    /// (Psychometrika 65, 2000).
    /// </summary>
    /// <returns>Null for fewer than two pairs, or where either side does not vary.</returns>
    public static Correlation? Spearman(IReadOnlyList<double> x, IReadOnlyList<double> y, double level = Statistics.Interval.UsualLevel) =>
        Coefficient(Ranks.Of(x).Values, Ranks.Of(y).Values) is { } rho
            ? new(rho, FisherInterval(rho, x.Count, 1 + (rho * rho / 2), level), x.Count)
            : null;

    private static double? Coefficient(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Count != y.Count) throw new ArgumentException("A correlation needs pairs: as many of the one as of the other.", nameof(y));
        if (x.Count < 2) return null;
        var (meanX, meanY) = (x.Average(), y.Average());
        double xx = 0, yy = 0, xy = 0;
        for (var i = 0; i < x.Count; i++)
        {
            var (dx, dy) = (x[i] - meanX, y[i] - meanY);
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }
        return xx > 0 && yy > 0 ? Math.Clamp(xy / Math.Sqrt(xx) / Math.Sqrt(yy), -1, 1) : null;
    }

    private static Interval? FisherInterval(double r, int n, double variance, double level)
    {
        Statistics.Interval.RequireLevel(level);
        if (n < 4 || Math.Abs(r) >= 1) return null;
        var half = Normal.InvCDF(0, 1, 1 - ((1 - level) / 2)) * Math.Sqrt(variance / (n - 3));
        return new(Math.Tanh(Math.Atanh(r) - half), Math.Tanh(Math.Atanh(r) + half));
    }
}
