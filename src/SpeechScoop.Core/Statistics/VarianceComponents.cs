using MathNet.Numerics.Distributions;

namespace SpeechScoop.Statistics;

/// <summary>
/// How much values differ within groups and between groups: one-way analysis of variance with random groups (Searle, Casella and McCulloch,
/// Variance Components, 1992, chapter 3), balanced or not. Groups are prompts and values takes, for example.
/// </summary>
/// <param name="Mean">Of all values.</param>
/// <param name="WithinDeviation">Standard deviation within groups: the root of the mean square within.</param>
/// <param name="WithinInterval">Of <paramref name="WithinDeviation"/>, from the χ² distribution; it takes values as normal with one spread in all groups.</param>
/// <param name="BetweenVariance">(mean square between − mean square within) / <paramref name="PerGroup"/>: below 0 where groups differ less than chance would have it.</param>
/// <param name="Intraclass">ICC(1): the share of the variance that lies between groups. Null where groups' means are all the same.</param>
/// <param name="Groups">Groups with values, ≥ 2.</param>
/// <param name="Count">All values.</param>
/// <param name="PerGroup">Values a group; n₀ of unbalanced analysis of variance where groups differ in size.</param>
public sealed record VarianceComponents(
    double Mean, double WithinDeviation, Interval WithinInterval, double BetweenVariance, IntraclassEstimate? Intraclass, int Groups, int Count, double PerGroup)
{
    /// <summary>Standard deviation between groups: how far groups' true means lie apart; 0 where <see cref="BetweenVariance"/> is below 0.</summary>
    public double BetweenDeviation => Math.Sqrt(Math.Max(0, BetweenVariance));

    /// <summary>Splits the variance of finite values. Groups without values are left out.</summary>
    /// <returns>Null for fewer than two groups, or where no group has two values.</returns>
    public static VarianceComponents? Of(IEnumerable<IReadOnlyList<double>> groups, double level = Interval.UsualLevel)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Interval.RequireLevel(level);
        IReadOnlyList<double>[] filled = [.. groups.Where(group => group.Count > 0)];
        var (n, count) = (filled.Length, filled.Sum(group => group.Count));
        if (n < 2 || count == n) return null;
        var mean = filled.Sum(group => group.Sum()) / count;
        var within = filled.Sum(group => SumOfSquares(group, group.Average()));
        var between = filled.Sum(group => group.Count * (group.Average() - mean) * (group.Average() - mean)) / (n - 1);
        var perGroup = (count - (filled.Sum(group => (double)group.Count * group.Count) / count)) / (n - 1);
        var freedom = count - n;
        var interval = new Interval(
            Math.Sqrt(within / ChiSquared.InvCDF(freedom, (1 + level) / 2)), Math.Sqrt(within / ChiSquared.InvCDF(freedom, (1 - level) / 2)));
        return new(mean, Math.Sqrt(within / freedom), interval, (between - (within / freedom)) / perGroup,
            IntraclassCorrelation.OneWay(filled, level), n, count, perGroup);
    }

    private static double SumOfSquares(IReadOnlyList<double> values, double mean) => values.Sum(value => (value - mean) * (value - mean));
}
