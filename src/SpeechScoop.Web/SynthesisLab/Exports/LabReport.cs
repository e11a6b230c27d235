using System.Text;
using SpeechScoop.ListeningTests.Results;
using SpeechScoop.Web.ListeningTests.Results.Exports;
using static SpeechScoop.Web.Reports.ReportHtml;

namespace SpeechScoop.Web.SynthesisLab.Exports;

/// <summary>The analysis as one HTML file that needs nothing else: a plot of failures, every table, no scripts, nothing fetched, every text escaped.</summary>
internal static class LabReport
{
    public static string Write(LabRun run, LabView view)
    {
        var html = new StringBuilder();
        Begin(html, $"{view.Run.Title}: takes", $"{view.Run.Title}");
        Add(html, $"<p>{view.Prompts.Count} prompts of {Text(view.Run.Dataset)}, {view.Conditions.Count} conditions, {view.Run.Takes} takes each; {view.Analysis.Takes} finished takes were analysed and {view.Analysis.Repetitions} repetitions of a seed beside them.");
        if (view.Run.Recognizer is { } recognizer) Add(html, $" Takes were written down by {Text(recognizer)}: its own errors are among the word errors.");
        Add(html, $"</p>\n<h2>Failure rate</h2>\n");
        var colours = view.Conditions.ToDictionary(condition => condition.Id);
        html.Append(IntervalSvg.Draw("Failure rates with 95 % Wilson intervals", 0, 1, [.. view.Analysis.Failures.Select(summary => new IntervalSvg.Row(
            colours[summary.Condition].Title, colours[summary.Condition].Colour, new Estimate(summary.All.Rate, summary.All.Interval.Low, summary.All.Interval.High, summary.All.Takes, "Wilson")))]));
        foreach (var table in (LabTable[])[LabTable.Failures(view), LabTable.Success(view), LabTable.Spread(view), LabTable.DemoBias(view), LabTable.Determinism(view), LabTable.Speed(view)])
            if (table.Rows.Count > 0) Table(html, table.Title, table.Header, table.Rows);
        Add(html, $"<p class=\"soft\">Run {Text(view.Run.Id)}. Plan: {Text(run.Listed.Run.Plan)}. Environment: {Text(run.Listed.Run.Environment)}. Intervals over prompts: {Text(view.Analysis.IntervalRecipe)}. ");
        Add(html, $"Metrics: {Text(string.Join("; ", view.Metrics.Select(metric => $"{metric.Id} {metric.Version} {metric.Recipe}")))}. {Text(view.Application)}.</p>\n");
        End(html);
        return html.ToString();
    }
}
