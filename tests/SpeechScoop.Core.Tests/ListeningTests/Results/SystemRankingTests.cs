using SpeechScoop.ListeningTests;
using SpeechScoop.ListeningTests.Results;

namespace SpeechScoop.Core.Tests.ListeningTests.Results;

public sealed class SystemRankingTests
{
    private readonly RatedTest test = new();

    private IReadOnlyList<SystemRanking> Rankings => TestResults.Of(test.Definition, test.Sessions, test.Ratings).Rankings;

    [Fact]
    public void Conditions_are_ranked_by_the_choices_of_an_arena_and_the_side_is_told_apart()
    {
        // The reference wins 9 of 10 against one, one 9 of 10 against two, in both orders; a tenth of choices is a tie with two.
        for (var k = 0; k < 40; k++)
        {
            test.Rate(TrialDesign.Arena, "preference", $"l{k}", "i1", k % 2 == 0 ? "reference" : "one", (k % 2 == 0) ^ (k % 10 == 3) ^ (k % 10 == 6) ? 1 : -1, k % 2 == 0 ? "one" : "reference")
                .Rate(TrialDesign.Arena, "preference", $"l{k}", "i2", k % 2 == 0 ? "two" : "one", k % 10 == 5 ? 0 : (k % 2 == 0) ^ (k % 10 == 2) ? -1 : 1, k % 2 == 0 ? "one" : "two");
        }
        var ranking = Assert.Single(Rankings);
        Assert.Equal(["reference", "one", "two"], ranking.Systems.Select(system => system.Condition));
        Assert.Equal([1, 2, 3], ranking.Systems.Select(system => system.Rank));
        Assert.Equal("Codec one", ranking.Systems[1].Title);
        Assert.Equal((40, 80, true, true), (ranking.Listeners, ranking.Choices, ranking.IsFinite, ranking.Converged));
        Assert.Equal(["one", "reference", "two"], Assert.Single(ranking.Groups).Order());
        Assert.InRange(ranking.Systems[0].Strength.Low!.Value, 0.5, ranking.Systems[0].Strength.Value);
        Assert.InRange(ranking.FirstAdvantage.Value, ranking.FirstAdvantage.Low!.Value, ranking.FirstAdvantage.High!.Value);
        Assert.Equal(1000, ranking.Systems.Average(system => system.Points.Value), 6);
        Assert.InRange(ranking.TieRate, 0.01, 0.3);
        Assert.Contains("seed=", ranking.FirstAdvantage.Recipe, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_without_choices_has_no_ranking() =>
        Assert.Empty(TestResults.Of(test.Definition, [], []).Rankings);
}
