using System.Text.Json;
using CsCheck;
using SpeechScoop.Metrics;
using SpeechScoop.Statistics;
using SpeechScoop.SynthesisLab;

namespace SpeechScoop.Tests.SynthesisLab;

public class InstabilityTests
{
    private static readonly Gen<PromptTakes[]> Prompts =
        Gen.Int[1, 12].SelectMany(takes => Gen.Int[0, takes].Select(passed => new PromptTakes(takes, passed))).Array[1, 8];

    [Fact]
    public void Spread_within_and_between_prompts_comes_out_as_expected()
    {
        var golden = Golden();
        var split = VarianceComponents.Of(Rows(golden, "scores"))!;
        Near(golden, "mean", split.Mean);
        Near(golden, "within_prompt_sd", split.WithinDeviation);
        Near(golden, "between_prompt_sd", split.BetweenDeviation);
        Near(golden, "icc1", split.Intraclass!.Value.Value);
    }

    [Fact]
    public void Best_and_worst_of_k_come_out_as_expected()
    {
        var golden = Golden();
        var spread = TakeSpread.Of(Rows(golden, "scores"), MetricDirection.HigherIsBetter)!;
        Near(golden, "best_of_k_mean", spread.Best);
        Near(golden, "worst_of_k_mean", spread.Worst);
        Assert.Equal(spread.Best - spread.Typical, spread.DemoBias.Mean, 1e-12);
        Assert.InRange(spread.DemoBias.Mean, spread.DemoBias.Interval!.Value.Low, spread.DemoBias.Interval.Value.High);
        Assert.Equal((8, 6, 6), (spread.Prompts, spread.FewestTakes, spread.MostTakes));
    }

    [Fact]
    public void Failures_and_passes_come_out_as_expected()
    {
        var golden = Golden();
        PromptTakes[] prompts = [.. Rows(golden, "failures").Select(row => new PromptTakes(row.Length, row.Count(failed => failed == 0)))];
        var failures = TakeReliability.Failures(prompts)!;
        Near(golden, "failure_rate", failures.Rate);
        Assert.Equal(golden.GetProperty("failure_wilson95")[0].GetDouble(), failures.Interval.Low, 1e-9);
        Assert.Equal(golden.GetProperty("failure_wilson95")[1].GetDouble(), failures.Interval.High, 1e-9);
        foreach (var k in new[] { 1, 2, 3 })
        {
            Near(golden.GetProperty("pass_at_k"), $"{k}", TakeReliability.PassAtK(prompts, k)!.Mean);
            Near(golden.GetProperty("all_pass_k"), $"{k}", TakeReliability.AllPassK(prompts, k)!.Mean);
        }
    }

    [Fact]
    public void More_takes_pass_at_least_once_more_often_and_all_less_often() => Prompts.Sample(prompts =>
    {
        var fewest = prompts.Min(prompt => prompt.Takes);
        for (var k = 1; k < fewest; k++)
        {
            Assert.True(TakeReliability.PassAtK(prompts, k + 1)!.Mean >= TakeReliability.PassAtK(prompts, k)!.Mean - 1e-12);
            Assert.True(TakeReliability.AllPassK(prompts, k + 1)!.Mean <= TakeReliability.AllPassK(prompts, k)!.Mean + 1e-12);
        }
        Assert.Equal(TakeReliability.PassAtK(prompts, 1)!.Mean, TakeReliability.AllPassK(prompts, 1)!.Mean, 1e-12);
    }, seed: "0000KGUqZp51", iter: 200);

    /// <summary>C(700, 500) alone is beyond double precision; the quotient is not.</summary>
    [Fact]
    public void Hundreds_of_takes_do_not_overflow()
        => Assert.Equal(0.4, TakeReliability.PassAtK([new(1000, 400)], 1)!.Mean, 1e-12);

    [Fact]
    public void Where_lower_is_better_the_best_take_is_the_lowest()
    {
        var spread = TakeSpread.Of([[1, 2, 9], [4, 4, 4]], MetricDirection.LowerIsBetter)!;
        Assert.Equal((2.5, 3, 6.5), (spread.Best, spread.Typical, spread.Worst));
        Assert.Equal(0.5, spread.DemoBias.Mean);
        Assert.Null(TakeSpread.Of([[1, 2]], MetricDirection.Neutral));
        Assert.Null(TakeSpread.Of([[]], MetricDirection.LowerIsBetter));
    }

    [Fact]
    public void Prompts_with_too_few_takes_are_left_out_and_impossible_counts_refused()
    {
        Assert.Equal(1, TakeReliability.PassAtK([new(1, 0), new(3, 3)], 2)!.Mean);
        Assert.Null(TakeReliability.PassAtK([new(1, 0)], 2));
        Assert.Null(TakeReliability.Failures([]));
        Assert.Throws<ArgumentException>(() => TakeReliability.Failures([new(2, 3)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => TakeReliability.PassAtK([new(2, 1)], 0));
    }

    /// <summary>R: prop.test(0, 10, correct = FALSE)$conf.int and prop.test(7, 10, correct = FALSE)$conf.int.</summary>
    [Fact]
    public void Wilsons_interval_is_that_of_R()
    {
        Assert.Equal(0, Proportion.WilsonInterval(0, 10)!.Value.Low);
        Assert.Equal(0.2775328, Proportion.WilsonInterval(0, 10)!.Value.High, 1e-7);
        Assert.Equal(0.3967781, Proportion.WilsonInterval(7, 10)!.Value.Low, 1e-7);
        Assert.Equal(0.8922087, Proportion.WilsonInterval(7, 10)!.Value.High, 1e-7);
        Assert.Equal(1, Proportion.WilsonInterval(10, 10)!.Value.High);
        Assert.Null(Proportion.WilsonInterval(0, 0));
    }

    private static JsonElement Golden() => JsonDocument.Parse(File.ReadAllBytes(SharedMaterial.PathTo("golden", "golden_stats.json"))).RootElement.GetProperty("instability");

    private static double[][] Rows(JsonElement golden, string name)
        => [.. golden.GetProperty(name).EnumerateArray().Select(row => row.EnumerateArray().Select(value => value.GetDouble()).ToArray())];

    private static void Near(JsonElement golden, string name, double found) => Assert.Equal(golden.GetProperty(name).GetDouble(), found, 1e-9);
}
