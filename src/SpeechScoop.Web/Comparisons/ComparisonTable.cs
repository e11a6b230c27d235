using SpeechScoop.ListeningTests;
using SpeechScoop.Web.Exports;

namespace SpeechScoop.Web.Comparisons;

/// <summary>A comparison as a table with a line for each number: one shape for every measure, ready for statistics programs.</summary>
internal static class ComparisonTable
{
    private static readonly string[] Header =
    [
        "kind", "measure", "id", "title", "role", "system", "version", "settings", "other", "value", "low", "high", "n", "listeners",
        "reference_tokens", "wins", "losses", "ties", "p_value", "recipe",
    ];

    public static string Write(ComparisonView comparison) => Csv.Write(Header,
        [.. comparison.Systems.SelectMany(row => Lines(row, comparison)), .. comparison.Preferences.Select(pair => Line(pair, comparison))]);

    private static IEnumerable<object?[]> Lines(ConditionView row, ComparisonView comparison)
    {
        var recipe = comparison.Recipe;
        if (row.Mos is { } mos) yield return Line("mos", mos.Mean, mos.Low, mos.High, mos.N, mos.Listeners, null, recipe.MeanInterval);
        if (row.Mushra is { } mushra)
        {
            yield return Line("mushra-median", mushra.Median, mushra.Q1, mushra.Q3, mushra.N, mushra.Listeners, null, $"low and high are quartiles: {recipe.Quartiles}");
            yield return Line("mushra-mean", mushra.Mean, mushra.MeanLow, mushra.MeanHigh, mushra.N, mushra.Listeners, null, recipe.MeanInterval);
        }
        if (row.Wer is { } wer) yield return Line("wer", wer.Value, wer.Low, wer.High, wer.N, null, wer.Words, $"{recipe.WordErrorRate};{Bootstrap(recipe)}");
        if (row.Cer is { } cer) yield return Line("cer", cer.Value, cer.Low, cer.High, cer.N, null, cer.Words, $"{recipe.CharacterErrorRate};{Bootstrap(recipe)}");
        if (row.RealTimeFactor is { } factor) yield return Line("real-time-factor", factor.Median, factor.Low, factor.High, factor.N, null, null, recipe.MedianInterval);
        if (row.Delay is { } delay) yield return Line("delay-seconds", delay.Median, delay.Low, delay.High, delay.N, null, null, recipe.MedianInterval);
        if (row.BitRate is { } rate) yield return Line("bits-per-second", rate.Median, rate.Low, rate.High, rate.N, null, null, recipe.MedianInterval);
        if (row.Bytes is { } bytes) yield return Line("bytes", bytes, null, null, null, null, null, null);

        object?[] Line(string measure, double value, double? low, double? high, int? n, int? listeners, int? tokens, string? how) =>
        [
            Name(comparison), measure, row.Id, row.Title, Role(row), row.SystemId, row.Version, row.Settings, null, value, low, high, n, listeners, tokens,
            null, null, null, null, how,
        ];
    }

    private static object?[] Line(PreferenceView pair, ComparisonView comparison)
    {
        var row = comparison.Systems.First(system => system.Id == pair.A);
        return
        [
            Name(comparison), "preference-share", pair.A, row.Title, Role(row), row.SystemId, row.Version, row.Settings, pair.B, pair.Share, pair.Low, pair.High,
            pair.N, null, null, pair.WinsA, pair.WinsB, pair.Ties, pair.PValue, $"{comparison.Recipe.PreferenceInterval}; {comparison.Recipe.PreferenceTest}",
        ];
    }

    private static string Bootstrap(RecipeView recipe) => $"bootstrap resamples={recipe.BootstrapResamples} seed={recipe.BootstrapSeed}";

    private static string Name(ComparisonView comparison) => comparison.Kind.ToString().ToLowerInvariant();

    private static string Role(ConditionView row) => row.Role.Id();
}
