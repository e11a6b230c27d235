using CsCheck;
using SpeechScoop.Comparisons;
using SpeechScoop.ListeningTests;
using SpeechScoop.Statistics;

namespace SpeechScoop.Tests.Comparisons;

public class ComparisonSummaryTests
{
    private readonly Rows rows = new();

    [Fact]
    public void Nothing_stored_gives_nothing_and_no_error()
    {
        var summary = rows.Summarise();
        Assert.Empty(summary.Conditions);
        Assert.Empty(summary.Preferences);
        Assert.Null(summary.WordErrorRecipe);
        Assert.Equal(new ComparisonCounts(0, 0, 0, 0, 0, 0, 0, 0, 0), summary.Counts);
    }

    [Fact]
    public void A_mean_opinion_score_has_its_t_interval_and_counts_listeners()
    {
        foreach (var (trial, value, listener) in new[] { ("t1", 4, "ann"), ("t2", 5, "ann"), ("t3", 3, "bob"), ("t4", 4, "cem") })
            rows.Rate(rows.Output(Rows.System("a"), trial), value, listener: listener);

        var mos = Assert.Single(rows.Summarise().Conditions).MeanOpinion!;
        Assert.Equal(4, mos.Estimate.Mean);
        Assert.Equal((4, 3), (mos.Estimate.N, mos.Listeners));
        // s = 0.8165, t(0.975; 3) = 3.1824: 4 ± 1.2992
        Assert.Equal(2.7008, Math.Round(mos.Estimate.Interval!.Value.Low, 4));
        Assert.Equal(5.2992, Math.Round(mos.Estimate.Interval!.Value.High, 4));
    }

    [Fact]
    public void One_rating_has_a_mean_and_no_interval()
    {
        rows.Rate(rows.Output(Rows.System("a")), 4);
        Assert.Equal(new MeanEstimate(4, null, null, 1), Assert.Single(rows.Summarise().Conditions).MeanOpinion!.Estimate);
    }

    [Fact]
    public void A_mushra_comparison_has_rows_for_systems_then_reference_and_anchors()
    {
        foreach (var (condition, value) in new[]
        {
            (Condition.Of(StimulusRole.Anchor70), 60), (Condition.Of(StimulusRole.Reference), 100), (Rows.System("codec", """{"codebooks":8}"""), 80),
            (Condition.Of(StimulusRole.Anchor35), 20), (Rows.System("codec", """{"codebooks":2}"""), 50),
        })
        {
            rows.Rate(rows.Output(condition), value, "mushra");
            rows.Rate(rows.Output(condition), value - 10, "mushra", listener: "bob");
        }

        var conditions = rows.Summarise().Conditions;
        Assert.Equal(["codec?codebooks=2", "codec?codebooks=8", "reference", "anchor35", "anchor70"], conditions.Select(condition => condition.Id));
        Assert.Equal([45.0, 75, 95, 15, 55], conditions.Select(condition => condition.Mushra!.Box.Median));
        Assert.All(conditions, condition => Assert.Equal(2, condition.Mushra!.Mean.N));
    }

    [Fact]
    public void Preferences_pool_both_orders_of_a_pair()
    {
        for (var i = 0; i < 8; i++)
        {
            var (a, b) = (rows.Output(Rows.System("a"), $"t{i}"), rows.Output(Rows.System("b"), $"t{i}"));
            if (i < 5) rows.Rate(a, 1, "preference", b);
            else if (i < 7) rows.Rate(b, -1, "preference", a);
            else rows.Rate(b, 0, "preference", a);
        }

        var pair = Assert.Single(rows.Summarise().Preferences);
        Assert.Equal(("a", "b", 7, 0, 1, 8), (pair.A.SystemId, pair.B.SystemId, pair.WinsA, pair.WinsB, pair.Ties, pair.N));
        Assert.Equal(1.0, pair.Share);
        Assert.Equal(0.5904, Math.Round(pair.Interval!.Value.Low, 4));   // 0.025^(1/7)
        Assert.Equal(2 / 128.0, pair.PValue!.Value, 1e-12);
    }

    [Fact]
    public void Only_ties_give_no_share_no_interval_and_no_p_value()
    {
        rows.Rate(rows.Output(Rows.System("a")), 0, "preference", rows.Output(Rows.System("b")));
        var pair = Assert.Single(rows.Summarise().Preferences);
        Assert.Equal((1, null, null, null), (pair.Ties, pair.Share, (object?)pair.Interval, pair.PValue));
    }

    [Fact]
    public void A_preference_between_two_takes_of_one_condition_says_nothing_about_conditions()
    {
        rows.Rate(rows.Output(Rows.System("a")), 1, "preference", rows.Output(Rows.System("a")));
        var summary = rows.Summarise();
        Assert.Empty(summary.Preferences);
        Assert.Equal(1, summary.Counts.SameConditionRatings);
    }

    [Fact]
    public void A_word_error_rate_is_a_ratio_of_sums_over_recordings()
    {
        // 1 of 10 words and 1 of 2 words: 2/12, not the mean of 0.1 and 0.5.
        rows.Measure(rows.Output(Rows.System("a"), "t1"), 9, 1);
        rows.Measure(rows.Output(Rows.System("a"), "t2"), 1, 0, 1);
        var errors = Assert.Single(rows.Summarise().Conditions).WordErrors!;
        Assert.Equal(2.0 / 12, errors.Estimate.Value);
        Assert.Equal((2, 12, 1, 1), (errors.Estimate.Clusters, errors.Counts.ReferenceLength, errors.Counts.Substitutions, errors.Counts.Deletions));
        Assert.Equal((0.1, 0.5), (Math.Round(errors.Estimate.Interval!.Value.Low, 6), Math.Round(errors.Estimate.Interval!.Value.High, 6)));
    }

    [Fact]
    public void Outputs_for_one_recording_are_drawn_together()
    {
        rows.Measure(rows.Output(Rows.System("a"), "t1", item: "clip"), 9, 1);
        rows.Measure(rows.Output(Rows.System("a"), "t2", item: "clip"), 8, 2);
        var errors = Assert.Single(rows.Summarise().Conditions).WordErrors!;
        Assert.Equal((1, null, 0.15), (errors.Estimate.Clusters, (object?)errors.Estimate.Interval, errors.Estimate.Value));
    }

    [Fact]
    public void A_recording_that_was_scored_again_counts_once_with_its_newest_score()
    {
        var output = rows.Output(Rows.System("a"));
        rows.Measure(output, 5, 5);
        rows.Measure(output, 10, 0);
        Assert.Equal(0, Assert.Single(rows.Summarise().Conditions).WordErrors!.Estimate.Value);
    }

    [Theory]
    [InlineData("1", "other@1")]
    [InlineData("2", "basic@1")]
    public void Scores_of_different_recipes_are_not_pooled(string version, string recipe)
    {
        rows.Measure(rows.Output(Rows.System("a"), "t1"), 0, 10, version: version, recipe: recipe);
        rows.Measure(rows.Output(Rows.System("a"), "t2"), 9, 1);
        rows.Measure(rows.Output(Rows.System("b"), "t1"), 0, 10, version: version, recipe: recipe);
        rows.Measure(rows.Output(Rows.System("b"), "t2"), 8, 2);
        var summary = rows.Summarise();
        Assert.Equal(new MetricRecipe("1", "basic@1"), summary.WordErrorRecipe);
        Assert.Equal([0.1, 0.2], summary.Conditions.Select(condition => condition.WordErrors!.Estimate.Value));
        Assert.Equal((2, 2), (summary.Counts.Measurements, summary.Counts.OtherRecipeMeasurements));
    }

    [Fact]
    public void Words_and_characters_have_their_own_rates()
    {
        var output = rows.Output(Rows.System("a"));
        rows.Measure(output, 3, 1);
        rows.Measure(output, 15, 1, metric: "cer");
        var condition = Assert.Single(rows.Summarise().Conditions);
        Assert.Equal((0.25, 0.0625), (condition.WordErrors!.Estimate.Value, condition.CharacterErrors!.Estimate.Value));
    }

    [Fact]
    public void Times_are_medians_over_finished_outputs()
    {
        foreach (var processing in new[] { 1.0, 2, 3, 4, 5, 100 }) rows.Output(Rows.System("a"), audio: 10, processing: processing, delay: processing / 10, bitRate: 900);
        rows.Output(Rows.System("a"), audio: 10, processing: 1000, done: false);
        rows.Output(Rows.System("a"), audio: 0, processing: 1);
        rows.Output(Rows.System("a"));
        var condition = Assert.Single(rows.Summarise().Conditions);
        Assert.Equal((0.35, 6), (condition.RealTimeFactor!.Median, condition.RealTimeFactor.N));
        Assert.Equal(new Interval(0.1, 10), condition.RealTimeFactor.Interval);
        Assert.Equal(0.35, condition.Delay!.Median, 1e-12);
        Assert.Equal(900, condition.BitRate!.Median);
    }

    [Fact]
    public void Versions_of_a_system_are_different_rows_and_named_only_where_there_are_several()
    {
        rows.Rate(rows.Output(Rows.System("a", version: "1.0.0")), 3);
        rows.Rate(rows.Output(Rows.System("a", version: "1.1.0")), 4);
        rows.Rate(rows.Output(Rows.System("b")), 5);
        Assert.Equal(["a@1.0.0", "a@1.1.0", "b"], rows.Summarise().Conditions.Select(condition => condition.Id));
    }

    [Fact]
    public void Filters_choose_by_time_listener_and_source()
    {
        var microphone = rows.Output(Rows.System("a"), "t1", source: "microphone", audio: 1, processing: 1);   // 12:01
        var file = rows.Output(Rows.System("b"), "t2", source: "file", audio: 1, processing: 1);               // 12:02
        rows.Rate(microphone, 5, listener: "ann");                                                             // 12:03
        rows.Rate(file, 1, listener: "bob");                                                                   // 12:04
        DateTimeOffset At(int minute) => new(2026, 11, 23, 12, minute, 0, TimeSpan.Zero);

        Assert.Equal((2, 2), Counts(new()));
        Assert.Equal((1, 1), Counts(new(Source: "file")));
        Assert.Equal((1, 2), Counts(new(Listener: "ann")));
        Assert.Equal((1, 0), Counts(new(From: At(4))));
        Assert.Equal((1, 2), Counts(new(To: At(4))));
        Assert.Equal((0, 0), Counts(new(To: At(1))));
        Assert.Equal((0, 2), Counts(new(Listener: "nobody")));

        (int, int) Counts(ComparisonFilter filter)
        {
            var counts = rows.Summarise(filter).Counts;
            return (counts.Ratings, counts.Outputs);
        }
    }

    [Fact]
    public void The_order_of_the_conditions_rows_changes_no_number() => Gen.Select(Gen.Int[1, 5].Array[2, 20], Gen.Long).Sample((values, seed) =>
    {
        var forth = new Rows();
        for (var i = 0; i < values.Length; i++)
        {
            var output = forth.Output(Rows.System(i % 2 == 0 ? "a" : "b"), $"t{i}", audio: 2, processing: values[i]);
            forth.Rate(output, values[i], session: $"s{i}");
            forth.Measure(output, 10, values[i]);
        }
        var back = new Rows();
        back.Outputs.AddRange(forth.Outputs.AsEnumerable().Reverse());
        back.Ratings.AddRange(forth.Ratings.AsEnumerable().Reverse());
        back.Measurements.AddRange(forth.Measurements.AsEnumerable().Reverse());

        var (one, two) = (forth.Summarise(), back.Summarise());
        Assert.Equal(one.Counts, two.Counts);
        foreach (var (left, right) in one.Conditions.Zip(two.Conditions))
        {
            Assert.Equal(left.Id, right.Id);
            Assert.Equal(left.MeanOpinion!.Estimate.Mean, right.MeanOpinion!.Estimate.Mean, 1e-12);
            Assert.Equal(left.WordErrors, right.WordErrors);
            Assert.Equal(left.RealTimeFactor, right.RealTimeFactor);
        }
    }, iter: 20);
}
