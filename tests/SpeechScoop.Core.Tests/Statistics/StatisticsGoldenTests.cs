using System.Text.Json;
using SpeechScoop.Statistics;
using SpeechScoop.Tests.Golden;

namespace SpeechScoop.Tests.Statistics;

/// <summary>Against SciPy, NumPy and exact fractions (Golden/make_statistics_golden.py).</summary>
public class StatisticsGoldenTests
{
    private static readonly JsonElement Golden = GoldenFile.Read("statistics.json");

    [Fact]
    public void Means_and_their_t_intervals() => ForEach("mean", 20, row =>
    {
        var estimate = MeanEstimate.Of(Values(row, "values"), row.GetProperty("level").GetDouble())!;
        Near(row.GetProperty("mean").GetDouble(), estimate.Mean);
        Near(Maybe(row, "deviation"), estimate.StandardDeviation);
        Near(row, estimate.Interval);
    });

    [Fact]
    public void Exact_binomial_intervals() => ForEach("binomial", 30, row => Near(row, Proportion.ExactInterval(
        row.GetProperty("successes").GetInt32(), row.GetProperty("trials").GetInt32(), row.GetProperty("level").GetDouble())));

    [Fact]
    public void Sign_tests() => ForEach("sign", 10, row =>
        Near(row.GetProperty("p").GetDouble(), Proportion.SignTest(row.GetProperty("wins").GetInt32(), row.GetProperty("losses").GetInt32())));

    [Fact]
    public void Boxes() => ForEach("box", 8, row =>
    {
        var box = BoxStatistics.Of(Values(row, "values"))!;
        Near(row.GetProperty("median").GetDouble(), box.Median);
        Near(row.GetProperty("q1").GetDouble(), box.LowerQuartile);
        Near(row.GetProperty("q3").GetDouble(), box.UpperQuartile);
        Assert.Equal(row.GetProperty("low").GetDouble(), box.LowerWhisker);
        Assert.Equal(row.GetProperty("high").GetDouble(), box.UpperWhisker);
        Assert.Equal(Values(row, "outliers"), box.Outliers);
    });

    [Fact]
    public void Medians_and_their_rank_intervals() => ForEach("median", 16, row =>
    {
        var estimate = MedianEstimate.Of(Values(row, "values"), row.GetProperty("level").GetDouble())!;
        Near(row.GetProperty("median").GetDouble(), estimate.Median);
        Near(row, estimate.Interval);
    });

    [Fact]
    public void Bootstrap_intervals_of_few_clusters_lie_between_quantiles_of_all_possible_resamples() => ForEach("ratioExact", 3, row =>
    {
        var interval = RatioEstimate.Of(Clusters(row), resamples: 40_000, level: row.GetProperty("level").GetDouble())!.Interval!.Value;
        var (low, high) = (Values(row, "low"), Values(row, "high"));
        Assert.InRange(interval.Low, low[0], low[1]);
        Assert.InRange(interval.High, high[0], high[1]);
    });

    [Fact]
    public void Bootstrap_intervals_of_many_clusters_agree_with_scipy_to_two_percent_of_their_width() => ForEach("ratioMany", 2, row =>
    {
        var estimate = RatioEstimate.Of(Clusters(row), resamples: 100_000)!;
        Near(row.GetProperty("value").GetDouble(), estimate.Value);
        var expected = Values(row, "interval");
        var width = expected[1] - expected[0];
        Assert.InRange(estimate.Interval!.Value.Low - expected[0], -0.02 * width, 0.02 * width);
        Assert.InRange(estimate.Interval!.Value.High - expected[1], -0.02 * width, 0.02 * width);
    });

    private static void ForEach(string name, int atLeast, Action<JsonElement> check)
    {
        var rows = Golden.GetProperty(name).EnumerateArray().ToList();
        Assert.True(rows.Count >= atLeast, $"{rows.Count} rows of {name}");
        Assert.All(rows, check);
    }

    private static double[] Values(JsonElement row, string name) => [.. row.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    private static double? Maybe(JsonElement row, string name) =>
        row.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    private static (double, double)[] Clusters(JsonElement row) =>
        [.. row.GetProperty("clusters").EnumerateArray().Select(pair => (pair[0].GetDouble(), pair[1].GetDouble()))];

    private static void Near(JsonElement row, Interval? actual)
    {
        if (row.GetProperty("interval").ValueKind is JsonValueKind.Null)
        {
            Assert.Null(actual);
            return;
        }
        var expected = Values(row, "interval");
        Near(expected[0], actual?.Low);
        Near(expected[1], actual?.High);
    }

    private static void Near(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        // 1e-11: ends of exact binomial intervals are roots, found to an absolute accuracy by either side.
        if (expected is { } value) Assert.InRange(actual!.Value, value - (1e-8 * Math.Abs(value)) - 1e-11, value + (1e-8 * Math.Abs(value)) + 1e-11);
    }
}
