using SpeechScoop.Statistics;

namespace SpeechScoop.ListeningTests.Results;

/// <summary>Strengths of all conditions of a design that chooses between two (AB, arena): see <see cref="BradleyTerry"/>.</summary>
/// <param name="Systems">By falling strength.</param>
/// <param name="FirstAdvantage">Log odds that being presented first gives; far from 0, position mattered.</param>
/// <param name="TieRate">Chance that equals tie.</param>
/// <param name="Groups">Condition ids that hang together by choices. With more than one group, strengths cannot be compared between them.</param>
/// <param name="IsFinite">Whether the choices alone bound all strengths; if not, how far apart they lie is the prior's doing.</param>
/// <param name="Converged">Whether the estimate settled.</param>
public sealed record SystemRanking(
    TrialDesign Design, IReadOnlyList<RankedSystem> Systems, Estimate FirstAdvantage, double TieRate, IReadOnlyList<IReadOnlyList<string>> Groups,
    bool IsFinite, bool Converged, int Listeners, int Choices)
{
    private const int Resamples = 500;

    internal static readonly string Recipe =
        $"bradley-terry-davidson@1 with side, ridge=0.01; percentile-bootstrap@1 over listeners, resamples={Resamples} seed={RatioEstimate.UsualSeed}";

    internal static SystemRanking[] Of(ListeningTestDefinition definition, IReadOnlyList<TestRating> ratings) =>
        [.. ratings.Where(rating => rating.Design is TrialDesign.Ab or TrialDesign.Arena && rating is { Value: not null, OtherCondition: not null } && rating.OtherCondition != rating.Condition)
            .GroupBy(rating => rating.Design).OrderBy(group => group.Key).Select(group => Rank(group.Key, [.. group], new(definition)))];

    private static SystemRanking Rank(TrialDesign design, TestRating[] ratings, ConditionPairs conditions)
    {
        var found = BradleyTerry.Of(
            ratings.Select(rating => new PairedChoice(rating.Listener, rating.Condition, rating.OtherCondition!, Math.Sign(rating.Value!.Value))), new() { Resamples = Resamples })!;
        var advantage = found.FirstAdvantage!.Value;
        return new(design,
            [.. found.Systems.OrderByDescending(system => system.Strength).ThenBy(system => conditions.Place(system.System)).Select(system => new RankedSystem(
                system.System, conditions.Title(system.System), Estimate.Of(system.Strength, system.Interval, found.Listeners, Recipe),
                Estimate.Of(system.Points, system.PointsInterval, found.Listeners, Recipe), system.Rank, system.WorstRank, system.Choices))],
            Estimate.Of(advantage.Value, advantage.Interval, found.Listeners, Recipe), found.TieRate, found.Groups, found.IsFinite, found.Converged,
            found.Listeners, ratings.Length);
    }
}

/// <summary>A condition among others.</summary>
/// <param name="Strength">Log scale, mean 0.</param>
/// <param name="Points">Elo-like scale, mean 1000.</param>
/// <param name="Rank">The best rank that its interval allows.</param>
/// <param name="WorstRank">The worst.</param>
/// <param name="Choices">That it took part in.</param>
public sealed record RankedSystem(string Condition, string Title, Estimate Strength, Estimate Points, int Rank, int WorstRank, int Choices);
