using SpeechScoop.Statistics;

namespace SpeechScoop.Recognition;

/// <summary>
/// Three averages over slices that leaderboards use, side by side. They answer different questions, and often crown different systems: mean rates are ruled by hard
/// slices, mean ranks depend on who else is listed, and relative rates treat a halving alike wherever it happens.
/// </summary>
/// <param name="MeanRate">Unweighted mean of each system's rates.</param>
/// <param name="MeanRank">Mean of each system's ranks, 1 for the lowest rate; ties share their mean rank.</param>
/// <param name="RelativeRate">Geometric mean of each system's rate / the slice's geometric mean over all systems; null where a rate is 0.</param>
public sealed record RankedAverages(IReadOnlyList<double> MeanRate, IReadOnlyList<double> MeanRank, IReadOnlyList<double>? RelativeRate)
{
    /// <summary>Whether the averages name the same system as the best.</summary>
    public bool Agree => new[] { MeanRate, MeanRank, RelativeRate }.OfType<IReadOnlyList<double>>().Select(King).Distinct().Count() == 1;

    /// <summary>Computes all three.</summary>
    public static RankedAverages Of(RateMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var (slices, systems) = (matrix.Slices.Count, matrix.Systems.Count);
        var ranks = new double[systems];
        var logarithms = new double[systems];
        for (var slice = 0; slice < slices; slice++)
        {
            double[] rates = [.. Enumerable.Range(0, systems).Select(system => matrix[slice, system])];
            var ranked = Ranks.Of(rates).Values;
            var centre = rates.Average(Math.Log);
            for (var system = 0; system < systems; system++)
            {
                ranks[system] += ranked[system] / slices;
                logarithms[system] += (Math.Log(rates[system]) - centre) / slices;
            }
        }
        return new(matrix.Means([.. Enumerable.Repeat(1.0, slices)]), ranks, logarithms.All(double.IsFinite) ? [.. logarithms.Select(Math.Exp)] : null);
    }

    /// <summary>The best system; the first of several equal ones.</summary>
    public static int King(IReadOnlyList<double> averages) => Enumerable.Range(0, averages.Count).MinBy(system => averages[system]);
}
