using SpeechScoop.Web.Exports;
using SpeechScoop.Web.Recognizers.Adjudications;
using SpeechScoop.Web.Recognizers.Report;
using SpeechScoop.Web.Recognizers.Streaming;
using SpeechScoop.Web.Vendors;
using CsvFile = SpeechScoop.Web.Exports.Csv;

namespace SpeechScoop.Web.Recognizers;

/// <summary>What an export is asked for.</summary>
/// <param name="Terms">The user's words.</param>
/// <param name="TradeOff">What the trade-off weighs.</param>
/// <param name="Weights">The user's weights of the slices, in their order; null for none.</param>
internal sealed record ExportQuery(BoardQuery Board, IReadOnlyList<string> Terms, TradeOffQuery TradeOff, string? Weights);

/// <summary>The files that a board is saved as: every table as CSV and as JSON, and the report.</summary>
internal sealed class BoardExports(Boards boards, BoardScores scores, PriceList prices, JudgementTables judgements, StreamingBoards streaming, BoardReport report)
{
    /// <summary>Of each kind of error of each system, in a table of confusions.</summary>
    private const int MostConfusions = 500;

    private const string Logs = "streaming-logs.jsonl";

    private static readonly string[] Tables = ["systems", "crown-map", "pairs", "ranking", "leave-one-out", "trade-off", "waterfall", "terms", "confusions", "streaming", "streaming-recordings", "audit", "judgements", "utterances"];

    /// <summary>All that can be asked for.</summary>
    public static string[] Names { get; } = [.. Tables.SelectMany(table => new[] { $"{table}.csv", $"{table}.json" }), "board.json", "report.html", Logs];

    /// <summary>Whether a file has event logs themselves.</summary>
    public static bool HasLogs(string name) => name is Logs;

    /// <summary>Writes one file.</summary>
    /// <returns><see cref="Error.NotFound"/> for an unknown name.</returns>
    public async Task<Result<ExportedFile>> WriteAsync(string name, ExportQuery query)
    {
        if (!Names.Contains(name)) return new Error.NotFound("unknown-export", $"There is no export \"{name}\". Use one of {string.Join(", ", Names)}.");
        if (!(await boards.ReadAsync(query.Board)).TryGet(out var board, out var error) || !(await boards.ViewAsync(board, query.Board)).TryGet(out var view, out error)) return error;
        var fileName = $"recognizers-{name}";
        if (name == "board.json") return new ExportedFile(fileName, FileTypes.Json, ExportedFile.Json(view));
        if (name == Logs)
            return (await streaming.OfAsync(board, query.Board.Options.Normaliser)).TryGet(out var heard, out error) ? (await streaming.WriteAsync(board, heard)).Select(text => new ExportedFile(fileName, FileTypes.JsonLines, text)) : error;
        if (name == "report.html")
        {
            var tables = new Dictionary<string, BoardTable>(StringComparer.Ordinal);
            foreach (var each in Tables)
            {
                if (!(await TableAsync(each, board, view, query)).TryGet(out var one, out error)) return error;
                tables[each] = one;
            }
            if (!prices.Read().TryGet(out var list, out error)) return error;
            return (await report.WriteAsync(board, view, tables, TradeOff.Of(board, view, list, query.TradeOff))).Select(text => new ExportedFile(fileName, FileTypes.Html, text));
        }
        if (!(await TableAsync(name[..name.LastIndexOf('.')], board, view, query)).TryGet(out var table, out error)) return error;
        return name.EndsWith(".csv", StringComparison.Ordinal)
            ? new ExportedFile(fileName, FileTypes.Csv, Csv(table, view.Recipe))
            : new ExportedFile(fileName, FileTypes.Json, ExportedFile.Json(new
            {
                table.Title,
                view.Recipe,
                view.Application,
                Rows = table.Rows.Select(row => table.Header.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second)),
            }));
    }

    /// <summary>A table whose every row names the recipe of its figures.</summary>
    public static string Csv(BoardTable table, string recipe) => CsvFile.Write([.. table.Header, "recipe"], table.Rows.Select(row => (IReadOnlyList<object?>)[.. row, recipe]));

    private async Task<Result<BoardTable>> TableAsync(string table, Board board, BoardView view, ExportQuery query)
    {
        switch (table)
        {
            case "systems": return BoardTables.Systems(view);
            case "crown-map": return BoardTables.Map(view);
            case "pairs": return BoardTables.Pairs(view);
            case "ranking": return Weights(query.Weights, view.Ranking).Select(weights => BoardTables.Ranking(view, weights));
            case "leave-one-out": return BoardTables.LeaveOneOut(view);
            case "trade-off": return prices.Read().Select(list => BoardTables.TradeOff(TradeOff.Of(board, view, list, query.TradeOff)));
            case "waterfall": return BoardTables.Waterfall(view);
            case "terms": return (await boards.TermsAsync(board, query.Board.Options, query.Terms)).Select(BoardTables.Terms);
            case "confusions": return await ConfusionsAsync(board, view, query);
            case "utterances": return (await scores.OfAsync(board, query.Board.Options)).Select(all => BoardTables.Utterances(board, all));
            case "streaming": return (await streaming.ViewAsync(board, query.Board.Options.Normaliser)).Select(StreamingTables.Systems);
            case "streaming-recordings":
                return (await streaming.OfAsync(board, query.Board.Options.Normaliser)).Select(heard => StreamingTables.Recordings(board, heard, query.Board.Options.Normaliser.Name));
            case "audit": return await AuditAsync(query);
            default: return (await boards.ReadAsync(query.Board with { Corrected = false })).TryGet(out var delivered, out var error) ? await judgements.JudgementsAsync(delivered) : error;
        }
    }

    /// <summary>Judged are references as delivered, also where figures stand on corrected ones.</summary>
    private async Task<Result<BoardTable>> AuditAsync(ExportQuery query) =>
        (await boards.ReadAsync(query.Board with { Corrected = false })).TryGet(out var delivered, out var error)
        && (await boards.AuditAsync(delivered, query.Board.Options, ReferenceAudit.FewestAgreeing)).TryGet(out var spans, out error)
            ? await judgements.AuditAsync(delivered, spans) : error;

    private async Task<Result<BoardTable>> ConfusionsAsync(Board board, BoardView view, ExportQuery query)
    {
        var found = new List<(SystemRow, ConfusionsView)>();
        foreach (var row in view.Systems.Where(row => row.WhyNotRanked is null))
        {
            if (!(await Confusions.OfAsync(boards, board, query.Board, row.Id, MostConfusions)).TryGet(out var confusions, out var error)) return error;
            found.Add((row, confusions));
        }
        return BoardTables.Confusions(found);
    }

    /// <summary>Reads weights: as many numbers as there are slices, separated by commas.</summary>
    private static Result<double[]?> Weights(string? text, BoardRanking? ranking)
    {
        if (string.IsNullOrWhiteSpace(text) || ranking is null) return Result<double[]?>.Ok(null);
        var weights = new List<double>();
        foreach (var part in text.Split(','))
            if (double.TryParse(part, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var weight) && weight is >= 0 and <= 1e6) weights.Add(weight);
        return weights.Count == ranking.Slices.Count && weights.Count == text.Split(',').Length && weights.Sum() > 0
            ? Result<double[]?>.Ok([.. weights])
            : new Error.Invalid("weights-wrong", $"weights is '{text}'. Give {ranking.Slices.Count} numbers from 0 up, not all 0, separated by commas: one each for {string.Join(", ", ranking.Slices)}.");
    }
}
