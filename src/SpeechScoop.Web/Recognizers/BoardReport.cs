using System.Text;
using SpeechScoop.ListeningTests.Results;
using SpeechScoop.Web.ListeningTests.Results.Exports;
using static SpeechScoop.Web.Reports.ReportHtml;

namespace SpeechScoop.Web.Recognizers;

/// <summary>The board as one HTML file that needs nothing else: plot, every table, the recipe; no scripts, nothing fetched, every text escaped.</summary>
internal static class BoardReport
{
    public static string Write(Board board, BoardView view, TermsView terms)
    {
        var html = new StringBuilder();
        var names = string.Join(", ", view.Datasets.Select(dataset => dataset.Name));
        Begin(html, $"Recognizers on {names}", $"Recognizers on {names}");
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
            if (table.Rows.Count > 0) Table(html, table.Title, table.Header, table.Rows);
        if (view.PairsNote is { } note) Add(html, $"<p>{Text(note)}</p>\n");
        Add(html, $"<p class=\"soft\">Recipe: {Text(view.Recipe)}. Runs: {Text(string.Join(", ", board.Systems.SelectMany(system => system.Outputs.Values).Select(output => output.RunId).Distinct()))}. ");
        Add(html, $"Every transcript with its counts is in utterances.csv of the same export. {Text(view.Application)}.</p>\n</body></html>\n");
        return html.ToString();
    }
}
