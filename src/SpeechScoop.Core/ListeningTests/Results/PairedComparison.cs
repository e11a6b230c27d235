using SpeechScoop.Statistics;

namespace SpeechScoop.ListeningTests.Results;

/// <summary>Two conditions that the same listeners rated on the same items.</summary>
/// <param name="Listeners">Who rated both.</param>
/// <param name="Difference">Mean over listeners of A minus B, with its t interval; only items count on which a listener rated both.</param>
/// <param name="Student">Paired t test.</param>
/// <param name="Wilcoxon">Signed-rank test.</param>
/// <param name="SignFlip">Sign-flip permutation test.</param>
/// <param name="Dz">Cohen's d_z; null without spread.</param>
/// <param name="Gz">The same without its bias for few listeners.</param>
/// <param name="RankBiserial">Matched-pairs rank-biserial correlation, −1..1.</param>
public sealed record PairedComparison(
    string A, string TitleA, string B, string TitleB, int Listeners, Estimate Difference,
    TestedDifference? Student, TestedDifference? Wilcoxon, TestedDifference? SignFlip, double? Dz, double? Gz, double? RankBiserial)
{
    /// <summary>The interval's recipe.</summary>
    public const string DifferenceRecipe = "paired-t-interval@1 over listeners' mean differences";

    /// <summary>All pairs among the systems and the hidden reference; Holm corrects over them, test by test. Anchors are not compared.</summary>
    internal static PairedComparison[] Of(ListeningTestDefinition definition, IReadOnlyList<ConditionScore> conditions, IReadOnlyList<ScoreRow> rows)
    {
        var titles = new ConditionPairs(definition);
        string[] compared = [.. conditions.Where(condition => condition.Role is StimulusRole.System or StimulusRole.Reference).Select(condition => condition.Condition)];
        var cells = compared.ToDictionary(condition => condition, condition => Cells(rows, condition), StringComparer.Ordinal);
        (string A, string B, PairedTests Tests)[] tested = [.. from i in Enumerable.Range(0, compared.Length)
            from j in Enumerable.Range(i + 1, compared.Length - i - 1)
            let tests = PairedTests.Of(Differences(cells[compared[i]], cells[compared[j]]))
            where tests is not null
            select (compared[i], compared[j], tests)];
        var student = Corrected([.. tested.Select(pair => pair.Tests.Student?.P)]);
        var wilcoxon = Corrected([.. tested.Select(pair => pair.Tests.Wilcoxon?.P)]);
        var signFlip = Corrected([.. tested.Select(pair => pair.Tests.SignFlip?.P)]);
        return [.. tested.Select((pair, k) => new PairedComparison(
            pair.A, titles.Title(pair.A), pair.B, titles.Title(pair.B), pair.Tests.Estimate.N, Estimate.Of(pair.Tests.Estimate, DifferenceRecipe)!,
            student[k], wilcoxon[k], signFlip[k], pair.Tests.Effect?.Dz, pair.Tests.Effect?.Gz, pair.Tests.Wilcoxon?.RankBiserial))];
    }

    /// <summary>A condition's value of each listener on each item: the mean where there are several.</summary>
    internal static Dictionary<(string Listener, string Item), double> Cells(IEnumerable<ScoreRow> rows, string condition) =>
        rows.Where(row => row.Condition == condition).GroupBy(row => (row.Listener, row.Item)).ToDictionary(cell => cell.Key, cell => cell.Average(row => row.Value));

    /// <summary>The differences on the items that a listener rated in both conditions.</summary>
    internal static IEnumerable<(string Listener, string Item, double Value)> CellDifferences(
        Dictionary<(string Listener, string Item), double> a, Dictionary<(string Listener, string Item), double> b) =>
        a.Where(cell => b.ContainsKey(cell.Key)).Select(cell => (cell.Key.Listener, cell.Key.Item, cell.Value - b[cell.Key]));

    /// <summary>Each listener's mean difference over the items that the listener rated in both conditions.</summary>
    private static double[] Differences(Dictionary<(string Listener, string Item), double> a, Dictionary<(string Listener, string Item), double> b) =>
        [.. CellDifferences(a, b).GroupBy(cell => cell.Listener, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Average(cell => cell.Value))];

    private static TestedDifference?[] Corrected(double?[] values)
    {
        int[] known = [.. Enumerable.Range(0, values.Length).Where(k => values[k] is not null)];
        var corrected = HolmCorrection.Of([.. known.Select(k => values[k]!.Value)]);
        var found = new TestedDifference?[values.Length];
        for (var k = 0; k < known.Length; k++) found[known[k]] = new(values[known[k]]!.Value, corrected[k]);
        return found;
    }
}

/// <summary>A p value as it is and corrected (Holm) over all pairs of the scale.</summary>
public sealed record TestedDifference(double P, double Holm);

/// <summary>Whether any of the conditions differ at all (Friedman's rank test over listeners' means).</summary>
/// <param name="Listeners">Those who rated every compared condition.</param>
public sealed record OverallTest(double Statistic, int DegreesOfFreedom, double P, double KendallsW, int Listeners, string Recipe)
{
    internal static OverallTest? Of(IReadOnlyList<ConditionScore> conditions, IReadOnlyList<ScoreRow> rows)
    {
        string[] compared = [.. conditions.Where(condition => condition.Role is StimulusRole.System or StimulusRole.Reference).Select(condition => condition.Condition)];
        if (compared.Length < 2) return null;
        double[][] blocks = [.. rows.GroupBy(row => row.Listener, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(listener => listener.GroupBy(row => row.Condition, StringComparer.Ordinal).ToDictionary(cell => cell.Key, cell => cell.Average(row => row.Value), StringComparer.Ordinal))
            .Where(means => compared.All(means.ContainsKey)).Select(means => compared.Select(condition => means[condition]).ToArray())];
        return FriedmanTest.Of(blocks) is { } test
            ? new(test.Statistic, test.DegreesOfFreedom, test.P, test.KendallsW, test.Blocks, "friedman@1 over listeners' means, ties corrected")
            : null;
    }
}
