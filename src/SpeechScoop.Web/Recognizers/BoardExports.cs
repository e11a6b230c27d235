using System.Text.Json;
using SpeechScoop.Recognition;
using SpeechScoop.Web.Hosting;
using SpeechScoop.Web.ListeningTests.Results.Exports;
using CsvFile = SpeechScoop.Web.Comparisons.Csv;

namespace SpeechScoop.Web.Recognizers;

/// <summary>The files that a board is saved as.</summary>
internal static class BoardExports
{
    private static readonly JsonSerializerOptions Json = MakeJson();

    private sealed record Export(string Name, string Type, Func<Board, BoardView, IReadOnlyList<CorpusScore>, TermsView, string> Write);

    private static readonly Export[] All =
    [
        new("systems.csv", ResultExports.Csv, (_, view, _, _) => Table(BoardTables.Systems(view))),
        new("crown-map.csv", ResultExports.Csv, (_, view, _, _) => Table(BoardTables.Map(view))),
        new("pairs.csv", ResultExports.Csv, (_, view, _, _) => Table(BoardTables.Pairs(view))),
        new("ranking.csv", ResultExports.Csv, (_, view, _, _) => Table(BoardTables.Ranking(view))),
        new("waterfall.csv", ResultExports.Csv, (_, view, _, _) => Table(BoardTables.Waterfall(view))),
        new("terms.csv", ResultExports.Csv, (_, _, _, terms) => Table(BoardTables.Terms(terms))),
        new("utterances.csv", ResultExports.Csv, (board, view, scores, _) => Table(BoardTables.Utterances(board, view, scores))),
        new("board.json", "application/json; charset=utf-8", (_, view, _, _) => JsonSerializer.Serialize(view, Json)),
        new("report.html", "text/html; charset=utf-8", (board, view, _, terms) => BoardReport.Write(board, view, terms)),
    ];

    /// <summary>All that can be asked for.</summary>
    public static string[] Names { get; } = [.. All.Select(export => export.Name)];

    /// <summary>Whether a file has the table of terms, which takes a look at every alignment.</summary>
    public static bool HasTerms(string name) => name is "terms.csv" or "report.html";

    /// <summary>Writes one file.</summary>
    /// <returns><see cref="Error.NotFound"/> for an unknown name.</returns>
    public static Result<ExportedFile> Write(string name, Board board, BoardView view, IReadOnlyList<CorpusScore> scores, TermsView terms) => Array.Find(All, export => export.Name == name) is { } export
        ? new ExportedFile($"recognizers-{name}", export.Type, export.Write(board, view, scores, terms))
        : new Error.NotFound("unknown-export", $"There is no export \"{name}\". Use one of {string.Join(", ", Names)}.");

    private static string Table(BoardTable table) => CsvFile.Write(table.Header, table.Rows);

    private static JsonSerializerOptions MakeJson()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true };
        SpeechScoopApp.ConfigureJson(json);
        return json;
    }
}
