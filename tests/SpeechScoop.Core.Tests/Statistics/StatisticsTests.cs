using CsCheck;
using SpeechScoop.Statistics;
using MedianEstimate = SpeechScoop.Statistics.MedianEstimate;

namespace SpeechScoop.Tests.Statistics;

public class StatisticsTests
{
    private static readonly Gen<double[]> Values = Gen.Double[-50, 50].Array[1, 40];

    /// <summary>Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 5.</summary>
    [Theory]
    [InlineData(81, 263, 0.2527, 0.3676)]
    [InlineData(15, 148, 0.0578, 0.1617)]
    [InlineData(0, 20, 0.0000, 0.1684)]
    [InlineData(1, 29, 0.0009, 0.1776)]
    public void Exact_intervals_are_the_published_ones(int successes, int trials, double low, double high)
    {
        var interval = Proportion.ExactInterval(successes, trials)!.Value;
        Assert.Equal(low, Math.Round(interval.Low, 4));
        Assert.Equal(high, Math.Round(interval.High, 4));
    }

    /// <summary>Two-sided 5 % points of Student's t for 1, 4, 9 and 30 degrees of freedom, as in any printed table.</summary>
    [Theory]
    [InlineData(2, 12.706)]
    [InlineData(5, 2.776)]
    [InlineData(10, 2.262)]
    [InlineData(31, 2.042)]
    public void A_t_interval_is_the_tabled_number_of_standard_errors_wide(int n, double t)
    {
        var estimate = MeanEstimate.Of([.. Enumerable.Range(0, n).Select(i => (double)i)])!;
        var standardErrors = (estimate.Interval!.Value.High - estimate.Mean) / (estimate.StandardDeviation!.Value / Math.Sqrt(n));
        Assert.Equal(t, Math.Round(standardErrors, 3));
    }

    [Fact]
    public void Nothing_observed_is_nothing_estimated()
    {
        Assert.Null(MeanEstimate.Of([]));
        Assert.Null(MedianEstimate.Of([]));
        Assert.Null(BoxStatistics.Of([]));
        Assert.Null(RatioEstimate.Of([]));
        Assert.Null(RatioEstimate.Of([(3, 0)]));
        Assert.Null(Proportion.ExactInterval(0, 0));
        Assert.Null(Proportion.SignTest(0, 0));
    }

    [Fact]
    public void One_observation_has_a_value_and_no_interval()
    {
        Assert.Equal(new MeanEstimate(4, null, null, 1), MeanEstimate.Of([4]));
        Assert.Equal(new MedianEstimate(4, null, 1), MedianEstimate.Of([4]));
        Assert.Equal(new RatioEstimate(0.25, null, 1, 8), RatioEstimate.Of([(2, 8)]));
    }

    [Theory]
    [InlineData(2, 10_000)]
    [InlineData(10_000, 10_000)]
    [InlineData(40_000, 2_500)]
    [InlineData(100_000, 1_000)]
    [InlineData(1_000_000, 1_000)]
    public void Very_many_clusters_are_drawn_anew_less_often(int clusters, int resamples) => Assert.Equal(resamples, RatioEstimate.ResamplesOf(clusters, RatioEstimate.UsualResamples));

    [Fact]
    public void Counts_and_the_same_ratios_of_parts_of_counts_have_the_same_interval()
    {
        // Halves are no counts: they are summed in another way, of the same draws.
        var random = new SeededRandom(5);
        var counts = Enumerable.Range(0, 50).Select(_ => ((double)random.Next(9), (double)(1 + random.Next(30)))).ToArray();
        var whole = RatioEstimate.Of(counts, 500)!;
        var halves = RatioEstimate.Of([.. counts.Select(pair => (pair.Item1 / 2, pair.Item2 / 2))], 500)!;
        Assert.Equal((whole.Value, whole.Interval, 500), (halves.Value, halves.Interval, halves.Resamples));
    }

    [Fact]
    public void Agreement_gives_an_interval_of_no_width() =>
        Assert.Equal(new Interval(3, 3), MeanEstimate.Of([3, 3, 3])!.Interval);

    [Fact]
    public void Six_values_are_the_fewest_with_a_median_interval_at_95_percent()
    {
        Assert.Null(MedianEstimate.Of([1, 2, 3, 4, 5])!.Interval);
        Assert.Equal(new Interval(1, 6), MedianEstimate.Of([3, 1, 2, 6, 5, 4])!.Interval);
    }

    [Fact]
    public void A_sign_test_does_not_depend_on_which_side_is_named_first() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[1, 500]).Sample((a, b) => Assert.Equal(Proportion.SignTest(a, b), Proportion.SignTest(b, a)));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(8, 7)]
    [InlineData(500, 500)]
    public void A_result_as_even_as_can_be_has_a_p_value_of_exactly_one(int wins, int losses) => Assert.Equal(1.0, Proportion.SignTest(wins, losses));

    [Fact]
    public void Exact_intervals_of_a_share_and_of_its_complement_mirror_each_other() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[1, 300]).Sample((a, b) =>
        {
            var (share, rest) = (Proportion.ExactInterval(a, a + b)!.Value, Proportion.ExactInterval(b, a + b)!.Value);
            Assert.Equal(share.Low, 1 - rest.High, 1e-9);
            Assert.Equal(share.High, 1 - rest.Low, 1e-9);
            Assert.InRange((double)a / (a + b), share.Low, share.High);
        });

    [Fact]
    public void Shifting_and_scaling_values_shifts_and_scales_mean_median_and_box() => Values.Sample(values =>
    {
        double[] moved = [.. values.Select(value => (2 * value) + 7)];
        var (before, after) = (BoxStatistics.Of(values)!, BoxStatistics.Of(moved)!);
        Assert.Equal((2 * MeanEstimate.Of(values)!.Mean) + 7, MeanEstimate.Of(moved)!.Mean, 1e-9);
        Assert.Equal((2 * MedianEstimate.Of(values)!.Median) + 7, MedianEstimate.Of(moved)!.Median, 1e-9);
        Assert.Equal((2 * before.LowerQuartile) + 7, after.LowerQuartile, 1e-9);
        Assert.Equal((2 * before.UpperQuartile) + 7, after.UpperQuartile, 1e-9);
    });

    [Fact]
    public void A_box_is_in_order_and_loses_no_value() => Values.Sample(values =>
    {
        var box = BoxStatistics.Of(values)!;
        Assert.True(box.LowerWhisker <= box.Median && box.LowerQuartile <= box.Median && box.Median <= box.UpperQuartile && box.Median <= box.UpperWhisker);
        Assert.Equal(values.Length, box.Outliers.Count + values.Count(value => value >= box.LowerWhisker && value <= box.UpperWhisker));
    });

    [Fact]
    public void A_bootstrap_interval_repeats_with_its_seed_and_moves_with_another()
    {
        (double, double)[] clusters = [.. Enumerable.Range(0, 40).Select(i => (i % 7 + 0.5, 20.0 + (i % 11)))];
        Assert.Equal(RatioEstimate.Of(clusters, seed: 5), RatioEstimate.Of(clusters, seed: 5));
        Assert.NotEqual(RatioEstimate.Of(clusters, seed: 5)!.Interval, RatioEstimate.Of(clusters, seed: 6)!.Interval);
    }

    [Fact]
    public void A_bootstrap_of_equal_clusters_has_no_width()
    {
        var interval = RatioEstimate.Of([(1, 10), (1, 10), (1, 10)])!.Interval!.Value;
        Assert.Equal(0.1, interval.Low, 1e-12);
        Assert.Equal(0.1, interval.High, 1e-12);
    }

    [Fact]
    public void Recordings_without_words_count_their_insertions_and_break_nothing()
    {
        var estimate = RatioEstimate.Of([(2, 0), (1, 10)])!;
        Assert.Equal(0.3, estimate.Value, 1e-12);
        Assert.True(double.IsFinite(estimate.Interval!.Value.High));
    }

    /// <summary>Seeded, so the count is always the same; ±3 standard errors of a 95 % coverage over 2000 samples.</summary>
    [Fact]
    public void A_t_interval_of_normal_values_covers_the_true_mean_95_times_in_100()
    {
        var random = new SeededRandom(11);
        var covered = Enumerable.Range(0, 2000).Count(_ =>
        {
            double[] sample = [.. Enumerable.Range(0, 8).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
            return MeanEstimate.Of(sample)!.Interval is { } interval && interval.Low <= 0 && interval.High >= 0;
        });
        Assert.InRange(covered, 1871, 1929);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_level_outside_zero_to_one_is_a_bug_of_the_caller(double level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MeanEstimate.Of([1, 2], level));
}
