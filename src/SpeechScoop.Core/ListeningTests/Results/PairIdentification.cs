using SpeechScoop.Statistics;

namespace SpeechScoop.ListeningTests.Results;

/// <summary>Whether X was told to be A or B.</summary>
/// <param name="Right">Right answers.</param>
/// <param name="Trials">All answers.</param>
/// <param name="Share">Right answers through all, with the exact interval; a half is guessing.</param>
/// <param name="Needed">Right answers that so many trials need for p ≤ 0.05; null where even all do not suffice.</param>
/// <param name="PValue">One-sided exact binomial test: how likely so many right answers, or more, are by guessing.</param>
public sealed record PairIdentification(
    string A, string TitleA, string B, string TitleB, int Right, int Trials, int Listeners, Estimate Share, double PValue, int? Needed)
{
    public const string ShareRecipe = "clopper-pearson@1 over answers";
    public const string TestRecipe = "binomial-exact@1 one-sided against 1/2";

    internal static PairIdentification[] Of(ListeningTestDefinition definition, IReadOnlyList<TestRating> ratings)
    {
        var pairs = new ConditionPairs(definition);
        return [.. ratings.Where(rating => rating is { Design: TrialDesign.Abx, Value: not null, OtherCondition: not null })
            .Select(rating => (Rating: rating, Pair: pairs.Of(rating)))
            .GroupBy(row => (row.Pair.A, row.Pair.B)).OrderBy(group => pairs.Place(group.Key.A)).ThenBy(group => pairs.Place(group.Key.B))
            .Select(group =>
            {
                var (right, trials) = (group.Count(row => row.Rating.Value > 0), group.Count());
                return new PairIdentification(group.Key.A, pairs.Title(group.Key.A), group.Key.B, pairs.Title(group.Key.B), right, trials,
                    group.Select(row => row.Rating.Listener).Distinct(StringComparer.Ordinal).Count(),
                    Estimate.Of((double)right / trials, Proportion.ExactInterval(right, trials), trials, ShareRecipe), BinomialTest.AboveChance(right, trials)!.Value, BinomialTest.SuccessesNeeded(trials));
            })];
    }
}
