namespace SpeechScoop.Recognition;

/// <summary>Error rates of several systems on several slices (datasets, accents, lengths …), all systems on all slices: whoever misses a slice is not ranked.</summary>
public sealed class RateMatrix
{
    private readonly double[,] rates;

    /// <param name="slices">Names, at least one.</param>
    /// <param name="systems">Names, at least one.</param>
    /// <param name="rates">A finite rate ≥ 0 for each slice (row) and system (column).</param>
    /// <exception cref="ArgumentException">The sizes do not fit, or a rate is negative or not finite.</exception>
    public RateMatrix(IReadOnlyList<string> slices, IReadOnlyList<string> systems, double[,] rates)
    {
        ArgumentNullException.ThrowIfNull(slices);
        ArgumentNullException.ThrowIfNull(systems);
        ArgumentNullException.ThrowIfNull(rates);
        if (slices.Count == 0 || systems.Count == 0 || rates.GetLength(0) != slices.Count || rates.GetLength(1) != systems.Count)
            throw new ArgumentException("A matrix has a rate for each slice and system, and at least one of both.", nameof(rates));
        foreach (var rate in rates)
            if (!(rate >= 0 && double.IsFinite(rate))) throw new ArgumentException($"{rate} is no error rate.", nameof(rates));
        (Slices, Systems, this.rates) = (slices, systems, rates);
    }

    /// <summary>Names of the rows.</summary>
    public IReadOnlyList<string> Slices { get; }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Systems { get; }

    /// <summary>A rate.</summary>
    public double this[int slice, int system] => rates[slice, system];

    /// <summary>Weighted means of all systems.</summary>
    /// <param name="weights">One for each slice, ≥ 0, of any sum above 0.</param>
    public double[] Means(IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var total = weights.Sum();
        if (weights.Count != Slices.Count || !(total > 0) || weights.Any(weight => !(weight >= 0)))
            throw new ArgumentException("There is one weight for each slice, none is negative and one is above 0.", nameof(weights));
        return [.. Enumerable.Range(0, Systems.Count).Select(system => Enumerable.Range(0, Slices.Count).Sum(slice => weights[slice] * rates[slice, system]) / total)];
    }

    /// <summary>The matrix without one slice; null where it is the only one.</summary>
    public RateMatrix? Without(int slice)
    {
        if (Slices.Count == 1) return null;
        int[] kept = [.. Enumerable.Range(0, Slices.Count).Where(other => other != slice)];
        var smaller = new double[kept.Length, Systems.Count];
        for (var row = 0; row < kept.Length; row++)
            for (var system = 0; system < Systems.Count; system++) smaller[row, system] = rates[kept[row], system];
        return new RateMatrix([.. kept.Select(row => Slices[row])], Systems, smaller);
    }
}
