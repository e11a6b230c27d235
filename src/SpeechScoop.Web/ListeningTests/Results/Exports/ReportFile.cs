using System.Globalization;
using System.Net;
using System.Text;
using SpeechScoop.ListeningTests.Results;

namespace SpeechScoop.Web.ListeningTests.Results.Exports;

/// <summary>
/// The results as one HTML file that needs nothing else: plots as inline SVG, no scripts, nothing fetched, every text escaped. It can be
/// mailed, archived beside a paper and printed.
/// </summary>
internal static class ReportFile
{
    private const string Style =
        "body{font:15px/1.5 system-ui,sans-serif;max-width:960px;margin:32px auto;padding:0 16px;color:#161a20;background:#fff}"
        + "h1{line-height:1.2}table{border-collapse:collapse;width:100%;font-size:13px;font-variant-numeric:tabular-nums;margin:12px 0}"
        + "th,td{text-align:left;padding:6px 10px;border-bottom:1px solid #d6dbe1;vertical-align:top}td.n,th.n{text-align:right;white-space:nowrap}"
        + "svg{max-width:100%;height:auto}svg text{font:13px system-ui,sans-serif;fill:#161a20}.soft{color:#454e59;font-size:13px;overflow-wrap:anywhere}";

    public static string Write(StoredResults stored, ResultsPresenter presenter)
    {
        var view = presenter.Present(stored);
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Append(CultureInfo.InvariantCulture, $"<title>{Text(view.Test.Title)}: results</title><style>{Style}</style></head><body>\n")
            .Append(CultureInfo.InvariantCulture, $"<h1>{Text(view.Test.Title)}</h1>\n<h2>Methods</h2>\n<p>{Text(string.Join(" ", MethodsText.Methods(stored, view.Results)))}</p>\n");
        if (view.Screening.Exclusions.Count > 0)
        {
            Table(html, "Excluded by screening", ["Listener", "Reason"], view.Screening.Exclusions.Select(finding => (string[])[finding.Listener, finding.Reason]), texts: 2);
            if (view.Unscreened is { } before) BeforeAfter(html, before, view.Results);
        }
        var colours = view.Conditions.ToDictionary(condition => condition.Id, condition => condition.Colour);
        foreach (var scale in view.Results.Scales) Scale(html, scale, colours);
        string[] findings = [.. MethodsText.Findings(view.Results)];
        html.Append("<h2>Findings</h2>\n<ul>").AppendJoin("", findings.Select(sentence => $"<li>{Text(sentence)}</li>")).Append("</ul>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"soft\">Test {Text(view.Test.Id)}, version {view.Test.Version}, SHA-256 {Text(view.Test.Hash ?? "none")}. Screening rules: {Text(view.Screening.Rules)}. {Text(view.Application)}.</p>\n</body></html>\n");
        return html.ToString();
    }

    private static void Scale(StringBuilder html, ScaleScores scale, Dictionary<string, int> colours)
    {
        var title = MethodsText.ScaleName(scale.Scale);
        html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(title)}</h2>\n").Append(IntervalSvg.Draw($"{title}, means with 95 % intervals", scale.Minimum, scale.Maximum,
            [.. scale.Conditions.Select(score => new IntervalSvg.Row(score.Title, colours.GetValueOrDefault(score.Condition, -1), score.Mean))]));
        Table(html, "All numbers", ["Condition", "Mean [95 % t]", "Mean [95 % listeners × items]", "Median", "Quartiles", "Ratings", "Listeners"], scale.Conditions.Select(score => (string[])
        [
            score.Title, MethodsText.WithInterval(score.Mean), score.Cluster is { } cluster ? MethodsText.WithInterval(cluster) : "–", Number(score.Box.Median),
            $"{Number(score.Box.LowerQuartile)}–{Number(score.Box.UpperQuartile)}", Number(score.Ratings), Number(score.Listeners),
        ]));
        if (scale.Pairs.Count > 0)
        {
            Table(html, "Paired comparisons, p corrected by Holm", ["Pair", "Difference [95 %]", "Wilcoxon", "Paired t", "Sign flip", "Effect g", "Listeners"], scale.Pairs.Select(pair => (string[])
            [
                $"{pair.TitleA} − {pair.TitleB}", MethodsText.WithInterval(pair.Difference), P(pair.Wilcoxon), P(pair.Student), P(pair.SignFlip),
                pair.Gz is { } effect ? Number(effect) : "–", Number(pair.Listeners),
            ]));
        }
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"soft\">Recipes: {Text(string.Join("; ", scale.Conditions.SelectMany(score => (string?[])[score.Mean.Recipe, score.Cluster?.Recipe, score.Median.Recipe]).OfType<string>().Distinct()))}.</p>\n");
    }

    private static void BeforeAfter(StringBuilder html, TestResults before, TestResults after) => Table(html, "Means before and after screening", ["Scale", "Condition", "Everyone", "After screening"],
        before.Scales.SelectMany(scale => scale.Conditions.Select(score => (string[])
        [
            MethodsText.ScaleName(scale.Scale), score.Title, MethodsText.WithInterval(score.Mean),
            after.Scales.FirstOrDefault(kept => kept.Design == scale.Design && kept.Scale == scale.Scale)?.Conditions.FirstOrDefault(kept => kept.Condition == score.Condition) is { } found
                ? MethodsText.WithInterval(found.Mean) : "–",
        ])), texts: 2);

    /// <param name="texts">So many first columns are text, the others figures.</param>
    private static void Table(StringBuilder html, string caption, string[] header, IEnumerable<string[]> rows, int texts = 1)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h3>{Text(caption)}</h3>\n<table><thead><tr>")
            .AppendJoin("", header.Select((title, column) => $"<th scope=\"col\"{Class(column)}>{Text(title)}</th>")).Append("</tr></thead><tbody>\n");
        foreach (var row in rows) html.Append("<tr>").AppendJoin("", row.Select((cell, column) => $"<td{Class(column)}>{Text(cell)}</td>")).Append("</tr>\n");
        html.Append("</tbody></table>\n");

        string Class(int column) => column < texts ? "" : " class=\"n\"";
    }

    internal static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string P(TestedDifference? tested) => tested is null ? "–" : MethodsText.P(tested.Holm);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
