using System.Globalization;
using System.Net;
using System.Text;
using SpeechScoop.ListeningTests.Results;
using SpeechScoop.Web.ListeningTests.Results.Exports;

namespace SpeechScoop.Web.Recognizers;

/// <summary>The board as one HTML file that needs nothing else: plot, every table, the recipe; no scripts, nothing fetched, every text escaped.</summary>
internal static class BoardReport
{
    private const string Style =
        "body{font:15px/1.5 system-ui,sans-serif;max-width:1100px;margin:32px auto;padding:0 16px;color:#161a20;background:#fff}"
        + "h1{line-height:1.2}table{border-collapse:collapse;width:100%;font-size:13px;font-variant-numeric:tabular-nums;margin:12px 0}.wide{overflow-x:auto}"
        + "th,td{text-align:left;padding:6px 10px;border-bottom:1px solid #d6dbe1;vertical-align:top}td.n{text-align:right;white-space:nowrap}"
        + "svg{max-width:100%;height:auto}svg text{font:13px system-ui,sans-serif;fill:#161a20}.soft{color:#454e59;font-size:13px;overflow-wrap:anywhere}";

    public static string Write(Board board, BoardView view, TermsView terms)
    {
        var html = new StringBuilder();
        var names = string.Join(", ", view.Datasets.Select(dataset => dataset.Name));
        Add(html, $"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        Add(html, $"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Recognizers on {Text(names)}</title><style>{Style}</style></head><body>\n<h1>Recognizers on {Text(names)}</h1>\n");
        Add(html, $"<p>{view.Common} recordings with {view.Words} reference words, those that every ranked system finished ({view.LeftOut} of {view.Items} were left out). Rates are pooled: errors / reference words. ");
        Add(html, $"Both sides went through {Text(view.Normaliser)}.{(view.Corrected ? " References are corrected where adjudicators chose what the systems heard." : "")} Intervals are of 95 %, by bootstrap over speakers or recordings.</p>\n<h2>Word error rate</h2>\n");
        var ranked = view.Systems.Where(row => row is { WhyNotRanked: null, WordErrorRate: not null }).ToList();
        if (ranked.Count > 0)
        {
            var highest = ranked.Max(row => row.Interval?.High ?? row.WordErrorRate!.Value);
            html.Append(IntervalSvg.Draw("Word error rates", 0, Math.Max(highest * 1.05, 0.01), [.. ranked.Select(row => new IntervalSvg.Row(
                row.Title, row.Colour, new Estimate(row.WordErrorRate!.Value, row.Interval?.Low, row.Interval?.High, view.Common, "bootstrap")))]));
        }
        foreach (var table in (BoardTable[])[BoardTables.Systems(view), BoardTables.Map(view), BoardTables.Pairs(view), BoardTables.Ranking(view), BoardTables.Waterfall(view), BoardTables.Terms(terms)])
            if (table.Rows.Count > 0) Table(html, table);
        if (view.PairsNote is { } note) Add(html, $"<p>{Text(note)}</p>\n");
        Add(html, $"<p class=\"soft\">Recipe: {Text(view.Recipe)}. Runs: {Text(string.Join(", ", board.Systems.SelectMany(system => system.Outputs.Values).Select(output => output.RunId).Distinct()))}. ");
        Add(html, $"Every transcript with its counts is in utterances.csv of the same export. {Text(view.Application)}.</p>\n</body></html>\n");
        return html.ToString();
    }

    private static void Table(StringBuilder html, BoardTable table)
    {
        Add(html, $"<h2>{Text(table.Title)}</h2>\n<div class=\"wide\"><table><thead><tr>");
        foreach (var name in table.Header) Add(html, $"<th scope=\"col\">{Text(name.Replace('_', ' '))}</th>");
        html.Append("</tr></thead><tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row) html.Append(cell is string or bool or null ? $"<td>{Text(cell?.ToString() ?? "")}</td>" : $"<td class=\"n\">{Text(Number(cell))}</td>");
            html.Append("</tr>\n");
        }
        html.Append("</tbody></table></div>\n");
    }

    private static string Number(object cell) => cell is double value ? value.ToString("0.####", CultureInfo.InvariantCulture) : Convert.ToString(cell, CultureInfo.InvariantCulture)!;

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static void Add(StringBuilder html, FormattableString part) => html.Append(part.ToString(CultureInfo.InvariantCulture));
}
