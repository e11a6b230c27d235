using CsCheck;
using SpeechScoop.Recognition;
using SpeechScoop.Statistics;

namespace SpeechScoop.Tests.Recognition.Ranking;

public class RankingTests
{
    private static RateMatrix Matrix(params double[][] rows)
    {
        var rates = new double[rows.Length, rows[0].Length];
        for (var slice = 0; slice < rows.Length; slice++)
            for (var system = 0; system < rows[0].Length; system++) rates[slice, system] = rows[slice][system];
        return new RateMatrix([.. rows.Select((_, i) => $"slice {i}")], [.. rows[0].Select((_, i) => $"system {i}")], rates);
    }

    [Fact]
    public void Averages_can_name_different_kings()
    {
        var averages = RankedAverages.Of(Matrix([0.02, 0.03], [0.02, 0.03], [0.30, 0.25]));
        Assert.False(averages.Agree);
        Assert.Equal((1, 0, 0), (RankedAverages.King(averages.MeanRate), RankedAverages.King(averages.MeanRank), RankedAverages.King(averages.RelativeRate!)));
        Assert.Equal((0.02 + 0.02 + 0.30) / 3, averages.MeanRate[0], 12);
        Assert.Equal([4.0 / 3, 5.0 / 3], averages.MeanRank, (one, other) => Math.Abs(one - other) < 1e-12);
        Assert.Equal(1, averages.RelativeRate!.Aggregate(1.0, (product, value) => product * value), 10);
    }

    [Fact]
    public void A_rate_of_zero_has_no_relative_average() => Assert.Null(RankedAverages.Of(Matrix([0, 0.1], [0.1, 0.2])).RelativeRate);

    [Fact]
    public void A_system_that_is_second_everywhere_can_be_king_under_no_weighting_and_one_between_specialists_can()
    {
        var share = CrownShare.Of(Matrix([0.1, 0.3, 0.15, 0.2], [0.3, 0.1, 0.15, 0.25]));
        Assert.Equal([true, true, true, false], share.CanBeKing);
        Assert.Equal(1, share.Shares.Sum(), 12);
        Assert.Equal(0, share.Shares[3]);
        // Between weights ¼ and ¾ on the first slice the all-rounder wins.
        Assert.Equal(0.5, share.Shares[2], 0.02);
        Assert.Equal(2, share.King);
        Assert.Equal([1, 0], share.WithoutSlice);
    }

    [Fact]
    public void Linear_programming_agrees_with_a_search_over_weightings() => Gen.Double[0.01, 0.5].Array[12].Sample(rates =>
    {
        var matrix = Matrix(rates[..4], rates[4..8], rates[8..]);
        var reachable = new bool[4];
        for (var a = 0; a <= 60; a++)
            for (var b = 0; a + b <= 60; b++) reachable[RankedAverages.King(matrix.Means([a / 60.0, b / 60.0, (60 - a - b) / 60.0]))] = true;
        for (var system = 0; system < 4; system++)
        {
            var margin = CrownShare.BestMargin(matrix, system);
            // A search over a grid finds kings, but misses those of a small corner.
            if (reachable[system]) Assert.InRange(margin, double.NegativeInfinity, 1e-9);
            else Assert.InRange(margin, -0.02, double.PositiveInfinity);
        }
    }, iter: 200);

    [Theory]
    // scipy.stats.studentized_range.ppf(0.95, k, inf)
    [InlineData(2, 2.7718076)]
    [InlineData(3, 3.3144930)]
    [InlineData(10, 4.4741244)]
    [InlineData(17, 4.8910)]
    public void The_range_of_normal_numbers_has_its_published_quantiles(int count, double expected) => Assert.Equal(expected, NemenyiTest.StudentizedRange(0.95, count), 1e-3);

    [Fact]
    public void Seventeen_systems_on_eight_slices_need_8_73_ranks()
    {
        var random = new SeededRandom(1);
        var test = NemenyiTest.Of(Matrix([.. Enumerable.Range(0, 8).Select(_ => Enumerable.Range(0, 17).Select(_ => random.NextDouble()).ToArray())]));
        Assert.Equal(8.73, test.CriticalDifference, 2);
        Assert.False(test.TooFew);
        Assert.NotNull(test.Friedman);
        Assert.True(NemenyiTest.Of(Matrix([0.1, 0.2])).TooFew);
    }

    [Fact]
    public void Nobody_is_beaten_by_an_offer_with_something_unknown()
    {
        Offer[] offers = [new("a", 0.1, 1, 1), new("b", 0.2, 2, 2), new("c", 0.05, null, 3), new("d", 0.3, 1, 0.5), new("e", 0.2, null, 9)];
        Assert.Equal([null, "a", null, null, null], ParetoFront.BeatenBy(offers));
        Assert.Equal([null, "a"], ParetoFront.BeatenBy([new("a", 0.1, null, null), new("b", 0.2, null, null)]));
        Assert.Equal([null, null], ParetoFront.BeatenBy([new("a", 0.1, 1, null), new("b", 0.1, 1, null)]));
    }

    [Fact]
    public void A_king_and_those_who_cannot_be_told_from_it_share_a_group()
    {
        var random = new SeededRandom(3);
        var row = CrownRow.Of("noisy", [Scores(0.10), Scores(0.105), Scores(0.25)], resamples: 2000)!;
        Assert.Equal([true, false, false], row.Cells.Select(cell => cell.IsKing));
        Assert.Equal([false, true, false], row.Cells.Select(cell => cell.IsTied));
        Assert.Equal((300, 3000), (row.Utterances, row.Words));
        Assert.True(row.Cells[2].P < 0.01);
        Assert.True(row.Cells[0].Interval!.Value.Low < row.Cells[0].Rate && row.Cells[0].Rate < row.Cells[0].Interval!.Value.High);

        UtteranceScore[] Scores(double rate) => [.. Enumerable.Range(0, 300).Select(i =>
        {
            var wrong = Enumerable.Range(0, 10).Count(_ => random.NextDouble() < rate);
            return new UtteranceScore($"u{i}", null, new(10 - wrong, wrong, 0, 0), default);
        })];
    }

    [Fact]
    public void One_recording_says_nothing_about_others()
    {
        var row = CrownRow.Of("one", [[new("u", null, new(9, 1, 0, 0), default)], [new("u", null, new(8, 2, 0, 0), default)]])!;
        Assert.Null(row.Cells[1].P);
        Assert.True(row.Cells[1].IsTied);
        Assert.Null(CrownRow.Of("none", []));
        Assert.Null(CrownRow.Of("silent", [[new("u", null, new(0, 0, 0, 2), default)]]));
    }

    [Fact]
    public void Half_the_difference_needs_four_times_the_speech()
    {
        var once = MoreSpeech.Of(new(0.1, 0.12, null, null, -0.02, new Interval(-0.05, 0.01), 0.1, 0.2, 50), 3600)!;
        var half = MoreSpeech.Of(new(0.1, 0.11, null, null, -0.01, new Interval(-0.04, 0.02), 0.1, 0.2, 50), 3600)!;
        Assert.Equal(4, half.TimesAsMuch / once.TimesAsMuch, 10);
        Assert.Equal((once.TimesAsMuch - 1) * 3600, once.MoreSeconds, 6);
        Assert.Null(MoreSpeech.Of(new(0.1, 0.1, null, null, 0, new Interval(-0.01, 0.01), 0.5, 1, 50), 3600));
    }

    [Fact]
    public void A_matrix_has_a_rate_for_everyone()
    {
        Assert.Throws<ArgumentException>(() => Matrix([0.1, double.NaN]));
        Assert.Throws<ArgumentException>(() => Matrix([0.1, -1]));
        Assert.Throws<ArgumentException>(() => Matrix([0.1, 0.2]).Means([0]));
    }
}
