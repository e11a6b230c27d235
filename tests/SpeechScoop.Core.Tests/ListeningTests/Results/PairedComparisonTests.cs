using SpeechScoop.ListeningTests;
using SpeechScoop.ListeningTests.Results;

namespace SpeechScoop.Core.Tests.ListeningTests.Results;

public sealed class PairedComparisonTests
{
    private readonly RatedTest test = new();

    private ScaleScores Scale => Assert.Single(TestResults.Of(test.Definition, test.Sessions, test.Ratings).Scales);

    [Fact]
    public void Pairs_compare_what_one_listener_heard_in_both_and_correct_over_all_pairs()
    {
        // Listeners' differences one − two: 10, 20, 30, 15, 25, 5 (the listener's offset drops out).
        double[] differences = [10, 20, 30, 15, 25, 5];
        for (var k = 0; k < differences.Length; k++)
        {
            test.Rate(TrialDesign.Mushra, "mushra", $"l{k}", "i1", "reference", 100).Rate(TrialDesign.Mushra, "mushra", $"l{k}", "i1", "two", 40 + k)
                .Rate(TrialDesign.Mushra, "mushra", $"l{k}", "i1", "one", 40 + k + differences[k]).Rate(TrialDesign.Mushra, "mushra", $"l{k}", "i1", "anchor35", 10);
        }
        // Rated in one condition only: no part of the pair.
        test.Rate(TrialDesign.Mushra, "mushra", "l0", "i2", "one", 0);

        Assert.Equal([("reference", "one"), ("reference", "two"), ("one", "two")], Scale.Pairs.Select(pair => (pair.A, pair.B)));
        var pair = Scale.Pairs[2];
        Assert.Equal((6, 17.5), (pair.Listeners, pair.Difference.Value));
        // scipy.stats.ttest_1samp([10, 20, 30, 15, 25, 5], 0): t = 4.582576, p = 0.005934
        Assert.Equal(0.005934, pair.Student!.P, 5);
        // All six signs alike: 2 / 2⁶.
        Assert.Equal(0.03125, pair.Wilcoxon!.P, 12);
        Assert.Equal(0.03125, pair.SignFlip!.P, 12);
        Assert.Equal(0.09375, pair.Wilcoxon.Holm, 12);
        Assert.Equal(1, pair.RankBiserial);
        Assert.Equal(17.5 / 9.354143, pair.Dz!.Value, 5);
    }

    [Fact]
    public void The_overall_test_takes_listeners_who_rated_everything()
    {
        for (var k = 0; k < 5; k++)
            test.Rate(TrialDesign.Mushra, "mushra", $"l{k}", "i1", "reference", 100).Rate(TrialDesign.Mushra, "mushra", $"l{k}", "i1", "one", 60 + k).Rate(TrialDesign.Mushra, "mushra", $"l{k}", "i1", "two", 30 + k);
        test.Rate(TrialDesign.Mushra, "mushra", "late", "i1", "one", 10);
        // Five listeners, three conditions, always the same order: χ² = 10, W = 1, p = e⁻⁵.
        var overall = Scale.Overall!;
        Assert.Equal((10.0, 2, 5), (Math.Round(overall.Statistic, 9), overall.DegreesOfFreedom, overall.Listeners));
        Assert.Equal(1, overall.KendallsW, 9);
        Assert.Equal(Math.Exp(-5), overall.P, 9);
    }

    [Fact]
    public void The_bootstrap_interval_speaks_about_listeners_and_items()
    {
        for (var k = 0; k < 8; k++)
            for (var item = 0; item < 4; item++) test.Rate(TrialDesign.Mushra, "mushra", $"l{k}", $"i{item}", "one", 40 + k + (10 * item));
        var score = Scale.Conditions[0];
        Assert.Equal(58.5, score.Cluster!.Value, 9);
        Assert.InRange(score.Cluster.Low!.Value, 40, 55);
        Assert.InRange(score.Cluster.High!.Value, 62, 77);
        Assert.True(score.Cluster.High - score.Cluster.Low > 2 * (score.Mean.High - score.Mean.Low), "items differ far more than listeners here");
        Assert.Contains("seed=", score.Cluster.Recipe, StringComparison.Ordinal);
        Assert.Equal(0, score.Forecast!.More);
    }

    [Fact]
    public void A_density_keeps_all_its_weight_on_the_scale()
    {
        foreach (var value in (double[])[0, 0, 3, 50, 97, 100, 100]) test.Rate(TrialDesign.Mushra, "mushra", $"l{value}{test.Ratings.Count}", "i1", "one", value);
        var density = Scale.Conditions[0].Density;
        Assert.Equal(50, density.Count);
        Assert.InRange(density.Sum() * 2, 0.98, 1.02);
    }
}
