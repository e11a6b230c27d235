using SpeechScoop.ListeningTests;
using SpeechScoop.ListeningTests.Results;

namespace SpeechScoop.Core.Tests.ListeningTests.Results;

public sealed class TestResultsTests
{
    private readonly RatedTest test = new();

    private TestResults Results(params string[] excluded) => TestResults.Of(test.Definition, test.Sessions, test.Ratings, excluded.ToHashSet());

    [Fact]
    public void A_test_without_ratings_has_empty_results()
    {
        var results = Results();
        Assert.Empty(results.Scales);
        Assert.Empty(results.Preferences);
        Assert.Equal(0, results.Counts.Ratings);
    }

    [Fact]
    public void The_mean_and_its_interval_are_over_listeners_not_over_ratings()
    {
        // Ann 4 and 2, Bob 5, Cem 3: listeners' means 3, 5, 3.
        test.Rate(TrialDesign.Acr, "acr", "Ann", "i1", "one", 4).Rate(TrialDesign.Acr, "acr", "Ann", "i2", "one", 2)
            .Rate(TrialDesign.Acr, "acr", "Bob", "i1", "one", 5).Rate(TrialDesign.Acr, "acr", "Cem", "i1", "one", 3);
        var score = Assert.Single(Assert.Single(Results().Scales).Conditions);
        Assert.Equal((4, 3, 2), (score.Ratings, score.Listeners, score.Items));
        Assert.Equal(11.0 / 3, score.Mean.Value, 12);
        // s = 1.154701, t(0.975; 2) = 4.302653: half width 2.868435
        Assert.Equal(2.868435, (score.Mean.High!.Value - score.Mean.Low!.Value) / 2, 5);
        Assert.Equal(3, score.Mean.N);
        Assert.Equal([0, 1, 1, 1, 1], score.Histogram.Select(bin => bin.Count));
        Assert.Equal((0.5, 1.5), (score.Histogram[0].From, score.Histogram[0].To));
        Assert.StartsWith("t-interval@1", score.Mean.Recipe, StringComparison.Ordinal);
    }

    [Fact]
    public void Practice_checks_repetitions_refused_sittings_and_screened_ratings_are_counted_but_not_analysed()
    {
        test.Rate(TrialDesign.Acr, "acr", "Ann", "i1", "one", 4)
            .Rate(TrialDesign.Acr, "acr", "Ann", "i1", "one", 1, training: true)
            .Rate(TrialDesign.Acr, "acr", "Ann", "i1", "one", 1, repeat: true)
            .Rate(TrialDesign.Acr, "acr", "Ann", "i1", "one", 1, check: new(CheckKind.Trap, 1))
            .Rate(TrialDesign.Acr, "acr", "Bob", "i1", "one", 1)
            .Rate(TrialDesign.Acr, "acr", "Eve", "i1", "one", 1);
        test.Sessions[2] = test.Sessions[2] with { Outcome = SessionOutcome.ScreenedOut };
        var results = Results("r0004");
        Assert.Equal(4, results.Scales[0].Conditions[0].Mean.Value);
        Assert.Equal(1, results.Counts.Ratings);
        foreach (var reason in (LeftOutReason[])[LeftOutReason.Training, LeftOutReason.Repeat, LeftOutReason.Check, LeftOutReason.Refused, LeftOutReason.Screening])
            Assert.Equal(1, results.Counts.LeftOut[reason]);
    }

    [Fact]
    public void Conditions_come_in_the_order_of_the_definition_and_scales_apart()
    {
        foreach (var condition in (string[])["two", "anchor35", "reference", "one"])
            test.Rate(TrialDesign.Mushra, "mushra", "Ann", "i1", condition, 50).Rate(TrialDesign.P835, "sig", "Ann", "i1", condition, 3);
        var results = Results();
        Assert.Equal(["mushra", "sig"], results.Scales.Select(scale => scale.Scale));
        Assert.Equal(["reference", "one", "two", "anchor35"], results.Scales[0].Conditions.Select(condition => condition.Condition));
        Assert.Equal((0, 100), (results.Scales[0].Minimum, results.Scales[0].Maximum));
        Assert.Equal(20, results.Scales[0].Conditions[0].Histogram.Count);
        Assert.Equal(1, results.Scales[0].Conditions[0].Histogram[10].Count);
    }

    [Fact]
    public void Small_impairments_are_also_given_as_difference_to_the_hidden_reference()
    {
        test.Rate(TrialDesign.Bs1116, "bs1116", "Ann", "i1", "reference", 5, page: 1).Rate(TrialDesign.Bs1116, "bs1116", "Ann", "i1", "one", 3.5, page: 1)
            .Rate(TrialDesign.Bs1116, "bs1116", "Ann", "i2", "reference", 4, page: 2).Rate(TrialDesign.Bs1116, "bs1116", "Ann", "i2", "one", 5, page: 2);
        var difference = Results().Scales.Single(scale => scale.Scale == "bs1116-difference");
        Assert.Equal("one", Assert.Single(difference.Conditions).Condition);
        Assert.Equal([-1.5, 1], difference.Items.Select(item => item.Mean.Value));
    }

    [Fact]
    public void Comparisons_mean_processed_minus_reference_whichever_came_second()
    {
        test.Rate(TrialDesign.Ccr, "ccr", "Ann", "i1", "one", -2, "reference").Rate(TrialDesign.Ccr, "ccr", "Bob", "i1", "reference", 1, "one")
            .Rate(TrialDesign.Ccr, "ccr", "Cem", "i1", "one", -3, "reference");
        var comparison = Assert.Single(Results().Comparisons);
        Assert.Equal(("one", "reference"), (comparison.Condition, comparison.Against));
        Assert.Equal(-2, comparison.Mean.Value, 12);
        // t = -2 / (1 / √3) = -3.464102, two-sided with 2 degrees of freedom
        Assert.Equal(0.074180, comparison.PValue!.Value, 5);
        Assert.Equal([1, 1, 1, 0, 0, 0, 0], comparison.Histogram.Select(bin => bin.Count));
    }

    [Fact]
    public void Comparisons_of_two_systems_mean_the_second_of_the_definition_minus_the_first()
    {
        test.Rate(TrialDesign.Ccr, "ccr", "Ann", "i1", "two", 2, "one").Rate(TrialDesign.Ccr, "ccr", "Bob", "i1", "one", -1, "two");
        var comparison = Assert.Single(Results().Comparisons);
        Assert.Equal(("two", "one", 1.5), (comparison.Condition, comparison.Against, comparison.Mean.Value));
    }

    [Fact]
    public void Preferences_are_counted_for_the_pair_and_ties_for_neither()
    {
        for (var i = 0; i < 6; i++) test.Rate(TrialDesign.Ab, "preference", $"l{i}", "i1", i % 2 == 0 ? "one" : "two", i % 2 == 0 ? 1 : -1, i % 2 == 0 ? "two" : "one");
        test.Rate(TrialDesign.Ab, "preference", "l9", "i1", "one", 0, "two");
        var pair = Assert.Single(Results().Preferences);
        Assert.Equal(("one", "two", 6, 0, 1), (pair.A, pair.B, pair.WinsA, pair.WinsB, pair.Ties));
        Assert.Equal(0.03125, pair.PValue!.Value, 12);
        Assert.Equal((1.0, 6, 0.5), (pair.Share!.Value, pair.Share.N, pair.FirstShare));
        Assert.Equal(0.540742, pair.Share.Low!.Value, 5);
    }

    [Fact]
    public void Identifications_are_of_the_pair_whichever_X_was()
    {
        test.Rate(TrialDesign.Abx, "abx", "Ann", "i1", "one", 1, "two").Rate(TrialDesign.Abx, "abx", "Ann", "i2", "two", 1, "one").Rate(TrialDesign.Abx, "abx", "Bob", "i1", "two", 0, "one");
        var pair = Assert.Single(Results().Identifications);
        Assert.Equal(("one", "two", 2, 3, 2), (pair.A, pair.B, pair.Right, pair.Trials, pair.Listeners));
        Assert.Equal(0.5, pair.PValue, 12);
        Assert.Null(pair.Needed);
    }

    [Fact]
    public void Identification_is_tested_one_sided_against_guessing()
    {
        for (var k = 0; k < 16; k++) test.Rate(TrialDesign.Abx, "abx", "Ann", $"i{k}", "one", k < 12 ? 1 : 0, "two");
        var pair = Assert.Single(Results().Identifications);
        Assert.Equal(0.0384063720703125, pair.PValue, 12);
        Assert.Equal(12, pair.Needed);
    }

    [Fact]
    public void Transcripts_are_scored_against_what_was_said()
    {
        test.Definition = test.Definition with
        {
            Sections = [new TrialSection { Trials = [new() { Id = "t-i1", Design = TrialDesign.Transcription, Item = "i1", Stimuli = [new() { Id = "one", Condition = "one", Transcript = "The cat sat." }] }] }],
        };
        test.Rate(TrialDesign.Transcription, "transcription", "Ann", "i1", "one", null, text: "the cat sat").Rate(TrialDesign.Transcription, "transcription", "Bob", "i1", "one", null, text: "a cat");
        var score = Assert.Single(Results().Intelligibility);
        Assert.Equal((2, 2, 6, 1, 1, 0), (score.Transcripts, score.Listeners, score.Words, score.Substitutions, score.Deletions, score.Insertions));
        Assert.Equal(2.0 / 6, score.WordErrorRate.Value, 12);
        Assert.Contains("basic@1", score.WordErrorRate.Recipe, StringComparison.Ordinal);
    }
}
