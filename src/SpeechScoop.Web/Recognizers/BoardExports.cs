using SpeechScoop.Recognition;
using SpeechScoop.Web.Exports;

namespace SpeechScoop.Web.Recognizers;

/// <summary>The files that a board is saved as.</summary>
internal static class BoardExports
{
    private sealed record Export(string Name, string Type, Func<Board, BoardView, IReadOnlyList<CorpusScore>, TermsView, string> Write);

    private static readonly Export[] All =
    [
        new("systems.csv", FileTypes.Csv, (_, view, _, _) => Table(BoardTables.Systems(view))),
        new("crown-map.csv", FileTypes.Csv, (_, view, _, _) => Table(BoardTables.Map(view))),
        new("pairs.csv", FileTypes.Csv, (_, view, _, _) => Table(BoardTables.Pairs(view))),
        new("ranking.csv", FileTypes.Csv, (_, view, _, _) => Table(BoardTables.Ranking(view))),
        new("waterfall.csv", FileTypes.Csv, (_, view, _, _) => Table(BoardTables.Waterfall(view))),
        new("terms.csv", FileTypes.Csv, (_, _, _, terms) => Table(BoardTables.Terms(terms))),
        new("utterances.csv", FileTypes.Csv, (board, view, scores, _) => Table(BoardTables.Utterances(board, view, scores))),
        new("board.json", FileTypes.Json, (_, view, _, _) => ExportedFile.Json(view)),
        new("report.html", FileTypes.Html, (board, view, _, terms) => BoardReport.Write(board, view, terms)),
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

    private static string Table(BoardTable table) => Csv.Write(table.Header, table.Rows);
}
