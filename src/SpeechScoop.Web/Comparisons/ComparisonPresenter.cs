using SpeechScoop.Comparisons;
using SpeechScoop.Inference.Packs;
using SpeechScoop.ListeningTests;
using SpeechScoop.Statistics;
using SpeechScoop.Systems;
using SpeechScoop.Web.Hosting;
using SpeechScoop.Web.Systems;

namespace SpeechScoop.Web.Comparisons;

/// <summary>Turns a summary into what pages show: names, colours, sizes, flat numbers.</summary>
internal sealed class ComparisonPresenter(ISystemCatalog catalog, SystemAppearance appearance)
{
    public ComparisonView Present(SystemKind kind, Compared compared, ComparisonFilter filter)
    {
        var summary = compared.Summary;
        var counts = summary.Counts;
        return new(
            kind,
            new(compared.Listeners, compared.Sources),
            new(counts.Ratings, counts.Listeners, counts.Sessions, counts.Outputs, counts.Measurements, counts.SupersededRatings, counts.OpenRatings,
                counts.SameConditionRatings, counts.OtherRecipeMeasurements, compared.HiddenRatings),
            [.. summary.Conditions.Select(condition => Present(condition, compared.Titles))],
            [.. summary.Preferences.Select(pair => new PreferenceView(
                summary.IdOf(pair.A), summary.IdOf(pair.B), pair.WinsA, pair.WinsB, pair.Ties, pair.N, pair.Share, pair.Interval?.Low, pair.Interval?.High, pair.PValue))],
            Recipe(summary, filter));
    }

    private ConditionView Present(ConditionSummary summary, IReadOnlyDictionary<string, string> titles)
    {
        var condition = summary.Condition;
        return new(
            summary.Id, Title(summary, titles), condition.SystemId is { } id ? appearance.ColourOf(id) : -1, condition.Role, condition.SystemId, condition.Version,
            condition.Settings.Text, Bytes(condition),
            summary.MeanOpinion is { } mos ? new(mos.Estimate.Mean, mos.Estimate.Interval?.Low, mos.Estimate.Interval?.High, mos.Estimate.N, mos.Listeners) : null,
            summary.Mushra is { } mushra ? Present(mushra) : null,
            Present(summary.WordErrors), Present(summary.CharacterErrors),
            Present(summary.RealTimeFactor), Present(summary.Delay), Present(summary.BitRate));
    }

    private static MushraView Present(MushraScore score) => new(
        score.Box.Median, score.Box.LowerQuartile, score.Box.UpperQuartile, score.Box.LowerWhisker, score.Box.UpperWhisker,
        score.Mean.Mean, score.Mean.Interval?.Low, score.Mean.Interval?.High, score.Box.N, score.Listeners, score.Box.Outliers);

    private static ErrorRateView? Present(ErrorRate? rate) => rate is null ? null : new(
        rate.Estimate.Value, rate.Estimate.Interval?.Low, rate.Estimate.Interval?.High, rate.Estimate.Clusters, rate.Counts.ReferenceLength,
        rate.Counts.Substitutions, rate.Counts.Deletions, rate.Counts.Insertions);

    private static TypicalView? Present(MedianEstimate? median) =>
        median is null ? null : new(median.Median, median.Interval?.Low, median.Interval?.High, median.N);

    private string Title(ConditionSummary summary, IReadOnlyDictionary<string, string> titles)
    {
        var condition = summary.Condition;
        if (condition.SystemId is not { } id) return condition.Role.Title();
        // The pack's own title; the stored one after the pack is gone.
        var title = catalog.Find(id).TryGet(out var system, out _) ? system.Title : titles.GetValueOrDefault(id, id);
        if (summary.Id.StartsWith($"{id}@", StringComparison.Ordinal)) title += $" {condition.Version ?? "of unknown version"}";
        return string.Join(", ", [title, .. condition.Settings.Phrases]);
    }

    /// <summary>Size of the system's own files; null for a program that lies elsewhere, and for a version that is not installed.</summary>
    private long? Bytes(Condition condition) =>
        condition.SystemId is { } id && catalog.Find(id).TryGet(out var system, out _) && system.Bytes > 0
            && (condition.Version is null || condition.Version == system.PackVersion) ? system.Bytes : null;

    private static RecipeView Recipe(ComparisonSummary summary, ComparisonFilter filter) => new(
        Interval.UsualLevel,
        "Student t over ratings",
        "order statistics, binomial(n, 1/2)",
        "Clopper-Pearson, ties left out",
        "two-sided exact sign test, ties left out",
        "definition 7 of Hyndman and Fan, whiskers within 1.5 interquartile ranges",
        Describe(summary.WordErrorRecipe), Describe(summary.CharacterErrorRecipe),
        "percentile bootstrap over recordings",
        Resamples(summary), RatioEstimate.UsualSeed, filter.BlindOnly, $"SpeechScoop {Health.Version}");

    /// <summary>How often clusters were drawn anew: the usual number, or the smallest where some have very many.</summary>
    private static int Resamples(ComparisonSummary summary) => summary.Conditions.SelectMany(condition => new[] { condition.WordErrors, condition.CharacterErrors }).OfType<ErrorRate>()
        .Select(rate => rate.Estimate.Resamples).Where(resamples => resamples > 0).DefaultIfEmpty(RatioEstimate.UsualResamples).Min();

    private static string? Describe(MetricRecipe? recipe) => recipe is null ? null : $"version {recipe.Version};{recipe.Parameters}";
}
