using System.Text.Json;
using SpeechScoop.ListeningTests;
using SpeechScoop.ListeningTests.Results;
using SpeechScoop.Statistics;

namespace SpeechScoop.Core.Tests.ListeningTests.Results;

public sealed class EarlyDecisionTests
{
    private readonly RatedTest test = new();

    private IReadOnlyList<EarlyDecision> Decisions => TestResults.Of(test.Definition, test.Sessions, test.Ratings).EarlyDecisions;

    [Fact]
    public void Scores_are_compared_by_each_finished_listeners_mean_difference_in_the_order_of_finishing()
    {
        double[] differences = [12, -3, 20, 8, 15, 9, 30, 4];
        for (var k = 0; k < differences.Length; k++)
        {
            // Names run against the order of finishing; two items, of which the second was heard in one condition only.
            test.Rate(TrialDesign.Mushra, "mushra", $"l{9 - k}", "i2", "two", 90).Rate(TrialDesign.Mushra, "mushra", $"l{9 - k}", "i1", "two", 40)
                .Rate(TrialDesign.Mushra, "mushra", $"l{9 - k}", "i1", "anchor35", 5).Rate(TrialDesign.Mushra, "mushra", $"l{9 - k}", "i1", "one", 40 + differences[k]);
        }
        var expected = SequentialTest.OfSymmetry(differences, -100, 100);
        var decision = Assert.Single(Decisions);
        Assert.Equal(("one", "two", 8), (decision.A, decision.B, decision.N));
        Assert.Equal((expected.P, expected.P), (decision.P, decision.Holm));
        Assert.Equal(differences.Average(), decision.Difference!.Value, 12);
        Assert.Equal((expected.Interval!.Value.Low, expected.Interval.Value.High), (decision.Difference.Low, decision.Difference.High));
    }

    [Fact]
    public void Who_has_not_finished_does_not_count_yet()
    {
        test.Rate(TrialDesign.Acr, "acr", "ann", "i1", "one", 5).Rate(TrialDesign.Acr, "acr", "ann", "i1", "two", 3)
            .Rate(TrialDesign.Acr, "acr", "bob", "i1", "one", 5).Rate(TrialDesign.Acr, "acr", "bob", "i1", "two", 1);
        test.Sessions[1] = test.Sessions[1] with { Outcome = SessionOutcome.Running };
        Assert.Equal((1, 2.0), (Decisions[0].N, Decisions[0].Difference!.Value));
    }

    [Fact]
    public void Choices_and_votes_speak_for_the_first_condition_whichever_was_presented_first()
    {
        for (var k = 0; k < 30; k++)
        {
            test.Rate(TrialDesign.Ab, "preference", $"l{k}", "i1", k % 2 == 0 ? "one" : "two", k % 2 == 0 ? 1 : -1, k % 2 == 0 ? "two" : "one")
                .Rate(TrialDesign.Ccr, "ccr", $"l{k}", "i1", k % 2 == 0 ? "two" : "one", k % 2 == 0 ? -2 : 2, k % 2 == 0 ? "one" : "two");
        }
        Assert.Equal(2, Decisions.Count);
        Assert.All(Decisions, decision =>
        {
            Assert.Equal(("one", "two", 30), (decision.A, decision.B, decision.N));
            Assert.InRange(decision.P, 0, 0.001);
            Assert.True(decision.Difference!.Low > 0);
        });
    }

    [Fact]
    public void Right_answers_of_all_listeners_are_pooled()
    {
        for (var k = 0; k < 24; k++) test.Rate(TrialDesign.Abx, "abx", $"l{k / 8}", $"i{k % 8}", k % 2 == 0 ? "one" : "two", k % 12 == 5 ? 0 : 1, k % 2 == 0 ? "two" : "one");
        var decision = Assert.Single(Decisions);
        Assert.Equal(SequentialTest.OfIdentification([.. Enumerable.Range(0, 24).Select(k => k % 12 != 5)]).P, decision.P);
        Assert.Equal(24, decision.N);
        Assert.Null(decision.Difference);
    }

    [Fact]
    public void Several_pairs_are_corrected_together_and_overwhelming_ones_can_be_written_as_JSON()
    {
        for (var k = 0; k < 600; k++)
        {
            test.Rate(TrialDesign.Mushra, "mushra", $"l{k}", "i1", "reference", 100).Rate(TrialDesign.Mushra, "mushra", $"l{k}", "i1", "one", 0)
                .Rate(TrialDesign.Mushra, "mushra", $"l{k}", "i1", "two", k % 2);
        }
        var decisions = Decisions;
        Assert.Equal(3, decisions.Count);
        Assert.All(decisions, decision => Assert.InRange(decision.Holm, decision.P, 1));
        Assert.Contains("holm", JsonSerializer.Serialize(decisions, DefinitionJson.Options), StringComparison.Ordinal);
    }
}
