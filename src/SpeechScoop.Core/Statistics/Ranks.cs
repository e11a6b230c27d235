namespace SpeechScoop.Statistics;

/// <summary>Ranks from 1 up, ascending; equal values share the mean of their ranks (mid-ranks).</summary>
/// <param name="Values">In the order of the values ranked.</param>
/// <param name="TieTerm">Σ (t³ − t) over the groups of t equal values: 0 without ties. It corrects variances of rank statistics.</param>
public sealed record Ranks(double[] Values, double TieTerm)
{
    /// <summary>
    /// Ranks finite values. Those that differ by less than about 1e-12 of the largest magnitude are tied: means of the same grades, summed in
    /// another order, are equal but for rounding.
    /// </summary>
    public static Ranks Of(IReadOnlyList<double> values)
    {
        var steps = Steps(values);
        int[] order = [.. Enumerable.Range(0, steps.Length)];
        Array.Sort([.. steps], order);
        var (ranks, ties) = (new double[steps.Length], 0.0);
        for (var first = 0; first < order.Length;)
        {
            var end = first + 1;
            while (end < order.Length && steps[order[end]] == steps[order[first]]) end++;
            for (var i = first; i < end; i++) ranks[order[i]] = (first + 1 + end) / 2.0;
            double tied = end - first;
            ties += (tied * tied * tied) - tied;
            first = end;
        }
        return new(ranks, ties);
    }

    /// <summary>The values in whole steps of 1e-12 of the largest magnitude.</summary>
    internal static double[] Steps(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var largest = values.Count == 0 ? 0 : values.Max(Math.Abs);
        return [.. values.Select(value => largest == 0 ? 0 : Math.Round(value / largest * 1e12))];
    }
}
