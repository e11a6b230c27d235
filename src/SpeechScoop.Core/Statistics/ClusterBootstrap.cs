using MathNet.Numerics.Distributions;

namespace SpeechScoop.Statistics;

/// <summary>A mean with an interval that knows that ratings of one listener, and of one item, belong together.</summary>
/// <param name="Mean">Mean of all ratings.</param>
/// <param name="Interval">Expanded percentile interval; null for fewer than two listeners or (two-way) items, which say nothing about others.</param>
/// <param name="Listeners">Listeners, ≥ 1.</param>
/// <param name="Items">Items; null where only listeners were resampled.</param>
/// <param name="N">Ratings, ≥ 1.</param>
public sealed record ClusterEstimate(double Mean, Interval? Interval, int Listeners, int? Items, int N);

/// <summary>
/// Cluster bootstrap of a mean. Two-way: listeners are drawn with replacement, then items, and a rating counts as often as its listener
/// was drawn times how often its item was (the pigeonhole bootstrap: McCullagh, Bernoulli 6, 2000; Owen, Annals of Applied Statistics 1,
/// 2007). The interval speaks about other listeners and other items like these.
/// </summary>
/// <remarks>
/// The interval lies between the p and 1 − p quantiles of the drawn means, p = Φ(−t(1 − α/2; k − 1)) instead of α/2 with k the smaller
/// number of clusters: plain percentiles take a spread known only from k clusters as known (Hesterberg, The American Statistician 69, 2015,
/// expanded percentile interval). By listener t is also widened by √(k / (k − 1)), as Hesterberg does; two-way it is not, because there the draws
/// count the rating's own noise about three times (Owen), which widens the interval already.
/// </remarks>
public static class ClusterBootstrap
{
    /// <summary>Draws unless told otherwise.</summary>
    public const int UsualResamples = 2_000;

    /// <summary>The seed unless told otherwise.</summary>
    public const long UsualSeed = 20_070_609;

    /// <summary>Resamples listeners and items.</summary>
    /// <param name="listeners">Who gave each rating, any index from 0 up.</param>
    /// <param name="items">What each rating is about, any index from 0 up.</param>
    /// <param name="values">The ratings, finite, as many as there are <paramref name="listeners"/> and <paramref name="items"/>.</param>
    /// <param name="resamples">From 1 up.</param>
    /// <param name="seed">Same seed, same interval.</param>
    /// <returns>Null for no ratings.</returns>
    public static ClusterEstimate? TwoWay(
        IReadOnlyList<int> listeners, IReadOnlyList<int> items, IReadOnlyList<double> values,
        int resamples = UsualResamples, long seed = UsualSeed, double level = Interval.UsualLevel)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Estimate(listeners, items, values, resamples, seed, level);
    }

    /// <summary>
    /// The median of all ratings, with the interval of the same draws: the median is computed anew with each rating counted as often as its listener
    /// was drawn times how often its item was. With one item only listeners are drawn.
    /// </summary>
    /// <inheritdoc cref="TwoWay"/>
    public static MedianEstimate? TwoWayMedian(
        IReadOnlyList<int> listeners, IReadOnlyList<int> items, IReadOnlyList<double> values,
        int resamples = UsualResamples, long seed = UsualSeed, double level = Interval.UsualLevel)
    {
        Require(listeners, items, values, resamples, level);
        if (values.Count == 0) return null;
        int[] order = [.. Enumerable.Range(0, values.Count).OrderBy(i => values[i])];
        var (listener, listenerCount) = Dense([.. order.Select(i => listeners[i])]);
        var (item, itemCount) = Dense([.. order.Select(i => items[i])]);
        double[] sorted = [.. order.Select(i => values[i])];
        var interval = listenerCount > 1 ? Percentiles(listener, listenerCount, item, itemCount > 1 ? itemCount : null, WeightedMedian(sorted), resamples, seed, level) : null;
        return new(Quantile.OfSorted(sorted, 0.5), interval, sorted.Length);
    }

    /// <summary>Resamples listeners only: the interval speaks about other listeners and these very items.</summary>
    /// <inheritdoc cref="TwoWay"/>
    public static ClusterEstimate? ByListener(
        IReadOnlyList<int> listeners, IReadOnlyList<double> values,
        int resamples = UsualResamples, long seed = UsualSeed, double level = Interval.UsualLevel) =>
        Estimate(listeners, null, values, resamples, seed, level);

    private static ClusterEstimate? Estimate(
        IReadOnlyList<int> listeners, IReadOnlyList<int>? items, IReadOnlyList<double> values, int resamples, long seed, double level)
    {
        Require(listeners, items, values, resamples, level);
        if (values.Count == 0) return null;
        var (listener, listenerCount) = Dense(listeners);
        var (item, itemCount) = items is null ? (new int[values.Count], (int?)null) : Dense(items);
        var enough = listenerCount > 1 && itemCount is null or > 1;
        var interval = enough ? Percentiles(listener, listenerCount, item, itemCount, WeightedMean([.. values]), resamples, seed, level) : null;
        return new(values.Average(), interval, listenerCount, itemCount, values.Count);
    }

    private static void Require(IReadOnlyList<int> listeners, IReadOnlyList<int>? items, IReadOnlyList<double> values, int resamples, double level)
    {
        ArgumentNullException.ThrowIfNull(listeners);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resamples);
        Interval.RequireLevel(level);
        if (listeners.Count != values.Count || (items ?? listeners).Count != values.Count)
            throw new ArgumentException("Every rating needs its listener and item.", nameof(values));
    }

    /// <param name="statistic">Of the weights of all ratings; null where all are 0.</param>
    private static Interval? Percentiles(
        int[] listener, int listenerCount, int[] item, int? itemCount, Func<int[], double?> statistic, int resamples, long seed, double level)
    {
        var random = new SeededRandom(seed);
        var (listenerDraws, itemDraws, weights) = (new int[listenerCount], new int[itemCount ?? 1], new int[listener.Length]);
        var found = new List<double>(resamples);
        for (var resample = 0; resample < resamples; resample++)
        {
            Draw(listenerDraws, random);
            Draw(itemDraws, random);
            for (var i = 0; i < weights.Length; i++) weights[i] = listenerDraws[listener[i]] * itemDraws[itemCount is null ? 0 : item[i]];
            // With a sparse design a draw can miss every rating.
            if (statistic(weights) is { } value) found.Add(value);
        }
        if (found.Count == 0) return null;
        found.Sort();
        var tail = Tail(listenerCount, itemCount, level);
        return new(Quantile.OfSorted(found, tail), Quantile.OfSorted(found, 1 - tail));
    }

    private static Func<int[], double?> WeightedMean(double[] values) => weights =>
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * values[i];
            count += weights[i];
        }
        return count > 0 ? sum / count : null;
    };

    /// <summary>The middle value of the ratings as often as they were drawn; between two, their mean.</summary>
    private static Func<int[], double?> WeightedMedian(double[] sorted) => weights =>
    {
        var count = 0;
        foreach (var weight in weights) count += weight;
        if (count == 0) return null;
        var (below, place) = (0, -1);
        do below += weights[++place];
        while (2 * below < count);
        if (2 * below > count) return sorted[place];
        var next = place + 1;
        while (weights[next] == 0) next++;
        return (sorted[place] + sorted[next]) / 2;
    };

    /// <summary>The probability left out at each end, see the remarks.</summary>
    internal static double Tail(int listeners, int? items, double level)
    {
        double clusters = Math.Min(listeners, items ?? listeners);
        var t = StudentT.InvCDF(0, 1, clusters - 1, 1 - ((1 - level) / 2));
        return Normal.CDF(0, 1, items is null ? -t * Math.Sqrt(clusters / (clusters - 1)) : -t);
    }

    /// <summary>How often each of n was drawn in n draws with replacement.</summary>
    private static void Draw(int[] times, SeededRandom random)
    {
        Array.Clear(times);
        for (var draw = 0; draw < times.Length; draw++) times[random.Next(times.Length)]++;
    }

    /// <summary>Numbers without gaps, in ascending order, so that the draws do not depend on the order of the ratings.</summary>
    private static (int[] Index, int Count) Dense(IReadOnlyList<int> indices)
    {
        int[] known = [.. indices.Distinct().Order()];
        return ([.. indices.Select(index => Array.BinarySearch(known, index))], known.Length);
    }
}
