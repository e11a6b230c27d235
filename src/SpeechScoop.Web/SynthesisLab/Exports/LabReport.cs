using System.Globalization;
using System.Net;
using System.Text;
using SpeechScoop.ListeningTests.Results;
using SpeechScoop.Web.ListeningTests.Results.Exports;

namespace SpeechScoop.Web.SynthesisLab.Exports;

/// <summary>The analysis as one HTML file that needs nothing else: a plot of failures, every table, no scripts, nothing fetched, every text escaped.</summary>
internal static class LabReport
{
    private const string Style =
        "body{font:15px/1.5 system-ui,sans-serif;max-width:1100px;margin:32px auto;padding:0 16px;color:#161a20;background:#fff}"
        + "h1{line-height:1.2}table{border-collapse:collapse;width:100%;font-size:13px;font-variant-numeric:tabular-nums;margin:12px 0}.wide{overflow-x:auto}"
        + "th,td{text-align:left;padding:6px 10px;border-bottom:1px solid #d6dbe1;vertical-align:top}td.n{text-align:right;white-space:nowrap}"
        + "svg{max-width:100%;height:auto}svg text{font:13px system-ui,sans-serif;fill:#161a20}.soft{color:#454e59;font-size:13px;overflow-wrap:anywhere}";

    public static string Write(LabRun run, LabView view)
    {
        var html = new StringBuilder();
        Add(html, $"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        Add(html, $"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{Text(view.Run.Title)}: takes</title><style>{Style}</style></head><body>\n<h1>{Text(view.Run.Title)}</h1>\n");
        Add(html, $"<p>{view.Prompts.Count} prompts of {Text(view.Run.Dataset)}, {view.Conditions.Count} conditions, {view.Run.Takes} takes each; {view.Analysis.Takes} finished takes were analysed and {view.Analysis.Repetitions} repetitions of a seed beside them.");
        if (view.Run.Recognizer is { } recognizer) Add(html, $" Takes were written down by {Text(recognizer)}: its own errors are among the word errors.");
        Add(html, $"</p>\n<h2>Failure rate</h2>\n");
        var colours = view.Conditions.ToDictionary(condition => condition.Id);
        html.Append(IntervalSvg.Draw("Failure rates with 95 % Wilson intervals", 0, 1, [.. view.Analysis.Failures.Select(summary => new IntervalSvg.Row(
            colours[summary.Condition].Title, colours[summary.Condition].Colour, new Estimate(summary.All.Rate, summary.All.Interval.Low, summary.All.Interval.High, summary.All.Takes, "Wilson")))]));
        foreach (var table in (LabTable[])[LabTable.Failures(view), LabTable.Success(view), LabTable.Spread(view), LabTable.DemoBias(view), LabTable.Determinism(view), LabTable.Speed(view)])
            if (table.Rows.Count > 0) Table(html, table);
        Add(html, $"<p class=\"soft\">Run {Text(view.Run.Id)}. Plan: {Text(run.Listed.Run.Plan)}. Environment: {Text(run.Listed.Run.Environment)}. Intervals over prompts: {Text(view.Analysis.IntervalRecipe)}. ");
        Add(html, $"Metrics: {Text(string.Join("; ", view.Metrics.Select(metric => $"{metric.Id} {metric.Version} {metric.Recipe}")))}. {Text(view.Application)}.</p>\n</body></html>\n");
        return html.ToString();
    }

    private static void Table(StringBuilder html, LabTable table)
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
