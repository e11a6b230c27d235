using System.Text;
using SpeechScoop.Inference.Vendors;
using SpeechScoop.ListeningTests.Results;
using SpeechScoop.Web.Exports;
using SpeechScoop.Web.ListeningTests.Results.Exports;
using static SpeechScoop.Web.Reports.ReportHtml;

namespace SpeechScoop.Web.Recognizers.Report;

/// <summary>
/// The board as one HTML file that stands on its own: the answer, every table, how each figure was made, and, attached, what they were made from. No scripts, nothing fetched, every text escaped, no key.
/// </summary>
internal sealed class BoardReport(Boards boards, RawFiles raw, VendorCatalog vendors, TimeProvider time)
{
    /// <param name="tables">By their names, as they are exported.</param>
    /// <param name="prices">Errors, latency and price.</param>
    public async Task<Result<string>> WriteAsync(Board board, BoardView view, IReadOnlyDictionary<string, BoardTable> tables, TradeOffView prices)
    {
        if (!(await boards.RunsAsync(board)).TryGet(out var runs, out var error)) return error;
        var made = tables.Where(table => table.Value.Rows.Count > 0).Select(table => ($"{table.Key}.csv", $"table “{table.Value.Title}”", BoardExports.Csv(table.Value, view.Recipe)))
            .Append(("board.json", "all figures of the comparison", ExportedFile.Json(view)));
        if (!(await raw.CollectAsync(made, runs)).TryGet(out var files, out error)) return error;
        var html = new StringBuilder();
        var names = string.Join(", ", view.Datasets.Select(dataset => dataset.Name));
        Begin(html, $"Recognizers on {names}", $"Recognizers on {names}");
        Add(html, $"<p class=\"soft\">{time.GetUtcNow().UtcDateTime:yyyy-MM-dd HH:mm} UTC · {Text(view.Application)} · {view.Common} recordings with {view.Words} reference words{(view.Seconds is { } seconds ? FormattableString.Invariant($", {seconds / 60:0.#} minutes of speech") : "")}");
        Add(html, $"{(view.LeftOut > 0 ? $" · {view.LeftOut} of {view.Items} recordings left out, because a ranked system has no transcript of them" : "")}</p>\n");
        Verdict(html, view);
        Rates(html, view);
        foreach (var table in ReportTables.All(view, prices, tables))
        {
            if (table.Rows.Count == 0) continue;
            Table(html, table.Title, table.Header, table.Rows);
            if (ReportTables.Note(table.Title, view, prices) is { } note) Add(html, $"<p class=\"soft\">{Text(note)}</p>\n");
        }
        ReportOrigins.Write(html, board, view, runs, files);
        End(html);
        return vendors.Configuration.WithoutKeys(html.ToString());
    }

    private static void Verdict(StringBuilder html, BoardView view)
    {
        if (VerdictWords.Of(view) is not { Count: > 0 } sentences) return;
        html.Append("<div class=\"verdict\">");
        foreach (var sentence in sentences) Add(html, $"<p>{Text(sentence)}</p>");
        html.Append("</div>\n");
    }

    private static void Rates(StringBuilder html, BoardView view)
    {
        var ranked = view.Systems.Where(row => row is { WhyNotRanked: null, WordErrorRate: not null }).ToList();
        if (ranked.Count == 0) return;
        html.Append("<h2>Word error rate, %</h2>\n");
        var highest = ranked.Max(row => row.Interval?.High ?? row.WordErrorRate!.Value);
        html.Append(IntervalSvg.Draw("Word error rates in percent", 0, 4 * RoundStep(highest * 25), [.. ranked.Select(row => new IntervalSvg.Row(
            row.Title, row.Colour, new Estimate(100 * row.WordErrorRate!.Value, 100 * row.Interval?.Low, 100 * row.Interval?.High, view.Common, "bootstrap"), ReportTables.Rate(row.WordErrorRate, row.Interval).Written))]));
        Add(html, $"<p class=\"soft\">Errors / reference words over all common recordings, after {Text(view.Normaliser)} on both sides{(view.Corrected ? ", on references corrected where judges chose what the systems heard" : "")}; 95 % intervals by bootstrap over speakers or recordings.</p>\n");
    }

    /// <summary>The next step of an axis that is easily read.</summary>
    private static double RoundStep(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(step, 0.1))));
        return power * new[] { 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 }.First(round => round * power >= step || round is 10);
    }
}
