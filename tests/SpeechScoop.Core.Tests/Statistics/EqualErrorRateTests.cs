using System.Text.Json;
using CsCheck;
using SpeechScoop.Statistics;

namespace SpeechScoop.Tests.Statistics;

public class EqualErrorRateTests
{
    private static readonly Gen<double[]> Scores = Gen.Int[0, 20].Select(value => value / 20.0).Array[1, 30];

    [Fact]
    public void The_expected_rate_and_threshold_come_out()
    {
        var golden = JsonDocument.Parse(File.ReadAllBytes(SharedMaterial.PathTo("golden", "golden_stats.json"))).RootElement.GetProperty("eer");
        var found = EqualErrorRate.Of(Values(golden, "genuine"), Values(golden, "impostor")).Value;
        Assert.Equal(golden.GetProperty("eer").GetDouble(), found.Rate, 1e-9);
        Assert.Equal(golden.GetProperty("threshold").GetDouble(), found.Threshold, 1e-9);
    }

    /// <summary>At 3 and 4, FRR is ⅓ and ⅓, FAR ½ and 0: the lines cross at a third of the way.</summary>
    [Fact]
    public void Between_two_thresholds_the_lines_cross()
    {
        var found = EqualErrorRate.Of([2, 4, 5], [1, 3]).Value;
        Assert.Equal(1 / 3.0, found.Rate, 1e-12);
        Assert.Equal(10 / 3.0, found.Threshold, 1e-12);
    }

    [Fact]
    public void Scores_apart_give_none_and_scores_alike_a_half()
    {
        Assert.Equal(0, EqualErrorRate.Of([0.8, 0.9], [0.1, 0.2]).Value.Rate);
        Assert.Equal(0.5, EqualErrorRate.Of([0.3, 0.3], [0.3]).Value.Rate, 1e-12);
        Assert.Equal(1, EqualErrorRate.Of([0.1, 0.2], [0.8, 0.9]).Value.Rate, 1e-12);
    }

    [Fact]
    public void A_growing_map_of_scores_leaves_the_rate() => Gen.Select(Scores, Scores).Sample((genuine, impostor) =>
    {
        var rate = EqualErrorRate.Of(genuine, impostor).Value.Rate;
        Assert.InRange(rate, 0, 1);
        Assert.Equal(rate, EqualErrorRate.Of([.. genuine.Select(Math.Exp)], [.. impostor.Select(Math.Exp)]).Value.Rate, 1e-12);
        Assert.Equal(rate, EqualErrorRate.Of([.. impostor.Select(x => -x)], [.. genuine.Select(x => -x)]).Value.Rate, 0.5 / Math.Min(genuine.Length, impostor.Length) + 1e-9);
    }, seed: "0000KGUqZp51", iter: 300);

    [Fact]
    public void Missing_and_infinite_scores_are_refused()
    {
        Assert.Equal("scores-missing", EqualErrorRate.Of([], [1]).Error!.Code);
        Assert.Equal("scores-missing", EqualErrorRate.Of([1], []).Error!.Code);
        Assert.Equal("scores-not-finite", EqualErrorRate.Of([1], [double.NaN]).Error!.Code);
    }

    private static double[] Values(JsonElement row, string name) => [.. row.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
}
