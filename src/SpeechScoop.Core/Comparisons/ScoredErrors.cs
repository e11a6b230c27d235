using SpeechScoop.Recognition;
using SpeechScoop.Statistics;

namespace SpeechScoop.Comparisons;

/// <summary>The measurements of one metric that may be pooled: those of the recipe used last, the newest of each output.</summary>
/// <param name="Recipe">Their recipe; null where there are none.</param>
/// <param name="Measurements">One for each output.</param>
/// <param name="OfOtherRecipes">How many outputs' measurements of other recipes are left out.</param>
internal sealed record ScoredErrors(MetricRecipe? Recipe, IReadOnlyList<ComparedMeasurement> Measurements, int OfOtherRecipes)
{
    /// <summary>Chooses from measurements in the order in which they were stored.</summary>
    public static ScoredErrors Choose(IEnumerable<ComparedMeasurement> all, string metric)
    {
        var newest = new Dictionary<(string OutputId, MetricRecipe Recipe), ComparedMeasurement>();
        MetricRecipe? last = null;
        foreach (var measurement in all)
        {
            if (measurement.Metric != metric) continue;
            last = measurement.Recipe;
            newest[(measurement.OutputId, last)] = measurement;
        }
        var chosen = newest.Values.Where(measurement => measurement.Recipe == last).ToList();
        return new(last, chosen, newest.Count - chosen.Count);
    }

    /// <summary>The rate of a condition over its outputs; null where no reference token was scored.</summary>
    public ErrorRate? RateOf(Condition condition, Dictionary<string, ComparedOutput> outputs)
    {
        var items = Measurements
            .Where(measurement => outputs[measurement.OutputId].Condition == condition)
            .GroupBy(measurement => outputs[measurement.OutputId].Item, measurement => measurement.Counts)
            .OrderBy(item => item.Key, StringComparer.Ordinal)
            .Select(item => item.Aggregate(ErrorCounts.Add))
            .ToList();
        var estimate = RatioEstimate.Of([.. items.Select(counts => ((double)counts.Errors, (double)counts.ReferenceLength))]);
        return estimate is null ? null : new(estimate, items.Aggregate(ErrorCounts.Add));
    }
}
