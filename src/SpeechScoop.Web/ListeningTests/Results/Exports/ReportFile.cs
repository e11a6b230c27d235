using System.Globalization;
using System.Text;
using SpeechScoop.ListeningTests.Results;
using SpeechScoop.Statistics;
using SpeechScoop.Web.Reports;

namespace SpeechScoop.Web.ListeningTests.Results.Exports;

/// <summary>
/// The results as one HTML file that needs nothing else: plots as inline SVG, no scripts, nothing fetched, every text escaped. It can be
/// mailed, archived beside a paper and printed.
/// </summary>
internal static class ReportFile
{
    public static string Write(ExportInput input)
    {
        var (stored, view) = (input.Stored, input.Presenter.Present(input.Stored));
        var html = new StringBuilder();
        ReportHtml.Begin(html, $"{view.Test.Title}: results", view.Test.Title);
        html.Append(CultureInfo.InvariantCulture, $"<h2>Methods</h2>\n<p>{Text(string.Join(" ", MethodsText.Methods(stored, view.Results, input.MetricsInWords)))}</p>\n");
        if (view.Screening.Exclusions.Count > 0)
        {
            Table(html, "Excluded by screening", ["Listener", "Reason"], view.Screening.Exclusions.Select(finding => (string[])[finding.Listener, finding.Reason]), texts: 2);
            if (view.Unscreened is { } before) BeforeAfter(html, before, view.Results);
        }
        var colours = view.Conditions.ToDictionary(condition => condition.Id, condition => condition.Colour);
        foreach (var scale in view.Results.Scales) Scale(html, scale, colours);
        OtherDesigns(html, view.Results, colours);
        foreach (var metrics in input.Metrics ?? []) Metrics(html, metrics);
        string[] findings = [.. MethodsText.Findings(view.Results, input.MetricsInWords)];
        html.Append("<h2>Findings</h2>\n<ul>").AppendJoin("", findings.Select(sentence => $"<li>{Text(sentence)}</li>")).Append("</ul>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"soft\">Test {Text(view.Test.Id)}, version {view.Test.Version}, SHA-256 {Text(view.Test.Hash ?? "none")}. Screening rules: {Text(view.Screening.Rules)}. {Text(view.Application)}.</p>\n");
        ReportHtml.End(html);
        return html.ToString();
    }

    private static void Scale(StringBuilder html, ScaleScores scale, Dictionary<string, int> colours)
    {
        var title = MethodsText.ScaleName(scale.Scale);
        html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(title)}</h2>\n").Append(IntervalSvg.Draw($"{title}, means with 95 % intervals", scale.Minimum, scale.Maximum,
            [.. scale.Conditions.Select(score => new IntervalSvg.Row(score.Title, colours.GetValueOrDefault(score.Condition, -1), score.Mean))]));
        Table(html, "All numbers", ["Condition", "Mean [95 % t]", "Mean [95 % listeners × items]", "Median [95 % listeners × items]", "Quartiles", "Ratings", "Listeners"], scale.Conditions.Select(score => (string[])
        [
            score.Title, MethodsText.WithInterval(score.Mean), score.Cluster is { } cluster ? MethodsText.WithInterval(cluster) : "–", MethodsText.WithInterval(score.Median),
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

    /// <summary>A plot for each design that has no scale; the numbers stand among the findings.</summary>
    private static void OtherDesigns(StringBuilder html, TestResults results, Dictionary<string, int> colours)
    {
        void Plot(string title, double minimum, double maximum, IEnumerable<(string Title, string Condition, Estimate Estimate)> rows)
        {
            IntervalSvg.Row[] drawn = [.. rows.Select(row => new IntervalSvg.Row(row.Title, colours.GetValueOrDefault(row.Condition, -1), row.Estimate))];
            if (drawn.Length > 0) html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(title)}</h2>\n").Append(IntervalSvg.Draw($"{title}, with 95 % intervals", minimum, maximum, drawn));
        }
        Plot("Comparison mean opinion scores", -3, 3, results.Comparisons.Select(pair => ($"{pair.Title} − {pair.TitleAgainst}", pair.Condition, pair.Mean)));
        foreach (var ranking in results.Rankings.Where(ranking => ranking.IsFinite && ranking.Groups.Count == 1))
        {
            var ends = ranking.Systems.SelectMany(system => (double?[])[system.Points.Value, system.Points.Low, system.Points.High]).OfType<double>().ToArray();
            Plot($"Bradley-Terry strengths, 1000 is the mean ({MethodsText.DesignName(ranking.Design)})", 100 * Math.Floor(ends.Min() / 100), 100 * Math.Ceiling(ends.Max() / 100),
                ranking.Systems.Select(system => (system.Title, system.Condition, system.Points)));
        }
        Plot("Share of decided choices", 0, 1, results.Preferences.Where(pair => pair.Share is not null).Select(pair => ($"{pair.TitleA} over {pair.TitleB}", pair.A, pair.Share!)));
        Plot("Share of right answers", 0, 1, results.Identifications.Select(pair => ($"{pair.TitleA} / {pair.TitleB}", pair.A, pair.Share)));
        Plot("Listeners' word error rates", 0, Math.Max(0.1, Math.Ceiling(10 * results.Intelligibility.Select(score => score.WordErrorRate.High ?? score.WordErrorRate.Value).DefaultIfEmpty(1).Max()) / 10),
            results.Intelligibility.Select(score => (score.Title, score.Condition, score.WordErrorRate)));
    }

    /// <summary>Every metric of a scale, over stimuli and over conditions.</summary>
    private static void Metrics(StringBuilder html, MetricsView view)
    {
        if (view.Missing is MissingMetrics.NotYetMeasured)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"soft\">Metrics of the stimuli ({Text(MethodsText.ScaleName(view.Scale!))}) were being measured when this report was saved; save it again for them.</p>\n");
        if (view.Metrics.Count == 0) return;
        Table(html, $"{MethodsText.ScaleName(view.Scale!)}: agreement with metrics (ITU-T P.1401)", ["Metric", "Over", "Pearson r [95 %]", "Spearman ρ [95 %]", "RMSE", "RMSE*", "Outliers", "n"],
            view.Metrics.SelectMany(metric => (string[][])[Row(metric.Kind.Id, "stimuli", metric.ByStimulus), Row(metric.Kind.Id, "conditions", metric.ByCondition)]), texts: 2);
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"soft\">Versions: {Text(string.Join("; ", view.Metrics.Select(metric => $"{metric.Kind.Id} {metric.Kind.Version}")))}. RMSE after a line fitted to these ratings; RMSE* counts only what is beyond the ratings' own 95 % intervals.</p>\n");

        static string[] Row(string metric, string over, MetricAgreement agreement) =>
        [
            metric, over, MethodsText.Coefficient(agreement.Pearson), MethodsText.Coefficient(agreement.Spearman), MethodsText.Error(agreement.Error?.Rmse),
            MethodsText.Error(agreement.Error?.EpsilonInsensitiveRmse), agreement.Error?.OutlierRatio is { } share ? $"{Number(100 * share)} %" : "–", Number(agreement.N),
        ];
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
        html.Append(CultureInfo.InvariantCulture, $"<h3>{Text(caption)}</h3>\n<div class=\"wide\"><table><thead><tr>")
            .AppendJoin("", header.Select((title, column) => $"<th scope=\"col\"{Class(column)}>{Text(title)}</th>")).Append("</tr></thead><tbody>\n");
        foreach (var row in rows) html.Append("<tr>").AppendJoin("", row.Select((cell, column) => $"<td{Class(column)}>{Text(cell)}</td>")).Append("</tr>\n");
        html.Append("</tbody></table></div>\n");

        string Class(int column) => column < texts ? "" : " class=\"n\"";
    }

    private static string Text(string text) => ReportHtml.Text(text);

    private static string P(TestedDifference? tested) => tested is null ? "–" : MethodsText.P(tested.Holm);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
