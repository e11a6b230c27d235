using System.Text.Json;
using SpeechScoop.Statistics;
using SpeechScoop.Tests.Golden;

namespace SpeechScoop.Tests.Statistics;

/// <summary>Against SciPy, NumPy and plain enumeration (Golden/make_listening_statistics_golden.py).</summary>
public class ListeningStatisticsGoldenTests
{
    private static readonly JsonElement Golden = GoldenFile.Read("listening-statistics.json");

    [Fact]
    public void Signed_rank_tests_with_and_without_ties() => ForEach("wilcoxon", 20, row =>
    {
        var test = WilcoxonSignedRank.Of(Values(row, "differences"))!;
        Near(Number(row, "positive"), test.PositiveRanks);
        Near(Number(row, "negative"), test.NegativeRanks);
        Near(Number(row, "p"), test.P);
        Near(Number(row, "biserial"), test.RankBiserial);
        Assert.Equal(test.N <= 50, test.Exact);
    });

    [Fact]
    public void Paired_t_tests_and_standardised_differences() => ForEach("student", 15, row =>
    {
        var test = StudentTest.Of(Values(row, "differences"))!;
        Near(Number(row, "t"), test.Statistic);
        Near(Number(row, "p"), test.P);
        var effect = StandardisedDifference.Of(Values(row, "differences"))!;
        Near(Number(row, "dz"), effect.Dz);
        Near(Maybe(row, "gz"), effect.Gz);
    });

    [Fact]
    public void Sign_flip_tests_of_few_differences_try_all_signs() => ForEach("flip", 7, row =>
    {
        var test = SignFlipTest.Of(Values(row, "differences"))!;
        Assert.True(test.Exact);
        Near(Number(row, "p"), test.P);
    });

    [Fact]
    public void Sign_flip_tests_of_many_differences_come_within_the_noise_of_sampling() => ForEach("sampled", 2, row =>
    {
        var test = SignFlipTest.Of(Values(row, "differences"), resamples: 100_000)!;
        var p = Number(row, "p");
        Assert.False(test.Exact);
        Assert.InRange(test.P - p, -5 * Math.Sqrt(p / 66_000), 5 * Math.Sqrt(p / 66_000));
    });

    [Fact]
    public void Holm_corrections() => ForEach("holm", 6, row =>
    {
        var adjusted = HolmCorrection.Of(Values(row, "p"));
        foreach (var (expected, actual) in Values(row, "adjusted").Zip(adjusted)) Near(expected, actual);
    });

    [Fact]
    public void Friedman_tests() => ForEach("friedman", 6, row =>
    {
        var test = FriedmanTest.Of([.. row.GetProperty("blocks").EnumerateArray().Select(block => Numbers(block))])!;
        Near(Number(row, "statistic"), test.Statistic);
        Near(Number(row, "p"), test.P);
        Near(Number(row, "w"), test.KendallsW);
        foreach (var (expected, actual) in Values(row, "ranks").Zip(test.MeanRanks)) Near(expected, actual);
    });

    [Fact]
    public void One_sided_binomial_tests() => ForEach("binomial", 9, row =>
        Near(Number(row, "p"), BinomialTest.AboveChance(row.GetProperty("successes").GetInt32(), row.GetProperty("trials").GetInt32(), Number(row, "chance"))));

    [Fact]
    public void Right_answers_needed() => ForEach("needed", 8, row =>
        Assert.Equal((int?)Maybe(row, "successes"), BinomialTest.SuccessesNeeded(row.GetProperty("trials").GetInt32())));

    [Fact]
    public void Bootstrap_intervals_of_few_clusters_lie_between_quantiles_of_all_possible_draws() => ForEach("cluster", 4, row =>
    {
        var cells = row.GetProperty("values").EnumerateArray().SelectMany((line, listener) => Numbers(line).Select((value, item) => (listener, item, value))).ToList();
        int[] listeners = [.. cells.Select(cell => cell.listener)], items = [.. cells.Select(cell => cell.item)];
        double[] values = [.. cells.Select(cell => cell.value)];
        var (twoWay, level) = (items.Distinct().Count() > 1, Number(row, "level"));
        Near(Number(row, "tail"), ClusterBootstrap.Tail(listeners.Distinct().Count(), twoWay ? items.Distinct().Count() : null, level));
        var estimate = twoWay
            ? ClusterBootstrap.TwoWay(listeners, items, values, resamples: 40_000, level: level)!
            : ClusterBootstrap.ByListener(listeners, values, resamples: 40_000, level: level)!;
        var (low, high) = (Values(row, "low"), Values(row, "high"));
        Assert.InRange(estimate.Interval!.Value.Low, low[0], low[1]);
        Assert.InRange(estimate.Interval!.Value.High, high[0], high[1]);
    });

    [Fact]
    public void Sequential_tests_of_a_mean() => ForEach("sequentialMean", 5, row =>
        Near(row, SequentialTest.OfMean(Values(row, "differences"), -3, 3)));

    [Fact]
    public void Sequential_tests_of_symmetry() => ForEach("sequentialSymmetry", 5, row =>
        Near(row, SequentialTest.OfSymmetry(Values(row, "differences"), -100, 100)));

    private static void Near(JsonElement row, SequentialTest test)
    {
        Near(Number(row, "e"), test.EValue);
        Near(Number(row, "p"), test.P);
        Near(Maybe(row, "stopped"), test.StoppedAt);
        Near(row.GetProperty("interval"), test.Interval);
    }

    [Fact]
    public void Sequential_tests_of_choices() => ForEach("sequentialChoice", 5, row =>
    {
        bool[] wins = [.. row.GetProperty("wins").EnumerateArray().Select(win => win.GetBoolean())];
        var preference = SequentialTest.OfPreference(wins);
        Near(Number(row, "e"), preference.EValue);
        Near(Number(row, "p"), preference.P);
        Near(row.GetProperty("interval"), preference.Interval);
        foreach (var (name, chance) in new[] { ("half", 0.5), ("third", 1 / 3.0) })
        {
            var identification = SequentialTest.OfIdentification(wins, chance);
            Near(Number(row.GetProperty(name), "e"), identification.EValue);
            Near(Number(row.GetProperty(name), "p"), identification.P);
            Assert.Null(identification.Interval);
        }
    });

    [Fact]
    public void Correlations_and_their_intervals() => ForEach("correlation", 6, row =>
    {
        var (x, y) = (Values(row, "x"), Values(row, "y"));
        var (pearson, spearman) = (Correlation.Pearson(x, y)!, Correlation.Spearman(x, y)!);
        Near(Number(row, "r"), pearson.Value);
        Near(Number(row, "rho"), spearman.Value);
        Near(row.GetProperty("interval"), pearson.Interval);
        Near(row.GetProperty("rhoInterval"), spearman.Interval);
    });

    [Fact]
    public void Prediction_errors_after_a_line_is_fitted() => ForEach("prediction", 2, row =>
    {
        var (metric, ratings) = (Values(row, "metric"), Values(row, "mos"));
        var line = LinearMapping.Of(metric, ratings)!;
        Near(Number(row, "slope"), line.Slope);
        Near(Number(row, "intercept"), line.Intercept);
        var error = PredictionError.Of(ratings, [.. metric.Select(line.Map)], Values(row, "half"), LinearMapping.Freedom)!;
        Near(Number(row, "rmse"), error.Rmse);
        Near(Number(row, "star"), error.EpsilonInsensitiveRmse);
        Near(Number(row, "outliers"), error.OutlierRatio);
        Assert.Equal(error, MetricAgreement.Of(metric, ratings, Values(row, "half")).Error);
    });

    [Fact]
    public void Bimodality_coefficients() => ForEach("bimodality", 5, row => Near(Number(row, "b"), Bimodality.Coefficient(Values(row, "values"))));

    /// <summary>SciPy's noncentral t is itself good to about 1e-9.</summary>
    [Fact]
    public void Power_of_the_paired_t_test() => ForEach("power", 60, row =>
        Assert.Equal(Number(row, "power"), SampleSize.PairedPower(row.GetProperty("n").GetInt32(), Number(row, "ratio"), 1, Number(row, "alpha")), 1e-8));

    [Fact]
    public void Listeners_needed_for_a_difference() => ForEach("sizes", 6, row =>
        Assert.Equal(row.GetProperty("n").GetInt32(), SampleSize.ForPairedDifference(-10 * Number(row, "ratio"), 10, Number(row, "alpha"), Number(row, "power"))));

    [Fact]
    public void Listeners_needed_for_a_width() => ForEach("widths", 5, row =>
        Assert.Equal(row.GetProperty("n").GetInt32(), SampleSize.ForHalfWidth(Number(row, "half"), Number(row, "deviation"))));

    [Fact]
    public void Forecasts() => ForEach("forecast", 4, row =>
    {
        var forecast = Forecast.Of(Values(row, "means"), Number(row, "target"))!;
        Near(Number(row, "half"), forecast.HalfWidth);
        Assert.Equal(row.GetProperty("more").GetInt32(), forecast.More);
        Assert.Equal(row.GetProperty("atMost").GetInt32(), forecast.MoreAtMost);
    });

    private static void ForEach(string name, int atLeast, Action<JsonElement> check)
    {
        var rows = Golden.GetProperty(name).EnumerateArray().ToList();
        Assert.True(rows.Count >= atLeast, $"{rows.Count} rows of {name}");
        Assert.All(rows, check);
    }

    private static double Number(JsonElement row, string name) => row.GetProperty(name).GetDouble();

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetDouble())];

    private static double[] Values(JsonElement row, string name) => Numbers(row.GetProperty(name));

    private static double? Maybe(JsonElement row, string name) =>
        row.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    private static void Near(JsonElement expected, Interval? actual)
    {
        Assert.Equal(expected.ValueKind is JsonValueKind.Null, actual is null);
        if (actual is not { } interval) return;
        Near(Numbers(expected)[0], interval.Low, 1e-11);
        Near(Numbers(expected)[1], interval.High, 1e-11);
    }

    /// <summary>To 1e-8 of the value; ends of intervals that are roots are found to an absolute accuracy by either side.</summary>
    private static void Near(double? expected, double? actual, double absolute = 1e-15)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is not { } value) return;
        var tolerance = (1e-8 * Math.Abs(value)) + absolute;
        Assert.InRange(actual!.Value, value - tolerance, value + tolerance);
    }
}
