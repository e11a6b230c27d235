using CsCheck;
using SpeechScoop.Statistics;

namespace SpeechScoop.Tests.Statistics;

public class AgreementTests
{
    private static readonly Gen<RaterScore[]> Scores =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 6], Gen.Int[1, 5], (rater, item, value) => new RaterScore($"r{rater}", $"i{item}", value)).Array[2, 60];

    [Fact]
    public void Full_agreement_is_one_and_no_variation_says_nothing()
    {
        RaterScore[] same = [new("a", "x", 1), new("b", "x", 1), new("a", "y", 4), new("b", "y", 4)];
        Assert.All(Enum.GetValues<MeasurementLevel>(), level => Assert.Equal((1, null), (KrippendorffAlpha.Of(same, level)!.Alpha, KrippendorffAlpha.Of(same, level)!.Interval)));
        Assert.Equal(1, IntraclassCorrelation.Of(same)!.AgreementSingle!.Value.Value);
        RaterScore[] flat = [.. same.Select(score => score with { Value = 3 })];
        Assert.Null(KrippendorffAlpha.Of(flat, MeasurementLevel.Interval)!.Alpha);
        Assert.Null(IntraclassCorrelation.Of(flat));
    }

    [Fact]
    public void One_rating_of_an_item_says_nothing_about_agreement()
    {
        Assert.Null(KrippendorffAlpha.Of([], MeasurementLevel.Ordinal));
        Assert.Null(KrippendorffAlpha.Of([new("a", "x", 1), new("a", "y", 2)], MeasurementLevel.Ordinal));
        var alpha = KrippendorffAlpha.Of([new("a", "x", 1), new("b", "x", 2), new("a", "y", 2)], MeasurementLevel.Ordinal)!;
        Assert.Equal((1, 2, null), (alpha.Items, alpha.Values, alpha.Interval));
        Assert.Null(IntraclassCorrelation.Of([new("a", "x", 1), new("a", "y", 2)]));
        Assert.Null(SubjectModel.Of([new("a", "x", 1), new("a", "y", 2)]));
    }

    [Fact]
    public void Alpha_never_exceeds_one_and_its_interval_is_ordered_and_finite() => Scores.Sample(scores =>
    {
        foreach (var level in Enum.GetValues<MeasurementLevel>())
        {
            var found = KrippendorffAlpha.Of(scores, level);
            Assert.False(found?.Alpha > 1 + 1e-12);
            if (found?.Interval is { } interval) Assert.True(double.IsFinite(interval.Low) && interval.Low <= interval.High && interval.High <= 1);
        }
    });

    [Fact]
    public void Ordinal_alpha_depends_on_order_alone() => Scores.Sample(scores =>
    {
        var stretched = scores.Select(score => score with { Value = Math.Pow(score.Value, 3) });
        var (before, after) = (KrippendorffAlpha.Of(scores, MeasurementLevel.Ordinal)?.Alpha, KrippendorffAlpha.Of(stretched, MeasurementLevel.Ordinal)?.Alpha);
        Assert.Equal(before ?? 9, after ?? 9, 1e-9);
    });

    [Fact]
    public void Consistency_forgives_a_bias_that_agreement_does_not()
    {
        double[] quality = [1, 2, 3, 4, 2.5];
        RaterScore[] scores = [.. quality.Index().SelectMany(item => (RaterScore[])[new("a", $"{item.Index}", item.Item), new("b", $"{item.Index}", item.Item + 1)])];
        var found = IntraclassCorrelation.Of(scores)!;
        Assert.Equal(1, found.ConsistencySingle!.Value.Value, 1e-9);
        Assert.InRange(found.AgreementSingle!.Value.Value, 0.3, 0.9);
    }

    [Fact]
    public void Raters_who_contradict_each_other_give_finite_numbers()
    {
        Assert.Null(IntraclassCorrelation.Of([new("a", "1", 1), new("b", "1", 5), new("a", "2", 5), new("b", "2", 1)])); // no item differs from another
        var found = IntraclassCorrelation.Of([new("a", "1", 1), new("b", "1", 5), new("a", "2", 5), new("b", "2", 1), new("a", "3", 3), new("b", "3", 3.1)])!;
        foreach (var form in new[] { found.OneWaySingle, found.OneWayAverage, found.AgreementSingle!.Value, found.AgreementAverage!.Value, found.ConsistencySingle!.Value })
        {
            Assert.InRange(form.Value, -1, 1);
            Assert.InRange(form.Interval.Low, -1, form.Value);
            Assert.InRange(form.Interval.High, form.Value, 1);
        }
    }

    [Fact]
    public void Of_an_incomplete_table_the_items_that_everybody_scored_are_used()
    {
        RaterScore[] scores =
        [
            new("a", "1", 1), new("b", "1", 2), new("a", "2", 3), new("b", "2", 3), new("a", "3", 5), new("b", "3", 4), new("a", "4", 2), new("b", "1", 2),
        ];
        var found = IntraclassCorrelation.Of(scores)!;
        Assert.Equal((3, 2), (found.Items, found.Raters));
        Assert.NotNull(found.AgreementSingle);
        RaterScore[] blocks = [new("a", "1", 1), new("b", "1", 2), new("b", "2", 4), new("c", "2", 5), new("c", "3", 3), new("a", "3", 3)];
        var incomplete = IntraclassCorrelation.Of(blocks)!;
        Assert.Null(incomplete.AgreementSingle);
        Assert.Equal((3, 3, 0, 2.0), (incomplete.Items, incomplete.Raters, incomplete.LeftOut, incomplete.RatersPerItem));
    }

    [Fact]
    public void A_biased_and_a_careless_rater_are_found_and_disturb_the_corrected_scores_less()
    {
        var random = new SeededRandom(11);
        double[] quality = [.. Enumerable.Range(0, 40).Select(_ => 1.5 + (3 * random.NextDouble()))];
        double Noise() => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6;
        RaterScore[] scores =
        [
            .. from rater in Enumerable.Range(0, 16)
               from item in Enumerable.Range(0, quality.Length)
               select new RaterScore($"r{rater}", $"i{item}", quality[item] + (rater == 3 ? 0.9 : 0) + ((rater == 7 ? 2.0 : 0.4) * Noise())),
        ];
        var found = SubjectModel.Of(scores)!;
        Assert.InRange(found.Raters[3].Bias, 0.6, 1.05);
        Assert.Equal("r7", found.Raters.MaxBy(rater => rater.Inconsistency)!.Rater);
        Assert.InRange(found.Raters[7].Inconsistency, 1.5, 2.5);
        Assert.Equal(0, found.Raters.Average(rater => rater.Bias), 1e-9);
        double Error(Func<ModelledItem, double> value) => found.Items.Index().Sum(item => Math.Pow(value(item.Item) - quality[item.Index] - (0.9 / 16), 2));
        Assert.True(Error(item => item.Quality) < 0.7 * Error(item => item.Mean));
    }

    [Fact]
    public void Intervals_of_corrected_scores_cover_the_true_quality_as_often_as_they_say()
    {
        var random = new SeededRandom(12);
        double Noise() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var (covered, all) = (0, 0);
        for (var simulation = 0; simulation < 50; simulation++)
        {
            double[] quality = [.. Enumerable.Range(0, 40).Select(_ => 1.5 + (3 * random.NextDouble()))], bias = [.. Enumerable.Range(0, 30).Select(_ => 0.4 * Noise())];
            RaterScore[] scores =
            [
                .. from rater in Enumerable.Range(0, bias.Length)
                   from item in Enumerable.Range(0, quality.Length)
                   select new RaterScore($"{rater}", $"{item}", quality[item] + bias[rater] - bias.Average() + ((0.5 + (rater / 60.0)) * Noise())),
            ];
            foreach (var (index, item) in SubjectModel.Of(scores)!.Items.Index())
            {
                all++;
                if (quality[index] >= item.Interval.Low && quality[index] <= item.Interval.High) covered++;
            }
        }
        Assert.InRange((double)covered / all, 0.93, 0.97);
    }

    [Fact]
    public void The_interval_of_a_mean_over_items_follows_from_the_whole_information_matrix()
    {
        // Five raters, six items, each rater without one of them. The covariance of qualities under Σ Δ = 0, here from the bordered matrix of all parameters at once.
        const int Raters = 5, Items = 6;
        var random = new SeededRandom(4);
        RaterScore[] scores = [.. from rater in Enumerable.Range(0, Raters) from item in Enumerable.Range(0, Items) where item != rater select new RaterScore($"{rater}", $"{item}", 3 + (item / 3.0) + (rater / 5.0) + random.NextDouble())];
        var model = SubjectModel.Of(scores)!;
        var order = model.Items.Index().ToDictionary(item => item.Item.Item, item => item.Index);
        var raters = model.Raters.Index().ToDictionary(rater => rater.Item.Rater, rater => rater.Index);
        var whole = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(Items + Raters + 1, Items + Raters + 1);
        foreach (var score in scores)
        {
            var (item, rater) = (order[score.Item], Items + raters[score.Rater]);
            var weight = Math.Pow(model.Raters[raters[score.Rater]].Inconsistency, -2);
            foreach (var (row, column) in ((int, int)[])[(item, item), (rater, rater), (item, rater), (rater, item)]) whole[row, column] += weight;
        }
        for (var rater = 0; rater < Raters; rater++) (whole[Items + rater, Items + Raters], whole[Items + Raters, Items + rater]) = (1, 1);
        var covariance = whole.Inverse();
        string[] chosen = ["1", "2", "4"];
        var variance = chosen.Sum(a => chosen.Sum(b => covariance[order[a], order[b]])) / 9;
        var freedom = scores.Length - Items - Raters + 1;
        var half = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, freedom, 0.975) * Math.Sqrt(variance * scores.Length / freedom);
        var interval = model.IntervalOfMean(chosen)!.Value;
        Assert.Equal(half, (interval.High - interval.Low) / 2, 1e-9);
        Assert.Equal(chosen.Average(item => model.Items[order[item]].Quality), (interval.High + interval.Low) / 2, 1e-9);
    }

    [Fact]
    public void Raters_without_common_items_are_pointed_out()
    {
        Assert.False(SubjectModel.Of([new("a", "x", 1), new("b", "y", 5)])!.Connected);
        Assert.Null(SubjectModel.Of([new("a", "x", 1), new("a", "x", 2), new("b", "y", 5), new("b", "y", 4)])!.IntervalOfMean(["x"]));
        Assert.True(SubjectModel.Of([new("a", "x", 1), new("b", "x", 5)])!.Connected);
    }

    [Fact]
    public void A_panel_of_one_mind_converges()
    {
        var found = SubjectModel.Of([new("a", "x", 1), new("b", "x", 1), new("a", "y", 4), new("b", "y", 4)])!;
        Assert.True(found.Converged);
        Assert.Equal([1, 4], found.Items.Select(item => item.Quality));
    }

    [Fact]
    public void Votes_at_both_ends_alone_have_the_largest_spread()
    {
        // Many votes, half 1 and half 5: variance 4 · n / (n − 1), which is all that the scale allows.
        var votes = Enumerable.Range(0, 10_000).Select(i => i % 2 == 0 ? 1.0 : 5).ToArray();
        Assert.Equal(1, StandardDeviationOfOpinionScores.Of([votes, votes], 1, 5)!.A, 1e-3);
        Assert.Equal(0, StandardDeviationOfOpinionScores.Of([[3.0, 3, 3], [2.0, 2]], 1, 5)!.A);
        Assert.Null(StandardDeviationOfOpinionScores.Of([[3.0]], 1, 5));
        Assert.Null(StandardDeviationOfOpinionScores.Of([[5.0, 5]], 1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => StandardDeviationOfOpinionScores.Of([[3.0, 4]], 5, 5));
    }
}
