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
/// <param name="Interval">
/// Jackknife over items of Fisher's transformation, ln((1 + (m − 1) α) / (1 − α)), m being an item's mean number of values; raters are taken as given.
/// Null for fewer than three items, and where all agree or all but one item do, so that nothing tells how sure alpha is.
/// </param>
/// <param name="Items">Items with two values or more. Others say nothing about agreement and are left out.</param>
/// <param name="Values">Values of these items.</param>
/// <remarks>
/// Krippendorff, "Content Analysis" (2004), chapter 11: coincidences o(c,k) = Σ over items of pairs of values (c,k) / (values of the item − 1);
/// observed disagreement Σ o(c,k) δ²(c,k) / n, expected Σ n(c) n(k) δ²(c,k) / (n (n − 1)). δ² is 0 or 1 (nominal), (c − k)² (interval), or
/// (n(c)/2 + values between + n(k)/2)² (ordinal).
/// </remarks>
public sealed record KrippendorffAlpha(double? Alpha, Interval? Interval, int Items, int Values)
{
    /// <summary>How the interval is found.</summary>
    public const string IntervalRecipe = "jackknife-fisher@1 over items";

    /// <summary>More items than this are left out in groups of about equal size.</summary>
    private const int MostGroups = 200;

    /// <summary>Computes alpha. Missing ratings are simply not in the list; a rater's repeated score of an item is one more value of it.</summary>
    /// <returns>Null where no item has two values.</returns>
    public static KrippendorffAlpha? Of(
        IEnumerable<RaterScore> scores, MeasurementLevel measurement, double level = Statistics.Interval.UsualLevel)
    {
        ArgumentNullException.ThrowIfNull(scores);
        Statistics.Interval.RequireLevel(level);
        double[][] items = [.. scores.GroupBy(score => score.Item, score => score.Value).Select(item => item.ToArray()).Where(item => item.Length > 1)];
        if (items.Length == 0) return null;
        double[] values = [.. items.SelectMany(item => item).Distinct().Order()];
        Unit[] units = [.. items.Select(item => Unit.Of(item, values, measurement))];
        var alpha = Compute(units, values, measurement);
        return new(alpha, Jackknife(units, values, measurement, level), units.Length, items.Sum(item => item.Length));
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
    /// Student's interval of the jackknife's pseudo-values (Tukey; Miller, Biometrika 61, 1974). Alpha is a ratio of variances in disguise: transformed, its error is
    /// about normal and its spread the same for every alpha. Draws with repeated items would see less spread than there is.
    /// </summary>
    private static Interval? Jackknife(Unit[] units, double[] values, MeasurementLevel measurement, double level)
    {
        var size = units.Average(unit => unit.Size);
        double Transformed(Unit[] some) => Compute(some, values, measurement) is { } alpha ? Math.Log((1 + ((size - 1) * alpha)) / (1 - alpha)) : double.NaN;
        var groups = Math.Min(units.Length, MostGroups);
        if (groups < 3) return null;
        var whole = Transformed(units);
        var pseudo = Enumerable.Range(0, groups)
            .Select(group => (groups * whole) - ((groups - 1) * Transformed([.. units.Where((_, i) => i % groups != group)]))).ToArray();
        double Back(double z) => 1 - (size / (Math.Exp(z) + size - 1));
        return pseudo.All(double.IsFinite) && MeanEstimate.Of(pseudo, level)?.Interval is { } interval ? new(Back(interval.Low), Back(interval.High)) : null;
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
