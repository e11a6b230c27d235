using SpeechScoop.Statistics;

namespace SpeechScoop.ListeningTests.Results;

/// <summary>Choices between two conditions.</summary>
/// <param name="WinsA">How often A was called better.</param>
/// <param name="Ties">How often neither was: shown, never counted for either.</param>
/// <param name="Share">A's share of decided choices with its exact interval; null where none was decided. Choices are taken as independent.</param>
/// <param name="PValue">Two-sided exact sign test.</param>
/// <param name="FirstShare">Share of decided choices that fell on whichever was presented first: far from a half, position mattered.</param>
public sealed record PairChoices(
    TrialDesign Design, string A, string TitleA, string B, string TitleB, int WinsA, int WinsB, int Ties, int Listeners, Estimate? Share, double? PValue, double? FirstShare)
{
    public const string ShareRecipe = "clopper-pearson@1 over decided choices";
    public const string TestRecipe = "sign-test-exact@1 two-sided, ties left out";

    internal static PairChoices[] Of(ListeningTestDefinition definition, IReadOnlyList<TestRating> ratings)
    {
        var pairs = new ConditionPairs(definition);
        return [.. ratings.Where(rating => rating.Design is TrialDesign.Ab or TrialDesign.Arena && rating is { Value: not null, OtherCondition: not null } && rating.OtherCondition != rating.Condition)
            .Select(rating => (Rating: rating, Pair: pairs.Of(rating)))
            .GroupBy(row => (row.Rating.Design, row.Pair.A, row.Pair.B))
            .OrderBy(group => group.Key.Design).ThenBy(group => pairs.Place(group.Key.A)).ThenBy(group => pairs.Place(group.Key.B))
            .Select(group => Count(group.Key.Design, group.Key.A, group.Key.B, [.. group.Select(row => (row.Rating, row.Pair.RatedIsA))], pairs))];
    }

    private static PairChoices Count(TrialDesign design, string a, string b, (TestRating Rating, bool RatedIsA)[] rows, ConditionPairs pairs)
    {
        var winsA = rows.Count(row => row.Rating.Value!.Value * (row.RatedIsA ? 1 : -1) > 0);
        var winsB = rows.Count(row => row.Rating.Value!.Value * (row.RatedIsA ? 1 : -1) < 0);
        var decided = winsA + winsB;
        return new(design, a, pairs.Title(a), b, pairs.Title(b), winsA, winsB, rows.Length - decided,
            rows.Select(row => row.Rating.Listener).Distinct(StringComparer.Ordinal).Count(),
            decided == 0 ? null : Estimate.Of((double)winsA / decided, Proportion.ExactInterval(winsA, decided), decided, ShareRecipe),
            Proportion.SignTest(winsA, winsB),
            decided == 0 ? null : (double)rows.Count(row => row.Rating.Value > 0) / decided);
    }
}
