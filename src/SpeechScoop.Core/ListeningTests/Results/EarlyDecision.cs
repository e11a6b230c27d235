using SpeechScoop.Statistics;

namespace SpeechScoop.ListeningTests.Results;

/// <summary>
/// Whether two conditions may be called different already, however often one has looked before: a sequential test
/// (docs/methods/sequential.md), unlike the tests of <see cref="PairedComparison"/>. Only finished sittings count.
/// </summary>
/// <param name="Scale">Scale of the ratings.</param>
/// <param name="N">Listeners in the order in which they finished; of ABX, answers.</param>
/// <param name="Difference">Mean over listeners of A minus B (AB: share of wins of A minus share of wins of B) with its confidence sequence; null for ABX.</param>
/// <param name="P">Valid at every look.</param>
/// <param name="Holm">Corrected over all pairs of the design and scale: the test may stop where it is ≤ 0.05.</param>
/// <param name="Recipe">Of the test.</param>
public sealed record EarlyDecision(
    TrialDesign Design, string Scale, string A, string TitleA, string B, string TitleB, int N, Estimate? Difference, double P, double Holm, string Recipe)
{
    public const string SymmetryRecipe = "sequential-symmetry@1 over listeners' mean differences in order of finishing";
    public const string IdentificationRecipe = "sequential-identification@1 over answers in order of time, one-sided against 1/2";

    private static readonly TrialDesign[] Scored = [TrialDesign.Acr, TrialDesign.Dcr, TrialDesign.Mushra, TrialDesign.Bs1116, TrialDesign.P835, TrialDesign.Likert];

    /// <summary>All pairs of systems and reference, by design and scale. An arena has no end to wait for and is left out.</summary>
    internal static EarlyDecision[] Of(ListeningTestDefinition definition, IReadOnlyList<TestSession> sessions, IReadOnlyList<TestRating> analysed)
    {
        var finished = sessions.Where(session => session.Outcome is SessionOutcome.Completed).Select(session => session.Id).ToHashSet(StringComparer.Ordinal);
        var pairs = new ConditionPairs(definition);
        return [.. analysed.Where(rating => rating.Value is not null && finished.Contains(rating.Session)).GroupBy(rating => (rating.Design, rating.Scale))
            .OrderBy(group => group.Key.Design).ThenBy(group => group.Key.Scale, StringComparer.Ordinal)
            .SelectMany(group => Corrected([.. Decide(definition, group.Key.Design, group.Key.Scale, [.. group.OrderBy(rating => rating.CreatedAt)], pairs)]))];
    }

    private static IEnumerable<EarlyDecision> Decide(
        ListeningTestDefinition definition, TrialDesign design, string scale, TestRating[] ratings, ConditionPairs pairs)
    {
        if (Scored.Contains(design))
        {
            var range = ScaleRange.Of(definition, design, scale, [.. ratings.Select(rating => new ScoreRow(rating.Condition, rating.Listener, rating.Item, rating.Value!.Value))]);
            var compared = ratings.Where(rating => rating.Role is StimulusRole.System or StimulusRole.Reference).Select(rating => rating.Condition)
                .Distinct(StringComparer.Ordinal).OrderBy(pairs.Place).ToArray();
            return from i in Enumerable.Range(0, compared.Length)
                from j in Enumerable.Range(i + 1, compared.Length - i - 1)
                let differences = InOrderOfFinishing(ratings, listener => MeanDifference(listener, compared[i], compared[j]))
                where differences.Length > 0
                select BySymmetry(design, scale, compared[i], compared[j], differences, range.Maximum - range.Minimum, pairs);
        }

        var direct = ratings.Where(rating => rating.OtherCondition is { } other && other != rating.Condition).GroupBy(rating => (pairs.Of(rating).A, pairs.Of(rating).B))
            .OrderBy(group => pairs.Place(group.Key.A)).ThenBy(group => pairs.Place(group.Key.B));
        return design switch
        {
            TrialDesign.Ccr or TrialDesign.Ab => direct.Select(group => BySymmetry(design, scale, group.Key.A, group.Key.B,
                InOrderOfFinishing([.. group], listener => listener.Average(rating => rating.Value!.Value * (pairs.Of(rating).RatedIsA ? 1 : -1))),
                design is TrialDesign.Ccr ? 3 : 1, pairs)),
            TrialDesign.Abx => direct.Select(group => ByIdentification(scale, group.Key.A, group.Key.B, [.. group.Select(rating => rating.Value > 0)], pairs)),
            _ => [],
        };
    }

    private static EarlyDecision BySymmetry(TrialDesign design, string scale, string a, string b, double[] differences, double reach, ConditionPairs pairs)
    {
        // Means can leave the scale by rounding.
        var test = SequentialTest.OfSymmetry([.. differences.Select(difference => Math.Clamp(difference, -reach, reach))], -reach, reach);
        return new(design, scale, a, pairs.Title(a), b, pairs.Title(b), test.N, Estimate.Of(differences.Average(), test.Interval, test.N, SymmetryRecipe), test.P, test.P, SymmetryRecipe);
    }

    private static EarlyDecision ByIdentification(string scale, string a, string b, bool[] right, ConditionPairs pairs)
    {
        var test = SequentialTest.OfIdentification(right);
        return new(TrialDesign.Abx, scale, a, pairs.Title(a), b, pairs.Title(b), test.N, null, test.P, test.P, IdentificationRecipe);
    }

    /// <summary>One value for each listener who has one, by the time of their last rating.</summary>
    private static double[] InOrderOfFinishing(TestRating[] ratings, Func<IEnumerable<TestRating>, double?> value) =>
        [.. ratings.GroupBy(rating => rating.Listener, StringComparer.Ordinal).OrderBy(group => group.Max(rating => rating.CreatedAt)).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(value).OfType<double>()];

    /// <summary>Over the items that the listener rated in both; null where there are none.</summary>
    private static double? MeanDifference(IEnumerable<TestRating> ratings, string a, string b)
    {
        var items = ratings.GroupBy(rating => rating.Item, StringComparer.Ordinal).Where(item => item.Any(rating => rating.Condition == a) && item.Any(rating => rating.Condition == b));
        return items.Select(item => (double?)(Mean(item, a) - Mean(item, b))).Average();

        static double Mean(IEnumerable<TestRating> item, string condition) => item.Where(rating => rating.Condition == condition).Average(rating => rating.Value!.Value);
    }

    private static IEnumerable<EarlyDecision> Corrected(EarlyDecision[] family) =>
        family.Zip(HolmCorrection.Of([.. family.Select(decision => decision.P)]), (decision, holm) => decision with { Holm = holm });
}
