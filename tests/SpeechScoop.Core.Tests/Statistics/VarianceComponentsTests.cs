using CsCheck;
using SpeechScoop.Statistics;

namespace SpeechScoop.Tests.Statistics;

public class VarianceComponentsTests
{
    private static readonly Gen<double[][]> Takes = Gen.Double[-10, 10].Array[2, 6].Array[2, 8];

    /// <summary>Worked by hand: means 2, 5; squares within 2 + 2 of 2 + 2 degrees, between 3 · (1.5² + 1.5²) of 1.</summary>
    [Fact]
    public void Two_groups_of_three_split_as_worked_by_hand()
    {
        var split = VarianceComponents.Of([[1, 2, 3], [4, 5, 6]])!;
        Assert.Equal(1, split.WithinDeviation, 1e-12);
        Assert.Equal((13.5 - 1) / 3, split.BetweenVariance, 1e-12);
        Assert.Equal(12.5 / (13.5 + 2), split.Intraclass!.Value.Value, 1e-12);
        Assert.Equal((2, 6, 3), (split.Groups, split.Count, split.PerGroup));
    }

    /// <summary>R: y &lt;- c(1,3,2,2,5,6,7,9,10); g &lt;- factor(c(1,1,2,2,2,3,3,3,3)); anova(aov(y ~ g)) has mean squares 33 and 3.</summary>
    [Fact]
    public void Groups_of_unequal_size_use_n0()
    {
        var split = VarianceComponents.Of([[1, 3], [2, 2, 5], [6, 7, 9, 10]])!;
        Assert.Equal((9 - (29 / 9.0)) / 2, split.PerGroup, 1e-12);
        Assert.Equal(3, split.WithinDeviation * split.WithinDeviation, 1e-12);
        Assert.Equal((33.0 - 3) / split.PerGroup, split.BetweenVariance, 1e-9);
    }

    [Fact]
    public void Groups_alike_have_a_between_variance_below_zero_and_no_between_deviation()
    {
        var split = VarianceComponents.Of([[1, 5], [2, 4], [0, 6.5]])!;
        Assert.True(split.BetweenVariance < 0);
        Assert.Equal(0, split.BetweenDeviation);
    }

    [Fact]
    public void Shifting_changes_nothing_and_stretching_stretches_both() => Takes.Sample(groups =>
    {
        if (VarianceComponents.Of(groups) is not { } split) return;
        var moved = VarianceComponents.Of(groups.Select(group => group.Select(value => (3 * value) + 7).ToArray()))!;
        Assert.Equal(3 * split.WithinDeviation, moved.WithinDeviation, 1e-8);
        Assert.Equal(9 * split.BetweenVariance, moved.BetweenVariance, 1e-7);
        Assert.InRange(split.WithinDeviation, split.WithinInterval.Low, split.WithinInterval.High);
    }, seed: "0000KGUqZp51", iter: 200);

    [Fact]
    public void Without_two_groups_or_a_second_value_nothing_can_be_split()
    {
        Assert.Null(VarianceComponents.Of([]));
        Assert.Null(VarianceComponents.Of([[1, 2, 3], []]));
        Assert.Null(VarianceComponents.Of([[1], [2], [3]]));
        Assert.Null(VarianceComponents.Of([[1, 2], [2, 1]])!.Intraclass);
    }
}
