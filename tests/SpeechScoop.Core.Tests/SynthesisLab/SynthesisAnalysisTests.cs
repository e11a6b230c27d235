using System.Text.Json;
using SpeechScoop.Metrics;
using SpeechScoop.SynthesisLab;
using SpeechScoop.Tests;
using static SpeechScoop.Core.Tests.SynthesisLab.Takes;

namespace SpeechScoop.Core.Tests.SynthesisLab;

public sealed class SynthesisAnalysisTests
{
    private static readonly Dictionary<string, MetricDirection> Directions = new() { ["score"] = MetricDirection.HigherIsBetter };

    private static SynthesisAnalysis Analyse(params SynthesisTake[] takes) =>
        SynthesisAnalysis.Of(takes, Directions, new("score", MetricDirection.HigherIsBetter), (_, _) => null);

    [Fact]
    public void Eight_prompts_with_six_seeds_give_the_golden_numbers()
    {
        using var golden = JsonDocument.Parse(File.ReadAllText(SharedMaterial.PathTo("golden", "golden_stats.json")));
        var expected = golden.RootElement.GetProperty("instability");
        var found = Analyse(Table(expected.GetProperty("scores").Deserialize<double[][]>()!, expected.GetProperty("failures").Deserialize<int[][]>()!));

        var spread = Assert.Single(found.Spread);
        Assert.Equal(expected.GetProperty("mean").GetDouble(), spread.Mean.Value, 1e-12);
        Assert.Equal(expected.GetProperty("within_prompt_sd").GetDouble(), spread.Within!.Value, 1e-12);
        Assert.Equal(expected.GetProperty("between_prompt_sd").GetDouble(), spread.Between!.Value, 1e-12);
        Assert.Equal(expected.GetProperty("icc1").GetDouble(), spread.Icc!.Value, 1e-12);
        Assert.InRange(spread.Icc.Value, spread.IccLow!.Value, spread.IccHigh!.Value);
        Assert.InRange(spread.Within.Value, spread.Within.Low!.Value, spread.Within.High!.Value);
        Assert.Equal((8, 48), (spread.Prompts, spread.Takes));

        var failures = Assert.Single(found.Failures);
        Assert.Equal(expected.GetProperty("failure_rate").GetDouble(), failures.All.Rate, 1e-12);
        Assert.Equal(expected.GetProperty("failure_wilson95")[0].GetDouble(), failures.All.Interval.Low, 1e-9);
        Assert.Equal(expected.GetProperty("failure_wilson95")[1].GetDouble(), failures.All.Interval.High, 1e-9);
        Assert.Equal(failures.All.Rate, failures.ByPrompt.Value, 1e-12);

        var curve = Assert.Single(found.Success);
        Assert.Equal(6, curve.Points.Count);
        foreach (var point in curve.Points.Take(3))
        {
            Assert.Equal(expected.GetProperty("pass_at_k").GetProperty($"{point.K}").GetDouble(), point.AnyPasses.Value, 1e-12);
            Assert.Equal(expected.GetProperty("all_pass_k").GetProperty($"{point.K}").GetDouble(), point.AllPass.Value, 1e-12);
        }

        var bias = Assert.Single(found.DemoBias);
        Assert.Equal(expected.GetProperty("best_of_k_mean").GetDouble(), bias.Best, 1e-12);
        Assert.Equal(expected.GetProperty("worst_of_k_mean").GetDouble(), bias.Worst, 1e-12);
        Assert.Equal(bias.Best - bias.Typical, bias.Bias.Value, 1e-12);
    }

    [Fact]
    public void Takes_of_one_prompt_that_are_all_alike_have_no_spread_and_no_bias()
    {
        var found = Analyse(Table([[2, 2, 2], [5, 5, 5], [3, 3, 3]]));
        var spread = Assert.Single(found.Spread);
        Assert.Equal(0, spread.Within!.Value);
        Assert.Equal(1, spread.Icc);
        Assert.Equal(0, Assert.Single(found.DemoBias).Bias.Value);
    }

    [Fact]
    public void One_take_a_prompt_has_a_mean_and_no_spread()
    {
        var spread = Assert.Single(Analyse(Table([[2], [5], [3]])).Spread);
        Assert.Equal(10 / 3.0, spread.Mean.Value, 1e-12);
        Assert.Null(spread.Within);
        Assert.Null(spread.Icc);
    }

    [Fact]
    public void One_prompt_has_numbers_without_intervals_over_prompts()
    {
        var found = Analyse(Take("a", 0, 1, failures: "silence"), Take("a", 1, 3));
        Assert.Null(Assert.Single(found.Spread).Mean.Low);
        Assert.Null(Assert.Single(found.Success).Points[0].AnyPasses.Low);
        // Wilson's interval counts takes, not prompts.
        Assert.InRange(Assert.Single(found.Failures).All.Interval.Low, 0.05, 0.1);
    }

    [Fact]
    public void A_lower_value_is_the_better_one_where_the_metric_says_so()
    {
        var found = SynthesisAnalysis.Of(Table([[0.4, 0.1, 0.2]]), new Dictionary<string, MetricDirection> { ["score"] = MetricDirection.LowerIsBetter },
            new("score", MetricDirection.LowerIsBetter), (_, _) => null);
        var bias = Assert.Single(found.DemoBias);
        Assert.Equal((0.1, 0.2, 0.4), (bias.Best, bias.Typical, bias.Worst));
        Assert.Equal(0.1, bias.Bias.Value, 1e-12);
        var cell = Assert.Single(found.Cells);
        Assert.Equal(("voice/p0/1", "voice/p0/2", "voice/p0/0"), (cell.Best, cell.Typical, cell.Worst));
        Assert.Equal((0.1, 0.2, 0.4), (cell.BestValue, cell.TypicalValue, cell.WorstValue));
    }

    [Fact]
    public void A_neutral_metric_has_spread_and_no_best_take()
    {
        var found = SynthesisAnalysis.Of(Table([[1, 2], [3, 4]]), new Dictionary<string, MetricDirection> { ["score"] = MetricDirection.Neutral }, new(null, MetricDirection.Neutral), (_, _) => null);
        Assert.Single(found.Spread);
        Assert.Empty(found.DemoBias);
    }

    [Fact]
    public void A_take_that_failed_stands_behind_every_take_that_passes()
    {
        var found = Analyse(Take("a", 0, 5, failures: "truncation"), Take("a", 1, 2), Take("a", 2, 3), Take("a", 3, clip: null, failures: "no-audio"));
        var cell = Assert.Single(found.Cells);
        Assert.Equal(("voice/a/2", "voice/a/1", "voice/a/0"), (cell.Best, cell.Typical, cell.Worst));
        Assert.Equal((4, 2), (cell.Takes, cell.Failed));
        Assert.Equal(["no-audio", "truncation"], cell.Failures);
    }

    [Fact]
    public void A_cell_without_any_clip_has_nothing_to_hear()
    {
        var cell = Assert.Single(Analyse(Take("a", 0, clip: null, failures: "no-audio")).Cells);
        Assert.Null(cell.Best);
        Assert.Equal(1, cell.Failed);
    }

    [Fact]
    public void Repetitions_of_a_seed_count_in_determinism_only()
    {
        var found = Analyse(Take("a", 0, 1, seed: 7, clip: "x"), Take("a", 1, 9, seed: 8, clip: "y"), Take("a", 2, 1.5, seed: 7, clip: "x") with { Repeats = true });
        Assert.Equal((2, 1), (found.Takes, found.Repetitions));
        Assert.Equal(5, Assert.Single(found.Spread).Mean.Value);
        var determinism = Assert.Single(found.Determinism);
        Assert.Equal((1, 1), (determinism.Pairs, determinism.SameBits));
        Assert.Equal(0.5, Assert.Single(determinism.Metrics).Largest, 1e-12);
    }

    [Fact]
    public void Conditions_are_kept_apart_and_kinds_of_failure_are_shared()
    {
        var found = Analyse(Take("a", 0, 1, "first", failures: "silence"), Take("a", 0, 2, "second", failures: ["babble", "truncation"]), Take("b", 0, 2, "second", failures: "babble"));
        Assert.Equal(["first", "second"], found.Failures.Select(summary => summary.Condition));
        Assert.All(found.Failures, summary => Assert.Equal(["babble", "silence", "truncation"], summary.Kinds.Select(kind => kind.Kind)));
        Assert.Equal([1, 0, 0.5], found.Failures[1].Kinds.Select(kind => kind.Rate.Rate));
        Assert.Equal(1, found.Failures[1].All.Rate);
    }

    [Fact]
    public void Best_of_unequal_numbers_of_takes_goes_by_the_fewest()
    {
        var found = Analyse(Take("a", 0, 1), Take("a", 1, 2), Take("a", 2, 100), Take("b", 0, 3), Take("b", 1, 5));
        var bias = Assert.Single(found.DemoBias);
        Assert.Equal(2, bias.Takes);
        Assert.Equal(3.5, bias.Best);
        Assert.Equal(2, Assert.Single(found.Success).Points.Count);
    }

    [Fact]
    public void No_takes_give_an_empty_analysis()
    {
        var found = Analyse();
        Assert.Empty(found.Cells);
        Assert.Empty(found.Spread);
        Assert.Equal(0, found.Takes);
    }

    [Fact]
    public void Speed_is_told_both_ways_with_its_tails()
    {
        var takes = Enumerable.Range(1, 20).Select(k => Take("a", k) with { AudioSeconds = 2, ProcessingSeconds = k, FirstAudioSeconds = 0.1 * k });
        var speed = Assert.Single(Analyse([.. takes, Take("b", 0)]).Speed);
        Assert.Equal(5.25, speed.RealTimeFactor.Median, 1e-12);
        Assert.Equal(2 / 10.5, speed.TimesRealTime.Median, 0.02);
        Assert.Equal(19.05, speed.ProcessingSeconds.P95, 1e-12);
        Assert.Equal(1.05, speed.FirstAudioSeconds!.Median, 1e-12);
        Assert.Equal((210, 40), (speed.TotalProcessingSeconds, speed.TotalAudioSeconds));
        Assert.Equal(20, speed.RealTimeFactor.N);
    }
}
