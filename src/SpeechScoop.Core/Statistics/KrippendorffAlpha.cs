using MathNet.Numerics.Distributions;

namespace SpeechScoop.Statistics;

/// <summary>How values may be compared.</summary>
public enum MeasurementLevel
{
    /// <summary>Equal or not.</summary>
    Nominal,

    /// <summary>In an order, with distances that mean nothing of their own.</summary>
    Ordinal,

    /// <summary>With distances.</summary>
    Interval,
}

/// <summary>
/// Krippendorff's alpha: agreement among any number of raters, whoever rated what. 1 is perfect agreement, 0 what chance gives, negative
/// systematic disagreement.
/// </summary>
/// <param name="Alpha">1 − observed / expected disagreement; null where all values are the same, so that nothing could disagree.</param>
/// <param name="Interval">Bootstrap over items, bias-corrected and accelerated (Efron, Journal of the American Statistical Association 82, 1987); null where <paramref name="Alpha"/> is, or for one item.</param>
/// <param name="Items">Items with two values or more. Others say nothing about agreement and are left out.</param>
/// <param name="Values">Values of these items.</param>
/// <remarks>
/// Krippendorff, "Content Analysis" (2004), chapter 11: coincidences o(c,k) = Σ over items of pairs of values (c,k) / (values of the item − 1);
/// observed disagreement Σ o(c,k) δ²(c,k) / n, expected Σ n(c) n(k) δ²(c,k) / (n (n − 1)). δ² is 0 or 1 (nominal), (c − k)² (interval), or
/// (n(c)/2 + values between + n(k)/2)² (ordinal).
/// </remarks>
public sealed record KrippendorffAlpha(double? Alpha, Interval? Interval, int Items, int Values)
{
    /// <summary>How often items are drawn anew unless told otherwise.</summary>
    public const int UsualResamples = 1000;

    /// <summary>Computes alpha. Missing ratings are simply not in the list; a rater's repeated score of an item is one more value of it.</summary>
    /// <returns>Null where no item has two values.</returns>
    public static KrippendorffAlpha? Of(
        IEnumerable<RaterScore> scores, MeasurementLevel measurement, int resamples = UsualResamples, long seed = RatioEstimate.UsualSeed,
        double level = Statistics.Interval.UsualLevel)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resamples);
        Statistics.Interval.RequireLevel(level);
        double[][] items = [.. scores.GroupBy(score => score.Item, score => score.Value).Select(item => item.ToArray()).Where(item => item.Length > 1)];
        if (items.Length == 0) return null;
        double[] values = [.. items.SelectMany(item => item).Distinct().Order()];
        Unit[] units = [.. items.Select(item => Unit.Of(item, values, measurement))];
        var alpha = Compute(units, values, measurement);
        var interval = alpha is { } known && units.Length > 1 ? Percentiles(units, values, measurement, known, resamples, seed, level) : null;
        return new(alpha, interval, units.Length, items.Sum(item => item.Length));
    }

    private static double? Compute(Unit[] units, double[] values, MeasurementLevel measurement)
    {
        var totals = new double[values.Length];
        foreach (var unit in units)
            foreach (var (value, count) in unit.Counts) totals[value] += count;
        if (totals.Count(total => total > 0) < 2) return null;
        var n = totals.Sum();
        var places = measurement is MeasurementLevel.Ordinal ? MiddleRanks(totals) : values;
        var observed = units.Sum(unit => unit.Disagreement ?? unit.Disagree(places));
        var mean = totals.Index().Sum(total => total.Item * places[total.Index]) / n;

        // Σ Σ n(c) n(k) δ²: over squared distances twice n times the sum of squares, over unequal values all pairs but the equal ones.
        var expected = measurement is MeasurementLevel.Nominal
            ? (n * n) - totals.Sum(total => total * total)
            : 2 * n * totals.Index().Sum(total => total.Item * (places[total.Index] - mean) * (places[total.Index] - mean));
        return 1 - ((n - 1) * observed / expected);
    }

    /// <summary>Middle ranks: their differences are n(c)/2 + the values between + n(k)/2.</summary>
    private static double[] MiddleRanks(double[] totals)
    {
        var (ranks, below) = (new double[totals.Length], 0.0);
        for (var i = 0; i < totals.Length; i++)
        {
            ranks[i] = below + (totals[i] / 2);
            below += totals[i];
        }
        return ranks;
    }

    /// <summary>
    /// BCa: draws with repeated items see less spread than there is, so that their alphas lie too low and plain percentiles cover too little. Expanded as in
    /// <see cref="ClusterBootstrap"/>, since the spread between items is known only from these.
    /// </summary>
    private static Interval? Percentiles(Unit[] units, double[] values, MeasurementLevel measurement, double alpha, int resamples, long seed, double level)
    {
        var random = new SeededRandom(seed);
        var (alphas, draw) = (new List<double>(resamples), new Unit[units.Length]);
        for (var resample = 0; resample < resamples; resample++)
        {
            for (var i = 0; i < draw.Length; i++) draw[i] = units[random.Next(units.Length)];
            if (Compute(draw, values, measurement) is { } drawn) alphas.Add(drawn);
        }
        if (alphas.Count == 0) return null;
        alphas.Sort();
        var below = (alphas.Count(drawn => drawn < alpha) + (alphas.Count(drawn => drawn == alpha) / 2.0)) / alphas.Count;
        var bias = Normal.InvCDF(0, 1, Math.Clamp(below, 0.5 / alphas.Count, 1 - (0.5 / alphas.Count)));
        var acceleration = Acceleration(units, values, measurement);
        double End(double far)
        {
            // Where the acceleration leads past the end (few items), the end it is.
            var z = bias + far;
            var bent = 1 - (acceleration * z);
            return Quantile.OfSorted(alphas, bent > 0 ? Normal.CDF(0, 1, bias + (z / bent)) : far < 0 ? 0 : 1);
        }
        var reach = Normal.InvCDF(0, 1, Math.Max(ClusterBootstrap.Tail(units.Length, null, level), 1e-12));
        return new(End(reach), End(-reach));
    }

    /// <summary>How fast the spread of alpha changes with alpha, from leaving out one item at a time.</summary>
    private static double Acceleration(Unit[] units, double[] values, MeasurementLevel measurement)
    {
        double[] without = [.. Enumerable.Range(0, units.Length).Select(left => Compute([.. units[..left], .. units[(left + 1)..]], values, measurement)).OfType<double>()];
        if (without.Length < 2) return 0;
        var mean = without.Average();
        var squares = without.Sum(value => Math.Pow(mean - value, 2));
        return squares > 0 ? without.Sum(value => Math.Pow(mean - value, 3)) / (6 * Math.Pow(squares, 1.5)) : 0;
    }

    /// <summary>The values of an item.</summary>
    /// <param name="Counts">Index of each value and how often it occurs.</param>
    /// <param name="Size">How many values.</param>
    /// <param name="Disagreement">Where it does not depend on the other items: not for ordinal distances.</param>
    private readonly record struct Unit((int Value, int Count)[] Counts, int Size, double? Disagreement)
    {
        public static Unit Of(double[] item, double[] values, MeasurementLevel measurement)
        {
            var unit = new Unit([.. item.GroupBy(value => Array.BinarySearch(values, value)).Select(same => (same.Key, same.Count()))], item.Length, null);
            return measurement switch
            {
                MeasurementLevel.Nominal => unit with { Disagreement = (Math.Pow(unit.Size, 2) - unit.Counts.Sum(value => Math.Pow(value.Count, 2))) / (unit.Size - 1) },
                MeasurementLevel.Interval => unit with { Disagreement = unit.Disagree(values) },
                _ => unit,
            };
        }

        /// <summary>Squared distances of all ordered pairs of the item's values, over its values − 1.</summary>
        public double Disagree(double[] places)
        {
            var (mean, squares) = (0.0, 0.0);
            foreach (var (value, count) in Counts) mean += count * places[value] / Size;
            foreach (var (value, count) in Counts) squares += count * (places[value] - mean) * (places[value] - mean);
            return 2 * Size * squares / (Size - 1);
        }
    }
}
