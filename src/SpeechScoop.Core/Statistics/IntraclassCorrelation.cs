namespace SpeechScoop.Statistics;

/// <summary>A correlation with its F-based interval.</summary>
/// <param name="Value">−1..1; 1 is perfect agreement. What comes out below −1 (few raters whose means hardly differ between items) is given as −1.</param>
/// <param name="Interval">Of McGraw and Wong (1996); −1..1.</param>
public readonly record struct IntraclassEstimate(double Value, Interval Interval);

/// <summary>
/// Intraclass correlations: which part of the variance of scores is variance between items. Names of McGraw and Wong (1996), in brackets those of
/// Shrout and Fleiss (1979).
/// </summary>
/// <param name="OneWaySingle">ICC(1) [1,1]: each item may have raters of its own.</param>
/// <param name="OneWayAverage">ICC(k) [1,k]: of the mean of all raters.</param>
/// <param name="AgreementSingle">ICC(A,1) [2,1]: two-way, absolute agreement, one rater. Null for an incomplete table.</param>
/// <param name="AgreementAverage">ICC(A,k) [2,k].</param>
/// <param name="ConsistencySingle">ICC(C,1) [3,1]: two-way, a rater's bias does not count.</param>
/// <param name="ConsistencyAverage">ICC(C,k) [3,k]: Cronbach's alpha.</param>
/// <param name="Items">Items that were used.</param>
/// <param name="Raters">Raters that were used.</param>
/// <param name="LeftOut">Scores that were not used.</param>
/// <param name="RatersPerItem">k: in an incomplete table the n₀ of unbalanced one-way analysis of variance.</param>
public sealed record IntraclassCorrelation(
    IntraclassEstimate OneWaySingle, IntraclassEstimate OneWayAverage, IntraclassEstimate? AgreementSingle, IntraclassEstimate? AgreementAverage,
    IntraclassEstimate? ConsistencySingle, IntraclassEstimate? ConsistencyAverage, int Items, int Raters, int LeftOut, double RatersPerItem)
{
    /// <summary>
    /// Estimates all forms. A rater's several scores of an item are averaged first. If at least two items have scores of all raters, those items are
    /// used and the others left out. Else the table is incomplete by design: all items with two scores or more are used, only the one-way forms are
    /// given, and their intervals are approximate.
    /// </summary>
    /// <returns>Null for fewer than two items or raters, and where items' means are all the same.</returns>
    public static IntraclassCorrelation? Of(IEnumerable<RaterScore> scores, double level = Interval.UsualLevel)
    {
        ArgumentNullException.ThrowIfNull(scores);
        Interval.RequireLevel(level);
        RaterScore[] all = [.. scores];
        var table = all.GroupBy(score => score.Item).ToDictionary(
            item => item.Key, item => item.GroupBy(score => score.Rater).ToDictionary(rater => rater.Key, rater => rater.Average(score => score.Value)));
        string[] raters = [.. all.Select(score => score.Rater).Distinct()];
        var complete = table.Values.Where(item => item.Count == raters.Length).ToList();
        if (raters.Length < 2) return null;
        return complete.Count > 1
            ? TwoWay([.. complete.Select(item => raters.Select(rater => item[rater]).ToArray())], all.Length, level)
            : OneWay([.. table.Values.Where(item => item.Count > 1).Select(item => item.Values.ToArray())],
                table.Values.Where(item => item.Count > 1).SelectMany(item => item.Keys).Distinct().Count(), all.Length, level);
    }

    /// <summary>ICC(1) of items whose scores are interchangeable, such as takes of a prompt: the one-way form with all scores, however many an item has.</summary>
    /// <param name="items">The finite scores of each item; an item without scores is left out.</param>
    /// <returns>Null for fewer than two items, no item with two scores, and where items' means are all the same. With unequal counts the interval is approximate.</returns>
    public static IntraclassEstimate? OneWay(IEnumerable<IReadOnlyList<double>> items, double level = Interval.UsualLevel)
    {
        ArgumentNullException.ThrowIfNull(items);
        Interval.RequireLevel(level);
        double[][] rows = [.. items.Where(item => item.Count > 0).Select(item => item.ToArray())];
        return rows.Any(row => row.Length > 1) ? OneWay(rows, rows.Max(row => row.Length), rows.Sum(row => row.Length), level)?.OneWaySingle : null;
    }

    private static IntraclassCorrelation? TwoWay(double[][] rows, int all, double level)
    {
        var (n, k) = (rows.Length, rows[0].Length);
        var mean = rows.Average(row => row.Average());
        var between = k * rows.Sum(row => Square(row.Average() - mean));
        var columns = n * Enumerable.Range(0, k).Sum(j => Square(rows.Average(row => row[j]) - mean));
        var within = rows.Sum(row => row.Sum(value => Square(value - row.Average())));
        var (items, error, judges) = (between / (n - 1), Math.Max(0, within - columns) / ((n - 1) * (k - 1)), columns / (k - 1));
        if (!(items > 0)) return null;
        var one = Consistency(items, within / (n * (k - 1)), n - 1, n * (k - 1), k, level);
        var consistency = Consistency(items, error, n - 1, (n - 1) * (k - 1), k, level);
        var agreement = Agreement(items, judges, error, n, k, level);
        return new(one, Average(one, k), agreement, Average(agreement, k), consistency, Average(consistency, k), n, k, all - (n * k), k);
    }

    private static IntraclassCorrelation? OneWay(double[][] rows, int raters, int all, double level)
    {
        var (n, values) = (rows.Length, rows.Sum(row => row.Length));
        if (n < 2) return null;
        var mean = rows.Sum(row => row.Sum()) / values;
        var between = rows.Sum(row => row.Length * Square(row.Average() - mean)) / (n - 1);
        var within = rows.Sum(row => row.Sum(value => Square(value - row.Average()))) / (values - n);
        if (!(between > 0)) return null;
        var k = (values - (rows.Sum(row => Square(row.Length)) / values)) / (n - 1);
        var one = Consistency(between, within, n - 1, values - n, k, level);
        return new(one, Average(one, k), null, null, null, null, n, raters, all - values, k);
    }

    private static IntraclassEstimate Consistency(double items, double error, int itemsFreedom, int errorFreedom, double k, double level)
    {
        // Without error F is infinite, and all ends are 1.
        if (!(error > 0)) return new(1, new(1, 1));
        var (f, tail) = (items / error, (1 + level) / 2);
        double Of(double ratio) => (ratio - 1) / (ratio + k - 1);
        return Bounded(Of(f), Of(f / FisherQuantile.Of(itemsFreedom, errorFreedom, tail)), Of(f * FisherQuantile.Of(errorFreedom, itemsFreedom, tail)));
    }

    private static IntraclassEstimate Agreement(double items, double judges, double error, int n, int k, double level)
    {
        var value = (items - error) / (items + ((k - 1) * error) + (k * (judges - error) / n));
        if (value >= 1) return new(1, new(1, 1));
        var a = k * value / (n * (1 - value));
        var b = 1 + (k * value * (n - 1) / (n * (1 - value)));
        var freedom = Square((a * judges) + (b * error)) / ((Square(a * judges) / (k - 1)) + (Square(b * error) / ((n - 1) * (k - 1))));
        var rest = (k * judges) + (((k * n) - k - n) * error);
        var (low, high) = (FisherQuantile.Of(n - 1, freedom, (1 + level) / 2), FisherQuantile.Of(freedom, n - 1, (1 + level) / 2));
        return Bounded(value, n * (items - (low * error)) / ((low * rest) + (n * items)), n * ((high * items) - error) / (rest + (n * high * items)));
    }

    /// <summary>Spearman and Brown: from one rater to the mean of k.</summary>
    private static IntraclassEstimate Average(IntraclassEstimate one, double k)
    {
        double Of(double single) => 1 + ((k - 1) * single) is > 0 and var rest ? k * single / rest : -1;
        return Bounded(Of(one.Value), Of(one.Interval.Low), Of(one.Interval.High));
    }

    private static IntraclassEstimate Bounded(double value, double low, double high) => new(Math.Max(-1, value), new(Math.Max(-1, low), Math.Max(-1, high)));

    private static double Square(double x) => x * x;
}
