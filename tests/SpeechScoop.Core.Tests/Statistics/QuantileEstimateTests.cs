using SpeechScoop.Statistics;

namespace SpeechScoop.Tests.Statistics;

public sealed class QuantileEstimateTests
{
    private static double[] Ascending(int count) => [.. Enumerable.Range(1, count).Select(value => (double)value)];

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(17)]
    [InlineData(1000)]
    public void At_one_half_it_is_the_median(int count)
    {
        var (quantile, median) = (QuantileEstimate.OfSorted(Ascending(count), 0.5)!, MedianEstimate.Of(Ascending(count))!);
        Assert.Equal((median.Median, median.Interval, median.N), (quantile.Value, quantile.Interval, quantile.N));
    }

    [Fact]
    public void The_ninetieth_percentile_has_an_interval_from_36_values_on()
    {
        Assert.Null(QuantileEstimate.OfSorted(Ascending(35), 0.9)!.Interval);
        Assert.Equal(36, QuantileEstimate.OfSorted(Ascending(36), 0.9)!.Interval!.Value.High);
        Assert.Null(QuantileEstimate.OfSorted([], 0.9));
    }

    [Fact]
    public void The_interval_covers_the_quantile_as_often_as_it_says()
    {
        var (random, covered) = (new SeededRandom(7), 0);
        for (var draw = 0; draw < 4000; draw++)
        {
            double[] sorted = [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble()).Order()];
            if (QuantileEstimate.OfSorted(sorted, 0.9)!.Interval is { } interval && interval.Low <= 0.9 && interval.High >= 0.9) covered++;
        }
        Assert.InRange(covered / 4000.0, 0.945, 0.995);
    }
}
