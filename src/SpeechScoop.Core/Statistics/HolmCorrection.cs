namespace SpeechScoop.Statistics;

/// <summary>Holm's step-down correction (Scandinavian Journal of Statistics 6, 1979) for a family of tests.</summary>
public static class HolmCorrection
{
    /// <summary>
    /// Adjusted p values: rejecting those ≤ α makes a false rejection anywhere in the family with probability ≤ α, however the tests
    /// depend on each other. The i-th smallest becomes the largest of (m − j + 1) · p₍ⱼ₎ for j ≤ i, at most 1.
    /// </summary>
    /// <param name="p">0..1 each.</param>
    /// <returns>In the order given.</returns>
    public static double[] Of(IReadOnlyList<double> p)
    {
        ArgumentNullException.ThrowIfNull(p);
        if (p.Any(value => !(value >= 0 && value <= 1))) throw new ArgumentOutOfRangeException(nameof(p), "A p value lies between 0 and 1.");
        int[] order = [.. Enumerable.Range(0, p.Count).OrderBy(i => p[i])];
        var (adjusted, running) = (new double[p.Count], 0.0);
        for (var rank = 0; rank < order.Length; rank++)
        {
            running = Math.Max(running, Math.Min(1, (order.Length - rank) * p[order[rank]]));
            adjusted[order[rank]] = running;
        }
        return adjusted;
    }
}
