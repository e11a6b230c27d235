using SpeechScoop.TokenizerLab;
using SpeechScoop.Web.Exports;

namespace SpeechScoop.Web.TokenizerLab;

/// <summary>The laboratory's tables as files: a header and rows, for CSV and JSON alike.</summary>
/// <param name="Header">Names of the columns.</param>
/// <param name="Rows">Cells.</param>
internal sealed record LabTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>As RFC 4180 wants it.</summary>
    public string ToCsv() => Csv.Write(Header, Rows);

    /// <summary>As objects, one a row. What is infinite is the text <c>infinite</c>, in both forms.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> ToObjects() =>
        [.. Rows.Select(row => Header.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
}

/// <summary>Makes the tables.</summary>
internal static class LabTables
{
    /// <summary>Names of the tables, as addresses have them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["rate-distortion", "clips", "codebooks"];

    /// <summary>A table by its name; null for an unknown one.</summary>
    public static LabTable? Of(LabRun run, string name) => name switch
    {
        "rate-distortion" => RateDistortions(run),
        "clips" => Clips(run),
        "codebooks" => Codebooks(run),
        _ => null,
    };

    private static LabTable RateDistortions(LabRun run)
    {
        var conditions = run.Conditions.ToDictionary(condition => condition.Id);
        return new(
            ["metric", "version", "unit", "direction", "domain", "condition", "system", "settings", "bit_rate", "lowest_bit_rate", "highest_bit_rate", "mean", "low95", "high95", "n", "exact_copies", "not_valid", "reasons"],
            [.. from info in run.Metrics
                from panel in RateDistortion.Of(run.Made, info.Id)
                from point in panel.Points
                where point.N + point.Refused > 0
                let condition = conditions[point.Condition]
                select (IReadOnlyList<object?>)
                [
                    info.Id, info.Version, info.Unit, info.Direction.ToString(), panel.Domain ?? "all", point.Condition, condition.System.Title, condition.Phrase,
                    point.BitRate, point.LowestBitRate, point.HighestBitRate, point.Estimate?.Mean, point.Estimate?.Interval?.Low, point.Estimate?.Interval?.High,
                    point.N, point.Exact, point.Refused, string.Join(" ", point.Reasons),
                ]]);
    }

    private static LabTable Clips(LabRun run) => new(
        ["clip", "domain", "condition", "system", "settings", "status", "bit_rate", "seconds", "processing_seconds", .. run.Metrics.Select(info => info.Id), "not_valid", "error"],
        [.. run.Outputs.Select(output => (IReadOnlyList<object?>)
        [
            output.Output.ItemKey, output.Domain, output.Condition.Id, output.Condition.System.Title, output.Condition.Phrase, output.Output.Status.ToString().ToLowerInvariant(), output.Output.BitRate,
            output.Output.AudioSeconds, output.Output.ProcessingSeconds, .. run.Metrics.Select(info => Cell(output, info.Id)),
            string.Join(" ", output.Measured.Refusals.Select(refusal => $"{refusal.Key}: {refusal.Value}")), output.Output.Error,
        ])]);

    private static LabTable Codebooks(LabRun run) => new(
        ["condition", "domain", "clips", "codebook", "codebook_size", "frames", "used", "utilisation", "reachable_utilisation", "entropy_bits", "perplexity", "efficiency", "repeat_rate"],
        [.. from use in LabAnalysis.Overview(run).CodebookUse
            from book in use.Codebooks.Select((book, index) => (Book: book, Number: index + 1))
            select (IReadOnlyList<object?>)
            [
                use.Condition, use.Domain ?? "all", use.Clips, book.Number, use.CodebookSize, use.Frames, book.Book.Used, book.Book.Utilisation, use.ReachableUtilisation,
                book.Book.EntropyBits, book.Book.Perplexity, book.Book.Efficiency, book.Book.RepeatRate,
            ]]);

    private static object? Cell(LabOutput output, string metric) =>
        output.Measured.Values.TryGetValue(metric, out var value) ? double.IsFinite(value) ? value : "infinite" : null;
}
