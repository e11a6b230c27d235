namespace SpeechScoop.Recognition;

/// <summary>Who is king under which weighting of the slices.</summary>
/// <param name="Shares">Of random weightings (uniform over all that are non-negative and sum to 1), how many crown each system; sums to 1.</param>
/// <param name="CanBeKing">Whether any weighting at all crowns it, alone or with others: exact, by linear programming.</param>
/// <param name="WithoutSlice">The king by unweighted mean where each slice is left out; empty for a single slice.</param>
/// <param name="King">The king by unweighted mean of all slices.</param>
public sealed record CrownShare(IReadOnlyList<double> Shares, IReadOnlyList<bool> CanBeKing, IReadOnlyList<int> WithoutSlice, int King)
{
    /// <summary>Weightings drawn unless told otherwise.</summary>
    public const int UsualDraws = 20_000;

    /// <summary>The seed unless told otherwise.</summary>
    public const long UsualSeed = 17_030_415;

    /// <summary>Computes all.</summary>
    /// <param name="draws">From 1 up.</param>
    /// <param name="seed">Same seed, same shares.</param>
    public static CrownShare Of(RateMatrix matrix, int draws = UsualDraws, long seed = UsualSeed)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draws);
        double[] equal = [.. Enumerable.Repeat(1.0, matrix.Slices.Count)];
        return new(
            Draw(matrix, draws, seed),
            [.. Enumerable.Range(0, matrix.Systems.Count).Select(system => BestMargin(matrix, system) <= 1e-9)],
            [.. Enumerable.Range(0, matrix.Slices.Count).Select(matrix.Without).OfType<RateMatrix>().Select(rest => RankedAverages.King(rest.Means([.. equal.Skip(1)])))],
            RankedAverages.King(matrix.Means(equal)));
    }

    private static double[] Draw(RateMatrix matrix, int draws, long seed)
    {
        var random = new SeededRandom(seed);
        var (crowns, weights) = (new double[matrix.Systems.Count], new double[matrix.Slices.Count]);
        for (var draw = 0; draw < draws; draw++)
        {
            // Exponential weights, divided by their sum, are uniform on the simplex: Dirichlet(1, …, 1).
            for (var slice = 0; slice < weights.Length; slice++) weights[slice] = -Math.Log(1 - random.NextDouble());
            crowns[RankedAverages.King(matrix.Means(weights))]++;
        }
        return Array.ConvertAll(crowns, count => count / draws);
    }

    /// <summary>
    /// The least, over all weightings, of the system's largest weighted deficit against another: 0 where some weighting crowns it. It is the value of a
    /// zero-sum game between slices and rivals (von Neumann 1928), solved by the simplex method.
    /// </summary>
    internal static double BestMargin(RateMatrix matrix, int system)
    {
        var (slices, systems) = (matrix.Slices.Count, matrix.Systems.Count);
        // Moved up by a constant, all payoffs are above 0, and so is the value.
        var shift = 1 + Enumerable.Range(0, slices).Max(slice => Enumerable.Range(0, systems).Max(rival => matrix[slice, rival]));
        var payoffs = new double[systems, slices];
        for (var rival = 0; rival < systems; rival++)
            for (var slice = 0; slice < slices; slice++) payoffs[rival, slice] = matrix[slice, system] - matrix[slice, rival] + shift;
        return (1 / Simplex.LargestSum(payoffs)) - shift;
    }
}
