using SpeechScoop.ListeningTests;
using SpeechScoop.Recognition;
using SpeechScoop.Statistics;

namespace SpeechScoop.Comparisons;

/// <summary>What ratings and measurements say about systems of one kind. A pure function of rows and filter: same rows, same numbers.</summary>
public sealed record ComparisonSummary
{
    /// <summary>Conditions with anything known, ordered by role and id.</summary>
    public required IReadOnlyList<ConditionSummary> Conditions { get; init; }

    /// <summary>Pairs of conditions that were compared directly.</summary>
    public required IReadOnlyList<PairedPreference> Preferences { get; init; }

    public required ComparisonCounts Counts { get; init; }

    /// <summary>How the word error rates were computed; null where there are none.</summary>
    public required MetricRecipe? WordErrorRecipe { get; init; }

    /// <summary>How the character error rates were computed; null where there are none.</summary>
    public required MetricRecipe? CharacterErrorRecipe { get; init; }

    /// <summary>The id under which <see cref="Conditions"/> has a condition of <see cref="Preferences"/>.</summary>
    public string IdOf(Condition condition) => Conditions.First(summary => summary.Condition == condition).Id;

    /// <summary>Summarises.</summary>
    /// <param name="outputs">All outputs of systems of one kind, and of the references and anchors beside them.</param>
    /// <param name="ratings">Ratings in the order in which they were stored.</param>
    /// <param name="measurements">Measurements in the order in which they were stored.</param>
    /// <param name="filter">What counts.</param>
    public static ComparisonSummary Of(
        IReadOnlyCollection<ComparedOutput> outputs, IReadOnlyCollection<ComparedRating> ratings,
        IReadOnlyCollection<ComparedMeasurement> measurements, ComparisonFilter filter)
    {
        var byId = outputs.ToDictionary(output => output.Id);
        bool Covered(ComparedOutput output) => filter.Covers(output.CreatedAt) && filter.Covers(output);
        var counted = CountedRatings.Choose(ratings, byId, filter);
        var (pairs, sameCondition) = PreferencesOf(counted.Ratings, byId);
        var timed = outputs.Where(output => output.IsDone && Covered(output)).ToList();
        var scored = measurements.Where(measurement => byId.TryGetValue(measurement.OutputId, out var output) && Covered(output)).ToList();
        var words = ScoredErrors.Choose(scored, TranscriptScore.WordMetric);
        var characters = ScoredErrors.Choose(scored, TranscriptScore.CharacterMetric);

        var single = counted.Ratings.Where(rating => rating.OtherOutputId is null).ToLookup(rating => byId[rating.OutputId].Condition);
        var times = timed.ToLookup(output => output.Condition);
        var ids = IdsOf(single.Select(group => group.Key)
            .Concat(times.Select(group => group.Key))
            .Concat(words.Measurements.Concat(characters.Measurements).Select(measurement => byId[measurement.OutputId].Condition))
            .Concat(pairs.SelectMany(pair => new[] { pair.A, pair.B })));
        return new()
        {
            Conditions = [.. ids.Keys.OrderBy(condition => condition.Role).ThenBy(condition => ids[condition], StringComparer.Ordinal).Select(condition => new ConditionSummary
            {
                Id = ids[condition],
                Condition = condition,
                MeanOpinion = MeanOpinionOf([.. single[condition].Where(rating => rating.Scale == AcrScale.Instance.Id)]),
                Mushra = MushraOf([.. single[condition].Where(rating => rating.Scale == MushraScale.Instance.Id)]),
                WordErrors = words.RateOf(condition, byId),
                CharacterErrors = characters.RateOf(condition, byId),
                RealTimeFactor = Typical(times[condition], output => output.ProcessingSeconds / output.AudioSeconds),
                Delay = Typical(times[condition], output => output.DelaySeconds),
                BitRate = Typical(times[condition], output => output.BitRate),
            })],
            Preferences = pairs,
            Counts = CountsOf(counted, timed.Count, words, characters, sameCondition),
            WordErrorRecipe = words.Recipe,
            CharacterErrorRecipe = characters.Recipe,
        };
    }

    /// <summary>An id for each condition; it tells the version where a system has several.</summary>
    private static Dictionary<Condition, string> IdsOf(IEnumerable<Condition> conditions)
    {
        var known = conditions.Distinct().ToList();
        var severalVersions = known.GroupBy(condition => condition.SystemId)
            .Where(group => group.DistinctBy(condition => condition.Version).Count() > 1).Select(group => group.Key).ToHashSet();
        return known.ToDictionary(condition => condition, condition => condition.Id(withVersion: severalVersions.Contains(condition.SystemId)));
    }

    private static ComparisonCounts CountsOf(CountedRatings counted, int outputs, ScoredErrors words, ScoredErrors characters, int sameCondition) => new(
        counted.Ratings.Count,
        counted.Ratings.DistinctBy(rating => rating.Listener).Count(),
        counted.Ratings.DistinctBy(rating => rating.Session).Count(),
        outputs,
        words.Measurements.Count + characters.Measurements.Count,
        counted.Superseded,
        counted.Open,
        sameCondition,
        words.OfOtherRecipes + characters.OfOtherRecipes);

    private static MeanOpinionScore? MeanOpinionOf(List<ComparedRating> ratings) =>
        MeanEstimate.Of([.. ratings.Select(rating => (double)rating.Value)]) is { } mean ? new(mean, CountListeners(ratings)) : null;

    private static MushraScore? MushraOf(List<ComparedRating> ratings)
    {
        double[] values = [.. ratings.Select(rating => (double)rating.Value)];
        return BoxStatistics.Of(values) is { } box ? new(box, MeanEstimate.Of(values)!, CountListeners(ratings)) : null;
    }

    private static int CountListeners(List<ComparedRating> ratings) => ratings.DistinctBy(rating => rating.Listener).Count();

    private static MedianEstimate? Typical(IEnumerable<ComparedOutput> outputs, Func<ComparedOutput, double?> read) =>
        MedianEstimate.Of(outputs.Select(read).OfType<double>().Where(double.IsFinite));

    private static (List<PairedPreference> Pairs, int SameCondition) PreferencesOf(
        IReadOnlyList<ComparedRating> ratings, Dictionary<string, ComparedOutput> outputs)
    {
        var pairs = new Dictionary<(Condition, Condition), PairedPreference>();
        var sameCondition = 0;
        foreach (var rating in ratings)
        {
            if (rating.OtherOutputId is null) continue;
            var (a, b, value) = (outputs[rating.OutputId].Condition, outputs[rating.OtherOutputId].Condition, rating.Value);
            if (a == b)
            {
                sameCondition++;
                continue;
            }
            if (string.CompareOrdinal(a.Id(withVersion: true), b.Id(withVersion: true)) > 0) (a, b, value) = (b, a, -value);
            var pair = pairs.GetValueOrDefault((a, b)) ?? new(a, b, 0, 0, 0);
            pairs[(a, b)] = value switch
            {
                > 0 => pair with { WinsA = pair.WinsA + 1 },
                < 0 => pair with { WinsB = pair.WinsB + 1 },
                _ => pair with { Ties = pair.Ties + 1 },
            };
        }
        return ([.. pairs.Values.OrderBy(pair => pair.A.Id(true), StringComparer.Ordinal).ThenBy(pair => pair.B.Id(true), StringComparer.Ordinal)], sameCondition);
    }
}
