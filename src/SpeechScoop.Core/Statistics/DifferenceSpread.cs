using MathNet.Numerics.Distributions;

namespace SpeechScoop.Statistics;

/// <summary>A standard deviation with its 95 % interval.</summary>
public sealed record SpreadEstimate(double Value, double Low, double High);

/// <summary>
/// How far listeners' differences of two conditions spread: what a sample size is planned with. Besides the spread of the listeners' means, that of
/// listeners and of what is left within a listener (items and noise), so that another number of items can be planned: with m items a
/// listener's mean spreads by √(<see cref="Between"/>² + <see cref="Residual"/>² / m).
/// </summary>
/// <param name="Listeners">Who gave differences, ≥ 2.</param>
/// <param name="ItemsPerListener">Differences of a listener; where they are not equally many, the n₀ of unbalanced one-way analysis of variance.</param>
/// <param name="Mean">Mean of the listeners' means.</param>
/// <param name="Deviation">Of the listeners' means, > 0; χ² interval.</param>
/// <param name="Cautious">One-sided 80 % upper limit of <paramref name="Deviation"/>: what a careful plan takes.</param>
/// <param name="Between">Between listeners, 0 or more; interval after Williams (1962). Null where no listener gave two differences.</param>
/// <param name="Residual">Within a listener; χ² interval. Null as before.</param>
public sealed record DifferenceSpread(
    int Listeners, double ItemsPerListener, double Mean, SpreadEstimate Deviation, double Cautious, SpreadEstimate? Between, SpreadEstimate? Residual)
{
    /// <summary>Name and version of the computation.</summary>
    public const string Recipe = "difference-spread@1 one-way variance components, chi-square and Williams intervals";

    private const double Caution = 0.8, LowTail = (1 - Interval.UsualLevel) / 2;

    /// <summary>Estimates from differences, each with its listener.</summary>
    /// <param name="differences">Finite values.</param>
    /// <returns>Null for fewer than two listeners, and where their means are all the same.</returns>
    public static DifferenceSpread? Of(IEnumerable<(string Listener, double Value)> differences)
    {
        double[][] rows = [.. differences.GroupBy(difference => difference.Listener, StringComparer.Ordinal).OrderBy(listener => listener.Key, StringComparer.Ordinal)
            .Select(listener => listener.Select(difference => difference.Value).ToArray())];
        if (rows.Length < 2) return null;
        double[] means = [.. rows.Select(row => row.Average())];
        var freedom = rows.Length - 1;
        var sum = means.Sum(mean => Square(mean - means.Average()));
        if (!(sum > 0)) return null;
        var values = rows.Sum(row => row.Length);
        var items = (values - (rows.Sum(row => Square(row.Length)) / values)) / freedom;
        var (between, residual) = Components(rows, values, items);
        return new(rows.Length, items, means.Average(), Spread(sum, freedom), Math.Sqrt(sum / ChiSquared.InvCDF(freedom, 1 - Caution)), between, residual);
    }

    private static (SpreadEstimate? Between, SpreadEstimate? Residual) Components(double[][] rows, int values, double items)
    {
        var (listeners, rest) = (rows.Length - 1, values - rows.Length);
        if (rest < 1) return (null, null);
        var mean = rows.Sum(row => row.Sum()) / values;
        var across = rows.Sum(row => row.Length * Square(row.Average() - mean)) / listeners;
        var sum = rows.Sum(row => row.Sum(value => Square(value - row.Average())));
        var within = sum / rest;

        // Williams: at each end, the mean square of listeners less F times that within, over the χ² quantile of the same tail.
        double End(double probability) => Root(listeners * (across - (FisherQuantile.Of(listeners, rest, probability) * within)) / (items * ChiSquared.InvCDF(listeners, probability)));
        return (new(Root((across - within) / items), End(1 - LowTail), End(LowTail)), Spread(sum, rest));
    }

    private static SpreadEstimate Spread(double sum, int freedom) =>
        new(Math.Sqrt(sum / freedom), Math.Sqrt(sum / ChiSquared.InvCDF(freedom, 1 - LowTail)), Math.Sqrt(sum / ChiSquared.InvCDF(freedom, LowTail)));

    /// <summary>A variance component below nothing is nothing.</summary>
    private static double Root(double variance) => Math.Sqrt(Math.Max(0, variance));

    private static double Square(double x) => x * x;
}
