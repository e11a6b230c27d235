using CsCheck;
using SpeechScoop.Statistics;
using MedianEstimate = SpeechScoop.Statistics.MedianEstimate;

namespace SpeechScoop.Tests.Statistics;

public class ListeningStatisticsTests
{
    private static readonly Gen<double[]> Differences = Gen.Int[-3, 3].Select(value => (double)value).Array[1, 30];

    /// <summary>Hollander and Wolfe's depression scores. R: x and y as in example(wilcox.test); wilcox.test(x, y, paired = TRUE)$p.value.</summary>
    [Fact]
    public void The_signed_rank_test_of_the_textbook_gives_its_p_value()
    {
        double[] x = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30], y = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
        var test = WilcoxonSignedRank.Of([.. x.Zip(y, (a, b) => a - b)])!;
        Assert.Equal(40, test.PositiveRanks);
        Assert.Equal(0.0390625, test.P, 1e-12);
    }

    /// <summary>R: d &lt;- c(1,1,2,-1,3,-2,0,4,4,rep(c(1,2,-1),20)); wilcox.test(d, exact = FALSE)$p.value</summary>
    [Fact]
    public void Many_tied_differences_are_tested_as_R_does()
    {
        var test = WilcoxonSignedRank.Of([1, 1, 2, -1, 3, -2, 0, 4, 4, .. Enumerable.Repeat(new double[] { 1, 2, -1 }, 20).SelectMany(d => d)])!;
        Assert.False(test.Exact);
        Assert.Equal((68, 1), (test.N, test.Zeros));
        Assert.Equal(3.22893657404e-05, test.P, 1e-15);
    }

    /// <summary>
    /// python3, numpy: medians of np.repeat(v.ravel(), np.outer(a, b).ravel()), a and b how often each row and column came in as many draws with
    /// replacement; quantiles p and 1 - p with p = scipy.stats.norm.cdf(-scipy.stats.t.ppf(.975, 4)), 400,000 draws.
    /// </summary>
    [Fact]
    public void The_medians_interval_lies_between_the_expanded_quantiles_of_two_way_draws()
    {
        double[][] table = [[62, 55, 71, 48, 66], [70, 58, 75, 52, 69], [45, 40, 60, 39, 51], [81, 66, 88, 61, 77], [55, 50, 64, 47, 58], [68, 61, 79, 50, 72]];
        var cells = table.SelectMany((row, listener) => row.Select((value, item) => (listener, item, value))).Reverse().ToArray();
        var found = ClusterBootstrap.TwoWayMedian([.. cells.Select(cell => cell.listener)], [.. cells.Select(cell => cell.item)], [.. cells.Select(cell => cell.value)], resamples: 40_000)!;
        Assert.Equal((61.0, 30), (found.Median, found.N));
        Assert.Equal(45, found.Interval!.Value.Low, 1.0);
        Assert.Equal(78, found.Interval!.Value.High, 1.0);
        Assert.Equal(new MedianEstimate(3, new(2, 4), 2), ClusterBootstrap.TwoWayMedian([0, 1], [4, 4], [2, 4]));
        Assert.Null(ClusterBootstrap.TwoWayMedian([0, 0], [1, 2], [2, 4])!.Interval);
        Assert.Null(ClusterBootstrap.TwoWayMedian([], [], []));
    }

    /// <summary>Student's own sleep data. R: t.test(sleep$extra[1:10] - sleep$extra[11:20])</summary>
    [Fact]
    public void The_paired_t_test_of_students_sleep_data_gives_its_p_value()
    {
        var test = StudentTest.Of([-1.2, -2.4, -1.3, -1.3, 0.0, -1.0, -1.8, -0.8, -4.6, -1.4])!;
        Assert.Equal(-4.06212768338204, test.Statistic, 1e-11);
        Assert.Equal(0.00283289019738, test.P, 1e-13);
        Assert.Equal(-2.45988576327698, test.Estimate.Interval!.Value.Low, 1e-9);
        Assert.Equal(-0.70011423672302, test.Estimate.Interval!.Value.High, 1e-9);
    }

    /// <summary>R: power.t.test(delta = .5, sd = 1, power = .8, type = "paired")$n is 33.367; power.t.test(n = 10, delta = 1, sd = 1.2, type = "paired", strict = TRUE)$power</summary>
    [Fact]
    public void Power_is_what_R_says()
    {
        Assert.Equal(34, SampleSize.ForPairedDifference(0.5, 1));
        Assert.Equal(0.651226586025, SampleSize.PairedPower(10, 1, 1.2), 1e-9);
    }

    [Theory]
    [InlineData(12, 16, 0.0384063720703)]
    [InlineData(9, 10, 0.0107421875)]
    public void Abx_results_have_the_tabled_p_values(int right, int trials, double p) => Assert.Equal(p, BinomialTest.AboveChance(right, trials)!.Value, 1e-12);

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, 5)]
    [InlineData(10, 9)]
    [InlineData(16, 12)]
    [InlineData(0, null)]
    public void Abx_needs_so_many_right(int trials, int? right) => Assert.Equal(right, BinomialTest.SuccessesNeeded(trials));

    /// <summary>R: fivenum(x), whose hinges count the median in both halves.</summary>
    [Theory]
    [InlineData(new double[] { 3 }, 3, 3, 3)]
    [InlineData(new double[] { 5, 1, 3, 2, 4 }, 2, 3, 4)]
    [InlineData(new double[] { 7, 15, 36, 39, 40, 41 }, 15, 37.5, 40)]
    [InlineData(new double[] { 6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49 }, 25.5, 40, 42.5)]
    public void Quartiles_are_medians_of_halves_that_share_the_middle_value(double[] values, double lower, double median, double upper) =>
        Assert.Equal(new Quartiles(lower, median, upper), Quartiles.Of(values));

    [Fact]
    public void A_value_on_the_fence_is_no_outlier()
    {
        var quartiles = new Quartiles(40, 50, 60);
        Assert.False(quartiles.IsOutlier(10));
        Assert.False(quartiles.IsOutlier(90));
        Assert.True(quartiles.IsOutlier(9.999));
        Assert.True(quartiles.IsOutlier(90.001));
    }

    [Fact]
    public void Two_camps_are_bimodal_and_one_hump_is_not()
    {
        Assert.True(Bimodality.Coefficient([.. Enumerable.Repeat(10.0, 12), .. Enumerable.Repeat(90.0, 12)]) > Bimodality.Suspicious);
        Assert.True(Bimodality.Coefficient([1, 2, 2, 3, 3, 3, 3, 4, 4, 5]) < Bimodality.Suspicious);
    }

    [Fact]
    public void Holm_leaves_the_order_of_p_values_and_never_lowers_one() => Gen.Double[0, 1].Array[1, 20].Sample(p =>
    {
        var adjusted = HolmCorrection.Of(p);
        Assert.All(p.Zip(adjusted), pair => Assert.InRange(pair.Second, pair.First, 1));
        Assert.Equal([.. adjusted.Order()], Enumerable.Range(0, p.Length).OrderBy(i => p[i]).Select(i => adjusted[i]));
    });

    [Fact]
    public void Paired_tests_do_not_depend_on_which_condition_is_named_first() => Differences.Sample(differences =>
    {
        var (one, other) = (PairedTests.Of(differences)!, PairedTests.Of([.. differences.Select(d => -d)])!);
        Assert.Equal(one.Wilcoxon?.P, other.Wilcoxon?.P);
        Assert.Equal(one.Wilcoxon?.RankBiserial, -other.Wilcoxon?.RankBiserial);
        Assert.Equal(one.SignFlip.P, other.SignFlip.P);
        Assert.Equal(one.Effect?.Dz ?? 0, -other.Effect?.Dz ?? 0, 1e-12);
    });

    [Fact]
    public void Differences_that_are_equal_but_for_rounding_are_tied_and_those_of_zero_left_out()
    {
        var test = WilcoxonSignedRank.Of([0.1 + 0.2, 0.3, -0.3, 0.1 + 0.2 - 0.3])!;
        Assert.Equal((4, 2, 3, 1), (test.PositiveRanks, test.NegativeRanks, test.N, test.Zeros));
        Assert.Equal([2.5, 2.5, 1, 4], Ranks.Of([0.1 + 0.2, 0.3, -7, 5]).Values);
        Assert.Equal([1.5, 1.5], Ranks.Of([0, 0]).Values);
    }

    [Fact]
    public void P_values_are_probabilities() => Differences.Sample(differences =>
    {
        var tests = PairedTests.Of(differences)!;
        Assert.InRange(tests.SignFlip.P, 1e-9, 1);
        Assert.InRange(tests.Wilcoxon?.P ?? 1, 1e-12, 1);
        Assert.InRange(SequentialTest.OfMean(differences, -3, 3).P, 1e-300, 1);
    });

    [Fact]
    public void Pairs_that_all_agree_are_not_tested_and_break_nothing()
    {
        var tests = PairedTests.Of([0, 0, 0])!;
        Assert.Null(tests.Wilcoxon);
        Assert.Null(tests.Student);
        Assert.Null(tests.Effect);
        Assert.Equal(1, tests.SignFlip.P);
        Assert.Null(StudentTest.Of([0.3, 0.3, 0.3]));
    }

    [Fact]
    public void Nothing_rated_is_nothing_estimated()
    {
        Assert.Null(PairedTests.Of([]));
        Assert.Null(ClusterBootstrap.TwoWay([], [], []));
        Assert.Null(ListenerMean.Of([], []));
        Assert.Null(FriedmanTest.Of([]));
        Assert.Null(FriedmanTest.Of([[1, 1], [2, 2]]));
        Assert.Null(BinomialTest.AboveChance(0, 0));
        Assert.Null(Correlation.Pearson([], []));
        Assert.Null(Correlation.Spearman([1, 1, 1], [1, 2, 3]));
        Assert.Null(PredictionError.Of([1], [1]));
        Assert.Null(LinearMapping.Of([2, 2], [1, 3]));
        Assert.Equal(new MetricAgreement(null, null, null, null, 2), MetricAgreement.Of([2, 2], [1, 3]));
        Assert.Equal(new MetricAgreement(null, null, null, null, 0), MetricAgreement.Of([], []));
        Assert.Null(Bimodality.Coefficient([1, 2, 3]));
        Assert.Null(Bimodality.Coefficient([2, 2, 2, 2]));
        Assert.Null(Forecast.Of([3], 0.1));
        Assert.Equal(new SequentialTest(0, 1, 1, new(-3, 3), null), SequentialTest.OfMean([], -3, 3));
        Assert.Equal(new SequentialTest(0, 1, 1, new(0, 1), null), SequentialTest.OfPreference([]));
    }

    [Fact]
    public void One_listener_or_one_item_says_nothing_about_others()
    {
        Assert.Equal(new ClusterEstimate(2.5, null, 1, 2, 2), ClusterBootstrap.TwoWay([7, 7], [0, 1], [2, 3]));
        Assert.Equal(new ClusterEstimate(2.5, null, 2, 1, 2), ClusterBootstrap.TwoWay([0, 1], [4, 4], [2, 3]));
        Assert.Null(ClusterBootstrap.ByListener([0, 0], [2, 3])!.Interval);
    }

    [Fact]
    public void A_cluster_bootstrap_repeats_with_its_seed_in_whatever_order_the_ratings_come()
    {
        int[] listeners = [.. Enumerable.Range(0, 60).Select(i => i / 6)], items = [.. Enumerable.Range(0, 60).Select(i => i % 6)];
        double[] values = [.. Enumerable.Range(0, 60).Select(i => 1.0 + (i * i % 5))];
        var expected = ClusterBootstrap.TwoWay(listeners, items, values)!;
        var reversed = ClusterBootstrap.TwoWay([.. listeners.Reverse()], [.. items.Reverse()], [.. values.Reverse()])!;
        Assert.Equal(expected.Interval!.Value.Low, reversed.Interval!.Value.Low, 1e-12);
        Assert.Equal(expected.Interval!.Value.High, reversed.Interval!.Value.High, 1e-12);
        Assert.NotEqual(ClusterBootstrap.TwoWay(listeners, items, values), ClusterBootstrap.TwoWay(listeners, items, values, seed: 3));
    }

    [Fact]
    public void A_listener_who_rated_more_counts_once()
    {
        var mean = ListenerMean.Of([5, 5, 5, 9], [1, 1, 1, 3])!;
        Assert.Equal([1, 3], mean.Means);
        Assert.Equal((2, 2, 4), (mean.Estimate.Mean, mean.Estimate.N, mean.Ratings));
    }

    [Fact]
    public void Errors_within_the_listeners_uncertainty_count_nothing()
    {
        var error = PredictionError.Of([3, 4, 2], [3.2, 3.7, 2.5], [0.2, 0.4, 0.1])!;
        Assert.Equal(Math.Sqrt(0.38 / 2), error.Rmse, 1e-12);
        Assert.Equal(Math.Sqrt(0.16 / 2), error.EpsilonInsensitiveRmse!.Value, 1e-7);
        Assert.Equal(1.0, PredictionError.Of([1, 3], [2, 2], [0, 0])!.OutlierRatio);
    }

    [Fact]
    public void A_target_already_reached_needs_no_more_listeners()
    {
        var forecast = Forecast.Of([3, 3.1, 2.9, 3, 3.05], 0.5)!;
        Assert.Equal((0, 0), (forecast.More, forecast.MoreAtMost));
    }

    [Fact]
    public void What_no_test_can_show_has_no_sample_size()
    {
        Assert.Null(SampleSize.ForPairedDifference(0, 1));
        Assert.Null(SampleSize.ForPairedDifference(1e-4, 1));
        Assert.Null(SampleSize.ForHalfWidth(1e-6, 1));
    }

    [Fact]
    public void A_sequential_test_rejects_exactly_where_its_interval_leaves_zero() =>
        Gen.Select(Gen.Int[-3, 3].Array[1, 60], Gen.Int[-1, 1]).Sample((votes, shift) =>
        {
            double[] differences = [.. votes.Select(vote => Math.Clamp(vote + (double)shift, -3, 3))];
            foreach (var test in new[] { SequentialTest.OfMean(differences, -3, 3), SequentialTest.OfSymmetry(differences, -3, 3) })
            {
                var excluded = test.Interval is { Low: > 1e-9 } or { High: < -1e-9 };
                Assert.Equal(test.StoppedAt is not null, excluded);
                Assert.Equal(test.P <= 0.05, test.StoppedAt is not null);
            }
        });

    [Fact]
    public void Overwhelming_evidence_overflows_to_certainty_not_to_nonsense()
    {
        var test = SequentialTest.OfMean([.. Enumerable.Repeat(1.0, 3000)], -1, 1);
        Assert.Equal(0, test.P);
        Assert.InRange(test.Interval!.Value.Low, 0.9, 1);
        Assert.False(double.IsNaN(test.EValue));
        Assert.InRange(SequentialTest.OfPreference([.. Enumerable.Repeat(true, 3000)]).P, 0, 1e-300);
    }

    [Fact]
    public void Wrong_arguments_are_bugs_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => ClusterBootstrap.TwoWay([1], [1, 2], [3]));
        Assert.Throws<ArgumentException>(() => ListenerMean.Of([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => FriedmanTest.Of([[1, 2], [1, 2, 3]]));
        Assert.Throws<ArgumentException>(() => Correlation.Pearson([1, 2], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => HolmCorrection.Of([1.1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => HolmCorrection.Of([double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SequentialTest.OfMean([3.5], -3, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => SequentialTest.OfMean([double.NaN], -3, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => SequentialTest.OfMean([1], 0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => SequentialTest.OfSymmetry([-4], -3, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialTest.AboveChance(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.PairedPower(1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForPairedDifference(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Forecast.Of([1, 2], 0));
    }
}
