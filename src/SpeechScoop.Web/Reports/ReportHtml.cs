using System.Globalization;
using System.Net;
using System.Text;

namespace SpeechScoop.Web.Reports;

/// <summary>What reports of one HTML file share: they need nothing else, run no scripts, fetch nothing, and escape every text.</summary>
internal static class ReportHtml
{
    private const string Style =
        "body{font:15px/1.5 system-ui,sans-serif;max-width:1100px;margin:32px auto;padding:0 16px;color:#161a20;background:#fff}"
        + "h1{line-height:1.2}table{border-collapse:collapse;width:100%;font-size:13px;font-variant-numeric:tabular-nums;margin:12px 0}.wide{overflow-x:auto}"
        + "th,td{text-align:left;padding:6px 10px;border-bottom:1px solid #d6dbe1;vertical-align:top}th{vertical-align:bottom}.n{text-align:right}td.n{white-space:nowrap}.wide code{white-space:nowrap;overflow-wrap:normal}.wide td:not(.n){min-width:10ch}"
        + "td.best{font-weight:700;color:#0b6b46}dl{display:grid;grid-template-columns:minmax(0,220px) minmax(0,1fr);gap:6px 16px;font-size:13px}dt{color:#454e59}dd{margin:0;overflow-wrap:anywhere}code{font-size:12px;overflow-wrap:anywhere}"
        + ".verdict{border-left:4px solid #0b5cab;padding:4px 16px;margin:20px 0}.verdict p{margin:4px 0}.verdict p:first-child{font-size:19px;font-weight:600}"
        + "@media (max-width:620px){dl{grid-template-columns:minmax(0,1fr)}}@media print{body{margin:0;max-width:none}h2{break-after:avoid}tr,svg{break-inside:avoid}}"
        + "svg{max-width:100%;height:auto}svg text{font:13px system-ui,sans-serif;fill:#161a20}.soft{color:#454e59;font-size:13px;overflow-wrap:anywhere}";

    /// <summary>A number as it is written, with its unit.</summary>
    internal readonly record struct Figure(string Written, bool IsBest = false);

    /// <summary>Everything before the first paragraph.</summary>
    public static void Begin(StringBuilder html, string title, string heading)
    {
        Add(html, $"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        Add(html, $"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{Text(title)}</title><style>{Style}</style></head><body><main>\n<h1>{Text(heading)}</h1>\n");
    }

    /// <summary>Closes what <see cref="Begin"/> opened.</summary>
    public static void End(StringBuilder html) => html.Append("</main></body></html>\n");

    /// <summary>A table under a heading.</summary>
    public static void Table(StringBuilder html, string title, IReadOnlyList<string> header, IReadOnlyList<object?[]> rows)
    {
        Add(html, $"<h2>{Text(title)}</h2>\n<div class=\"wide\"><table><thead><tr>");
        for (var i = 0; i < header.Count; i++)
            Add(html, $"<th scope=\"col\"{(rows.Count > 0 && i < rows[0].Length && rows[0][i] is not (string or bool or null) ? " class=\"n\"" : "")}>{Text(header[i].Replace('_', ' '))}</th>");
        html.Append("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            foreach (var cell in row) html.Append(cell is Figure figure ? $"<td class=\"n{(figure.IsBest ? " best" : "")}\">{Text(figure.Written)}</td>" : cell is string or bool or null ? $"<td>{Text(cell?.ToString() ?? "")}</td>" : $"<td class=\"n\">{Text(Number(cell))}</td>");
            html.Append("</tr>\n");
        }
        html.Append("</tbody></table></div>\n");
    }

    /// <summary>Text, never markup.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Appends markup whose numbers are written the same in every country.</summary>
    public static void Add(StringBuilder html, FormattableString part) => html.Append(part.ToString(CultureInfo.InvariantCulture));

    private static string Number(object cell) => cell is double value ? value.ToString("0.####", CultureInfo.InvariantCulture) : Convert.ToString(cell, CultureInfo.InvariantCulture)!;
}
