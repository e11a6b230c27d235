using SpeechScoop.Statistics;

namespace SpeechScoop.Tests.Statistics;

/// <summary>
/// Simulated listeners: do intervals cover and tests err as often as they say? Every run is seeded, so that each count is always the same.
/// With 2000 experiments a share of 5 % is known to about ± 1 % (two standard errors).
/// </summary>
public class ListeningSimulationTests
{
    private readonly SeededRandom random = new(20_261_125);

    [Theory]
    [InlineData(10)]
    [InlineData(40)]
    public void The_t_interval_over_listeners_covers_95_times_in_100(int listeners) => Covers(2000, () =>
    {
        // The items are the ones of interest: their effects are part of what is estimated.
        var ratings = Ratings(listeners, items: 12, listenerSpread: 0.5, itemSpread: 0, noise: 0.8, rated: 12);
        return ListenerMean.Of(ratings.Listeners, ratings.Values)!.Estimate.Interval;
    });

    [Theory]
    [InlineData(40, 24, 24)]
    [InlineData(60, 24, 12)]
    [InlineData(100, 8, 8)]
    public void The_two_way_bootstrap_covers_95_times_in_100(int listeners, int items, int rated) => Covers(800, () =>
    {
        var ratings = Ratings(listeners, items, listenerSpread: 0.5, itemSpread: 0.5, noise: 0.7, rated);
        return ClusterBootstrap.TwoWay(ratings.Listeners, ratings.Items, ratings.Values, resamples: 400)!.Interval;
    });

    [Theory]
    [InlineData(12)]
    [InlineData(40)]
    public void The_bootstrap_by_listener_covers_95_times_in_100(int listeners) => Covers(1000, () =>
    {
        var ratings = Ratings(listeners, items: 12, listenerSpread: 0.5, itemSpread: 0, noise: 0.8, rated: 12);
        return ClusterBootstrap.ByListener(ratings.Listeners, ratings.Values, resamples: 400)!.Interval;
    });

    [Fact]
    public void Ratings_taken_as_independent_would_cover_far_less()
    {
        var covered = Count(800, () =>
        {
            var ratings = Ratings(40, items: 24, listenerSpread: 0.5, itemSpread: 0.5, noise: 0.7, rated: 24);
            return Holds(MeanEstimate.Of(ratings.Values)!.Interval, 0);
        });
        Assert.InRange(covered, 0.2, 0.7);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(30)]
    public void Paired_tests_reject_a_true_null_at_most_6_times_in_100(int listeners)
    {
        const int Experiments = 2000;
        var (student, wilcoxon, flip) = (0, 0, 0);
        for (var experiment = 0; experiment < Experiments; experiment++)
        {
            // Mean CMOS votes of six items: quarters and sixths with ties and zeros, as real listeners give them.
            double[] differences = [.. Enumerable.Range(0, listeners).Select(_ => Enumerable.Range(0, 6).Average(_ => Math.Clamp(Math.Round(Normal()), -3, 3)))];
            if (StudentTest.Of(differences)?.P <= 0.05) student++;
            if (WilcoxonSignedRank.Of(differences)?.P <= 0.05) wilcoxon++;
            if (SignFlipTest.Of(differences, resamples: 400, seed: experiment)!.P <= 0.05) flip++;
        }
        foreach (var rejected in new[] { student, wilcoxon, flip }) Assert.InRange(rejected / (double)Experiments, 0.02, 0.06);
    }

    [Fact]
    public void Friedmans_test_rejects_a_true_null_at_most_6_times_in_100() => Assert.InRange(Count(2000, () =>
        FriedmanTest.Of([.. Enumerable.Range(0, 20).Select(_ => (double[])[.. Enumerable.Range(0, 5).Select(_ => Math.Clamp(Math.Round(3 + Normal()), 1, 5))])])!.P <= 0.05), 0.03, 0.06);

    [Fact]
    public void Holm_rejects_any_of_ten_true_nulls_at_most_6_times_in_100()
    {
        var rejected = Count(1500, () => HolmCorrection.Of([.. Enumerable.Range(0, 10).Select(_ =>
            StudentTest.Of([.. Enumerable.Range(0, 15).Select(_ => Normal())])!.P)]).Min() <= 0.05);
        Assert.InRange(rejected, 0.03, 0.06);
    }

    [Fact]
    public void As_many_listeners_as_planned_show_the_difference_as_often_as_planned()
    {
        var listeners = SampleSize.ForPairedDifference(difference: 4, deviation: 9)!.Value;
        Assert.InRange(Count(2000, () => StudentTest.Of([.. Enumerable.Range(0, listeners).Select(_ => 4 + (9 * Normal()))])!.P <= 0.05), 0.78, 0.84);
    }

    /// <summary>The same votes, looked at after every listener from the fifth to the hundredth.</summary>
    [Fact]
    public void Looking_after_every_listener_keeps_the_sequential_tests_error_and_ruins_the_t_tests()
    {
        const int Experiments = 600;
        var (mean, symmetry, student) = (0, 0, 0);
        for (var experiment = 0; experiment < Experiments; experiment++)
        {
            double[] differences = [.. Enumerable.Range(0, 100).Select(_ => Math.Clamp(Math.Round(Normal() * 1.2), -3, 3))];
            if (SequentialTest.OfMean(differences, -3, 3).StoppedAt is not null) mean++;
            if (SequentialTest.OfSymmetry(differences, -3, 3).StoppedAt is not null) symmetry++;
            if (Enumerable.Range(5, 96).Any(n => StudentTest.Of(differences[..n])?.P <= 0.05)) student++;
        }
        Assert.InRange(mean / (double)Experiments, 0.001, 0.05);
        Assert.InRange(symmetry / (double)Experiments, 0.005, 0.05);
        Assert.InRange(student / (double)Experiments, 0.2, 1);
    }

    [Fact]
    public void Looking_after_every_choice_keeps_the_error_of_preference_and_identification_tests()
    {
        bool[] Choices() => [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble() < 0.5)];
        Assert.InRange(Count(1000, () => SequentialTest.OfPreference(Choices()).StoppedAt is not null), 0.005, 0.05);
        Assert.InRange(Count(1000, () => SequentialTest.OfIdentification(Choices()).StoppedAt is not null), 0.005, 0.05);
    }

    [Fact]
    public void Confidence_sequences_hold_the_true_value_at_all_looks_at_once()
    {
        // Votes on a triangle from −1 to 3: their mean is 1. The last interval is the intersection of all before.
        Assert.InRange(Count(500, () => Holds(SequentialTest.OfMean(
            [.. Enumerable.Range(0, 60).Select(_ => Math.Clamp(-1 + (2 * random.NextDouble()) + (2 * random.NextDouble()), -3, 3))], -3, 3).Interval, 1)), 0.95, 1);
        Assert.InRange(Count(500, () => Holds(SequentialTest.OfPreference(
            [.. Enumerable.Range(0, 150).Select(_ => random.NextDouble() < 0.7)]).Interval, 0.7)), 0.95, 1);
    }

    [Fact]
    public void A_clear_difference_stops_the_test_early()
    {
        int[] Stops(Func<double> difference, double end, Func<double[], double, double, double, SequentialTest> test) => [.. Enumerable.Range(0, 200).Select(_ =>
            test([.. Enumerable.Range(0, 100).Select(_ => Math.Clamp(difference(), -end, end))], -end, end, 0.05).StoppedAt ?? 101).Order()];
        int[] votes = Stops(() => 0.8 + Normal(), 3, (d, low, high, alpha) => SequentialTest.OfMean(d, low, high, alpha));
        Assert.InRange(votes[100], 5, 30);
        Assert.InRange(votes.Count(stop => stop <= 100), 195, 200);

        // Six points of MUSHRA with a spread of 10: a t test planned for a power of 80 % needs 24 listeners.
        int[] scores = Stops(() => 6 + (10 * Normal()), 100, (d, low, high, alpha) => SequentialTest.OfSymmetry(d, low, high, alpha));
        Assert.InRange(scores[100], 10, 40);
        Assert.InRange(scores.Count(stop => stop <= 100), 190, 200);
        Assert.True(Stops(() => 6 + (10 * Normal()), 100, (d, low, high, alpha) => SequentialTest.OfMean(d, low, high, alpha))[100] > 1.5 * scores[100]);
    }

    private static void Covers(int experiments, Func<Interval?> interval) => Assert.InRange(Count(experiments, () => Holds(interval(), 0)), 0.93, 0.97);

    private static bool Holds(Interval? interval, double truth) => interval is { } found && found.Low <= truth && truth <= found.High;

    private static double Count(int experiments, Func<bool> happens) => Enumerable.Range(0, experiments).Count(_ => happens()) / (double)experiments;

    /// <summary>Ratings with a true mean of 0: effect of the listener + effect of the item + noise; each listener rates a random subset.</summary>
    private (int[] Listeners, int[] Items, double[] Values) Ratings(int listeners, int items, double listenerSpread, double itemSpread, double noise, int rated)
    {
        double[] ofItem = [.. Enumerable.Range(0, items).Select(_ => itemSpread * Normal())];
        var (order, rows) = (Enumerable.Range(0, items).ToArray(), new List<(int Listener, int Item, double Value)>());
        for (var listener = 0; listener < listeners; listener++)
        {
            var ofListener = listenerSpread * Normal();
            random.Shuffle<int>(order);
            foreach (var item in order[..rated]) rows.Add((listener, item, ofListener + ofItem[item] + (noise * Normal())));
        }
        return ([.. rows.Select(row => row.Listener)], [.. rows.Select(row => row.Item)], [.. rows.Select(row => row.Value)]);
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
