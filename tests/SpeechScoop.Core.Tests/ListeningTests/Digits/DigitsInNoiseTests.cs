using SpeechScoop.ListeningTests;

namespace SpeechScoop.Core.Tests.ListeningTests.Digits;

public class DigitsInNoiseTests
{
    [Fact]
    public void Triplets_have_different_digits_and_each_digit_once_at_each_place_in_every_eight()
    {
        var triplets = DigitsInNoise.Triplets(7, 24);
        Assert.All(triplets, triplet => Assert.Equal(3, triplet.Distinct().Count()));
        foreach (var block in triplets.Chunk(8))
            for (var place = 0; place < 3; place++) Assert.Equal("12345689", string.Concat(block.Select(triplet => triplet[place]).Order()));
        Assert.Equal(triplets, DigitsInNoise.Triplets(7, 24));
        Assert.NotEqual(triplets, DigitsInNoise.Triplets(8, 24));
        Assert.Equal(triplets.Take(10), DigitsInNoise.Triplets(7, 10));
    }

    [Fact]
    public void The_level_goes_down_after_right_answers_and_up_after_wrong_ones_within_its_limits()
    {
        Assert.Equal([0, -2, -4, -2, -4], DigitsInNoise.Ratios([true, true, false, true]));
        Assert.Equal(DigitsInNoise.LowestDb, DigitsInNoise.Ratios([.. Enumerable.Repeat(true, 40)]).Min());
        Assert.Equal(DigitsInNoise.HighestDb, DigitsInNoise.Ratios([.. Enumerable.Repeat(false, 40)]).Max());
    }

    [Fact]
    public void The_threshold_is_the_mean_level_from_the_fifth_triplet_on_with_the_one_that_would_follow()
    {
        // 0 −2 −4 −6 | −8 −10 −8 −10 and −8 next.
        Assert.Equal((-8 - 10 - 8 - 10 - 8) / 5.0, DigitsInNoise.Threshold([true, true, true, true, true, false, true, false]));
        Assert.Throws<ArgumentOutOfRangeException>(() => DigitsInNoise.Threshold([true, true, true, true]));
    }

    [Fact]
    public void Simulated_listeners_come_out_near_their_true_thresholds()
    {
        // 2,000 listeners: a digit is understood by a logistic function of SNR with a slope of 15 % per dB in its middle, else guessed among ten.
        var random = new SeededRandom(5);
        var errors = new List<double>();
        for (var listener = 0; listener < 2000; listener++)
        {
            var middle = -12 + (10 * random.NextDouble());
            double Digit(double ratio) => 0.1 + (0.9 / (1 + Math.Exp(-4 * 0.15 / 0.9 * (ratio - middle))));
            var truth = Bisect(ratio => Math.Pow(Digit(ratio), 3) - 0.5);
            var right = new List<bool>();
            while (right.Count < 24) right.Add(random.NextDouble() < Math.Pow(Digit(DigitsInNoise.Ratios(right)[^1]), 3));
            errors.Add(DigitsInNoise.Threshold(right) - truth);
        }
        var (mean, deviation) = (errors.Average(), Math.Sqrt(errors.Average(error => error * error) - Math.Pow(errors.Average(), 2)));
        Assert.InRange(mean, -0.3, 0.3);
        Assert.InRange(deviation, 0.3, 1.2);
    }

    private static double Bisect(Func<double, double> rises)
    {
        var (low, high) = (-60.0, 60.0);
        for (var i = 0; i < 100; i++) (low, high) = rises((low + high) / 2) < 0 ? ((low + high) / 2, high) : (low, (low + high) / 2);
        return low;
    }
}
