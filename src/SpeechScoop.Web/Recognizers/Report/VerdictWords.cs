using System.Globalization;

namespace SpeechScoop.Web.Recognizers.Report;

/// <summary>A verdict in sentences, as the page says it too.</summary>
internal static class VerdictWords
{
    public static IReadOnlyList<string> Of(BoardView view)
    {
        if (view.Verdict is not { } verdict) return [];
        var ranked = view.Systems.Where(row => row.WhyNotRanked is null).ToList();
        if (ranked.Count < 2) return [$"{ranked[0].Title} is the only system here: {Rate(ranked[0])} of words are wrong."];
        string[] sentences =
        [
            verdict.Tied.Count == 0
                ? $"{ranked[verdict.King].Title} makes the fewest errors: {Rate(ranked[verdict.King])} of words."
                : $"Nobody is king alone: {ranked[verdict.King].Title} makes the fewest errors, {Rate(ranked[verdict.King])} of words, but cannot be told from {Names(verdict.Tied)}.",
            verdict.Behind.Count == 0 ? "No system is behind it beyond chance." : $"Behind it beyond chance (paired bootstrap, Holm over its rivals, 5 %): {Names(verdict.Behind)}.",
            verdict.MoreSeconds is { } more ? $"To tell the first two apart, about {Duration(more)} more speech of this kind would be needed, if the difference is as large as it looks." : "",
            Slices(view, verdict),
            verdict.Share is { } share ? string.Create(CultureInfo.InvariantCulture, $"Of all mixes of these slices, {100 * share:0.#} % crown {ranked[verdict.King].Title}.{(verdict.AveragesAgree is false ? " The three usual averages do not name the same king." : "")}") : "",
        ];
        return [.. sentences.Where(sentence => sentence.Length > 0)];

        string Names(IEnumerable<int> places) => string.Join(", ", places.Select(place => $"{ranked[place].Title} ({Percent(ranked[place].WordErrorRate)})"));
    }

    private static string Slices(BoardView view, BoardVerdict verdict)
    {
        var all = verdict.Leads.Count + verdict.Shares.Count + verdict.Loses.Count;
        if (all == 0) return "";
        var slice = view.Slice.StartsWith("attribute:", StringComparison.Ordinal) ? view.Slice["attribute:".Length..] : view.Slice;
        var parts = new List<string>();
        if (verdict.Leads.Count > 0) parts.Add($"best alone on {string.Join(", ", verdict.Leads)}");
        if (verdict.Shares.Count > 0) parts.Add($"among the best on {string.Join(", ", verdict.Shares)}");
        if (verdict.Loses.Count > 0) parts.Add($"beaten on {string.Join(", ", verdict.Loses)}");
        return $"By {slice}: {string.Join("; ", parts)}.";
    }

    private static string Rate(SystemRow row) => row.Interval is { } interval
        ? string.Create(CultureInfo.InvariantCulture, $"{Percent(row.WordErrorRate)} [{100 * interval.Low:0.0}, {100 * interval.High:0.0}]") : Percent(row.WordErrorRate);

    private static string Percent(double? rate) => rate is { } known ? string.Create(CultureInfo.InvariantCulture, $"{100 * known:0.0} %") : "–";

    private static string Duration(double seconds) => seconds < 90 ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0} seconds of")
        : seconds < 5400 ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} minutes of") : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.#} hours of");
}
