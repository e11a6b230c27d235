namespace SpeechScoop.Statistics;

/// <summary>Ranks from 1 up, ascending; equal values share the mean of their ranks (mid-ranks).</summary>
/// <param name="Values">In the order of the values ranked.</param>
/// <param name="TieTerm">Σ (t³ − t) over the groups of t equal values: 0 without ties. It corrects variances of rank statistics.</param>
public sealed record Ranks(double[] Values, double TieTerm)
{
    /// <summary>Ranks finite values; only exactly equal ones are tied.</summary>
    public static Ranks Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int[] order = [.. Enumerable.Range(0, values.Count)];
        Array.Sort([.. values], order);
        var (ranks, ties) = (new double[values.Count], 0.0);
        for (var first = 0; first < order.Length;)
        {
            var end = first + 1;
            while (end < order.Length && values[order[end]] == values[order[first]]) end++;
            for (var i = first; i < end; i++) ranks[order[i]] = (first + 1 + end) / 2.0;
            double tied = end - first;
            ties += (tied * tied * tied) - tied;
            first = end;
        }
        return new(ranks, ties);
    }
}
