using SpeechScoop.Metrics;
using SpeechScoop.Statistics;
using SpeechScoop.TokenizerLab;

namespace SpeechScoop.Core.Tests.TokenizerLab;

public sealed class RateDistortionTests
{
    private const string Metric = "snr";

    [Fact]
    public void Each_domain_has_a_panel_and_several_have_one_together_before_them()
    {
        var panels = RateDistortion.Of([Made("a", "1", "speech", 10), Made("b", "1", "speech", 20), Made("a", "2", "animal", 4), Made("b", "2", "animal", 6)], Metric);
        Assert.Equal([null, "speech", "animal"], panels.Select(panel => panel.Domain));
        Assert.Equal([2, 1, 1], panels.Select(panel => panel.Clips));
        Assert.Equal([7.0, 13.0], panels[0].Points.Select(point => point.Estimate!.Mean));
        Assert.Equal([10.0, 20.0], panels[1].Points.Select(point => point.Estimate!.Mean));
        Assert.Equal(["speech"], RateDistortion.Of([Made("a", "1", "speech", 10)], Metric).Select(panel => panel.Domain));
    }

    [Fact]
    public void A_mean_has_the_bootstrap_interval_over_clips_whatever_order_they_come_in()
    {
        double[] values = [3, 9, 4, 7, 12, 5, 8, 6];
        ReconstructedClip[] outputs = [.. values.Select((value, i) => Made("a", $"clip {i}", "speech", value))];
        var point = RateDistortion.Of(outputs, Metric)[0].Points[0];
        var expected = ClusterBootstrap.ByListener([.. Enumerable.Range(0, values.Length)], values)!;
        Assert.Equal(expected, point.Estimate);
        Assert.InRange(point.Estimate!.Mean, point.Estimate.Interval!.Value.Low, point.Estimate.Interval.Value.High);
        Assert.Equal(point.Estimate, RateDistortion.Of([.. outputs.Reverse()], Metric)[0].Points[0].Estimate);
        Assert.Null(RateDistortion.Of([outputs[0]], Metric)[0].Points[0].Estimate!.Interval);
    }

    [Fact]
    public void The_bit_rate_is_bits_through_seconds_with_its_range_and_none_where_a_clip_has_none()
    {
        ReconstructedClip[] outputs = [Made("a", "1", "speech", 1) with { BitRate = 1000, Seconds = 9 }, Made("a", "2", "speech", 1) with { BitRate = 2000, Seconds = 1 }];
        var point = RateDistortion.Of(outputs, Metric)[0].Points[0];
        Assert.Equal((1100.0, 1000.0, 2000.0), (point.BitRate, point.LowestBitRate, point.HighestBitRate));
        Assert.Null(RateDistortion.Of([outputs[0], outputs[1] with { BitRate = null }], Metric)[0].Points[0].BitRate);
    }

    [Fact]
    public void What_is_not_valid_is_no_number_but_a_reason_told_once()
    {
        var refusals = new Dictionary<string, string> { [Metric] = "it is no speech" };
        var refused = Made("a", "2", "music", 0) with { Values = new Dictionary<string, double>(), Refusals = refusals };
        var panel = RateDistortion.Of([Made("a", "1", "speech", 5), refused, refused with { Clip = "3" }], Metric)[0];
        Assert.Equal((1, 2, 5.0), (panel.Points[0].N, panel.Points[0].Refused, panel.Points[0].Estimate!.Mean));
        Assert.Equal(["it is no speech"], panel.Points[0].Reasons);
        var music = RateDistortion.Of([refused], Metric)[0].Points[0];
        Assert.Null(music.Estimate);
    }

    [Fact]
    public void An_exact_copy_makes_the_mean_infinite_which_is_told_and_not_averaged()
    {
        var point = RateDistortion.Of([Made("a", "1", "speech", 5), Made("a", "2", "speech", double.PositiveInfinity)], Metric)[0].Points[0];
        Assert.Equal((2, 1), (point.N, point.Exact));
        Assert.Null(point.Estimate);
    }

    [Fact]
    public void Conditions_that_speak_of_other_clips_are_noticed()
    {
        Assert.True(RateDistortion.Of([Made("a", "1", "speech", 1), Made("b", "1", "speech", 2)], Metric)[0].SameClips);
        Assert.False(RateDistortion.Of([Made("a", "1", "speech", 1), Made("a", "2", "speech", 1), Made("b", "1", "speech", 2)], Metric)[0].SameClips);
    }

    [Fact]
    public void The_worst_clip_comes_first_by_the_metrics_direction()
    {
        ReconstructedClip[] outputs = [Made("a", "1", "speech", 5), Made("a", "2", "speech", 1), Made("b", "1", "speech", 9), Made("b", "2", "speech", 1)];
        Assert.Equal([1.0, 1, 5, 9], WorstClips.Of(outputs, Metric, MetricDirection.HigherIsBetter).Select(output => output.Values[Metric]));
        Assert.Equal("a", WorstClips.Of(outputs, Metric, MetricDirection.HigherIsBetter)[0].Condition);
        Assert.Equal([9.0, 5, 1, 1], WorstClips.Of(outputs, Metric, MetricDirection.LowerIsBetter).Select(output => output.Values[Metric]));
        Assert.Empty(WorstClips.Of(outputs, Metric, MetricDirection.Neutral));
        Assert.Empty(WorstClips.Of(outputs, "other", MetricDirection.HigherIsBetter));
    }

    [Fact]
    public void Codebook_use_is_counted_by_condition_and_domain()
    {
        var uses = CodebookUse.Of([Tokens("a", "speech", 0, 1, 2, 3), Tokens("a", "speech", 0, 1, 2, 3), Tokens("a", "animal", 7, 7, 7, 7)]).Value;
        Assert.Equal([null, "speech", "animal"], uses.Select(use => use.Domain));
        Assert.Equal([3, 2, 1], uses.Select(use => use.Clips));
        Assert.Equal([5, 4, 1], uses.Select(use => use.Statistics.Codebooks[0].Used));
        Assert.Equal(4.0, uses[1].Statistics.Codebooks[0].Perplexity, 1e-12);
        Assert.Equal(1.0, uses[2].Statistics.Codebooks[0].Perplexity, 1e-12);
        Assert.Empty(CodebookUse.Of([]).Value);
    }

    [Fact]
    public void Tokens_of_one_condition_with_different_codebooks_are_damaged() =>
        Assert.Equal("tokens-damaged", CodebookUse.Of([Tokens("a", "speech", 1), Tokens("a", "speech", 2) with { Codes = [[1], [2]] }]).Error?.Code);

    private static ReconstructedClip Made(string condition, string clip, string domain, double value) =>
        new(condition, clip, domain, 1000, 1, new Dictionary<string, double> { [Metric] = value }, new Dictionary<string, string>());

    private static ClipTokens Tokens(string condition, string domain, params int[] codes) => new(condition, domain, [codes], 8, 1);
}
