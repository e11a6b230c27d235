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
/// <param name="Interval">Percentile bootstrap over items; null where <paramref name="Alpha"/> is, or for one item.</param>
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
        (int Value, int Count)[][] counts = [.. items.Select(item =>
            item.GroupBy(value => Array.BinarySearch(values, value)).Select(same => (same.Key, same.Count())).ToArray())];
        var alpha = Compute(counts, values, measurement);
        var interval = alpha is null || items.Length == 1 ? null : Percentiles(counts, values, measurement, resamples, seed, level);
        return new(alpha, interval, items.Length, items.Sum(item => item.Length));
    }

    private static double? Compute(IReadOnlyList<(int Value, int Count)[]> items, double[] values, MeasurementLevel measurement)
    {
        var totals = new double[values.Length];
        foreach (var item in items)
            foreach (var (value, count) in item) totals[value] += count;
        var n = totals.Sum();
        var between = Between(totals);
        double Distance(int a, int b) => measurement switch
        {
            MeasurementLevel.Nominal => a == b ? 0 : 1,
            MeasurementLevel.Interval => (values[a] - values[b]) * (values[a] - values[b]),
            _ => (between[a] - between[b]) * (between[a] - between[b]),
        };

        var observed = 0.0;
        foreach (var item in items)
        {
            var disagreement = 0.0;
            foreach (var (a, countA) in item)
                foreach (var (b, countB) in item) disagreement += countA * countB * Distance(a, b);
            observed += disagreement / (item.Sum(value => value.Count) - 1);
        }
        var expected = 0.0;
        for (var a = 0; a < totals.Length; a++)
            for (var b = 0; b < totals.Length; b++) expected += totals[a] * totals[b] * Distance(a, b);
        return expected > 0 ? 1 - ((n - 1) * observed / expected) : null;
    }

    /// <summary>Middle ranks: their differences are n(c)/2 + the values between + n(k)/2.</summary>
    private static double[] Between(double[] totals)
    {
        var (ranks, below) = (new double[totals.Length], 0.0);
        for (var i = 0; i < totals.Length; i++)
        {
            ranks[i] = below + (totals[i] / 2);
            below += totals[i];
        }
        return ranks;
    }

    private static Interval? Percentiles(
        (int Value, int Count)[][] items, double[] values, MeasurementLevel measurement, int resamples, long seed, double level)
    {
        var random = new SeededRandom(seed);
        var (alphas, draw) = (new List<double>(resamples), new (int, int)[items.Length][]);
        for (var resample = 0; resample < resamples; resample++)
        {
            for (var i = 0; i < draw.Length; i++) draw[i] = items[random.Next(items.Length)];
            if (Compute(draw, values, measurement) is { } alpha) alphas.Add(alpha);
        }
        if (alphas.Count == 0) return null;
        alphas.Sort();
        return new(Quantile.OfSorted(alphas, (1 - level) / 2), Quantile.OfSorted(alphas, (1 + level) / 2));
    }
}
