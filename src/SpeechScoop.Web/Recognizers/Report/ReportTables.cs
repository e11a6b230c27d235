using System.Globalization;
using SpeechScoop.Statistics;
using static SpeechScoop.Web.Reports.ReportHtml;

namespace SpeechScoop.Web.Recognizers.Report;

/// <summary>The tables of a report, as people read them; the exact figures are attached.</summary>
internal static class ReportTables
{
    /// <summary>Rows of a table whose whole is attached.</summary>
    private const int MostRows = 60;

    private const string MapTitle = "King of what", PairsTitle = "Is the difference real?", WeighingTitle = "Weightings and averages", TradeTitle = "Errors, latency and price", WaterfallTitle = "Formatting or hearing";

    public static IEnumerable<BoardTable> All(BoardView view, TradeOffView trade, IReadOnlyDictionary<string, BoardTable> tables)
    {
        var ranked = view.Systems.Where(row => row.WhyNotRanked is null).ToList();
        yield return Systems(view);
        yield return Map(view, ranked);
        yield return new(PairsTitle, ["Pair", "Difference, points", "p, paired bootstrap", "p, Holm", "p, MAPSSWE", "p, McNemar", "More speech to separate them"], [.. view.Pairs.Select(pair => (object?[])[
            $"{ranked[pair.First].Title} − {ranked[pair.Second].Title}", new Figure($"{Points(pair.Difference)}{(pair.Interval is { } interval ? $" [{Points(interval.Low)}, {Points(interval.High)}]" : "")}"),
            P(pair.P), P(pair.PHolm), P(pair.MatchedPairsP), P(pair.McNemarP), new Figure(pair.PHolm < 0.05 ? "separated" : pair.MoreSeconds is { } more ? string.Create(CultureInfo.InvariantCulture, $"{more / 60:0.#} min") : "–"),
        ])]);
        if (view is { Ranking: { } ranking, Map.Count: > 1 })
            yield return new(WeighingTitle, ["System", "Mean WER", "Mean rank", "Relative WER", "Crown share", "Can be king"], [.. ranked.Select((row, i) => (object?[])[
                row.Title, Percent(ranking.Averages.MeanRate[i]), Number(ranking.Averages.MeanRank[i], "0.00"), Number(ranking.Averages.RelativeRate?[i], "0.000"), Percent(ranking.Crowns.Shares[i]), ranking.Crowns.CanBeKing[i] ? "yes" : "never",
            ])]);
        yield return Trade(trade);
        yield return Waterfall(view, ranked);
        yield return Shorter(tables["terms"] with { Rows = [.. tables["terms"].Rows.Where(row => row is not [_, _, _, 0, _, 0, ..])] });
        yield return Shorter(tables["confusions"] with { Rows = [.. tables["confusions"].Rows.OrderByDescending(row => row[^1])] });
        yield return Shorter(tables["audit"]);
        yield return Shorter(tables["judgements"]);
    }

    /// <summary>What stands under a table.</summary>
    public static string? Note(string title, BoardView view, TradeOffView trade) => title switch
    {
        MapTitle => "♛ has the lowest rate; = cannot be told from it (paired bootstrap, Holm over the rivals in a slice, 5 %).",
        PairsTitle => string.Join(' ', new[] { "Negative: the first of the pair makes fewer errors. p, Holm: corrected over all pairs; the verdict and “King of what” compare with the best only, and correct for as many tests.", view.PairsNote }.OfType<string>()),
        WeighingTitle => "Crown share: of 20,000 random weightings of the slices, uniform over all there are.",
        TradeTitle => $"Weighed: {string.Join(", ", trade.Criteria)}. A system is beaten where another is at least as good in all of them and better in one; of whom something is not known, nobody can be said to beat it. "
            + "Prices are those that were entered, for the lengths of these recordings, rounded as the price list says; currencies are not converted.",
        WaterfallTitle => "Word error rate as delivered, and after each kind of rule on top of those before it: what goes away is formatting.",
        _ => null,
    };

    private static BoardTable Systems(BoardView view) => new("Systems",
        ["System", "WER", .. view.Corrected ? ["WER, references as delivered"] : Array.Empty<string>(), "S", "D", "I", "CER", "Mean of utterances", "Sentences wrong", "Failed", "Missing", "Empty", "× real time", "Latency p50", "p95"],
        [.. view.Systems.Select(row => (object?[])[
            row.WhyNotRanked is null ? row.Title : $"{row.Title}: not ranked, {row.WhyNotRanked}", Rate(row.WordErrorRate, row.Interval), .. view.Corrected ? [Percent(row.DeliveredErrorRate)] : Array.Empty<object?>(),
            Count(row, row.Words.Substitutions), Count(row, row.Words.Deletions), Count(row, row.Words.Insertions), Percent(row.CharacterErrorRate), Percent(row.MeanOfUtterances), Percent(row.SentenceErrorRate),
            row.Failed, row.Missing, row.Empty, Number(row.TimesRealTime, "0.0"), Milliseconds(row.Latency?.P50), Milliseconds(row.Latency?.P95),
        ])]);

    private static BoardTable Map(BoardView view, List<SystemRow> ranked) => new(MapTitle,
        [view.Slice.StartsWith("attribute:", StringComparison.Ordinal) ? view.Slice["attribute:".Length..] : view.Slice, "Recordings", "Words", .. ranked.Select(row => row.Title)],
        [.. view.Map.Select(row => (object?[])[
            row.Slice, row.Utterances, row.Words, .. row.Cells.Select(cell => (object?)new Figure($"{(cell.IsKing ? "♛ " : cell.IsTied ? "= " : "")}{Rate(cell.Rate, cell.Interval).Written}", cell.IsKing)),
        ])]);

    private static BoardTable Trade(TradeOffView trade)
    {
        var (hour, words) = (Digits(trade.Systems.Select(row => row.Cost?.PerHour)), Digits(trade.Systems.Select(row => row.Cost?.PerThousandCorrectWords)));
        return new(TradeTitle,
            ["System", "WER", "Latency p50", "p95", "An hour of audio", "1,000 minutes", "1,000 correct words", "Price list", "Read on", "Beaten by"],
            [.. trade.Systems.Select(row => (object?[])[
                row.Title, Rate(row.ErrorRate, row.Interval), Milliseconds(row.Latency?.P50), Milliseconds(row.Latency?.P95), Money(row.Cost?.PerHour, row.Cost?.Currency, hour), Money(row.Cost?.PerThousandMinutes, row.Cost?.Currency, hour),
                Money(row.Cost?.PerThousandCorrectWords, row.Cost?.Currency, words), row.Cost is { Source: { Length: > 0 } source } ? source : row.WhyNoCost ?? "not stated", row.Cost?.Date?.ToString("O", CultureInfo.InvariantCulture) ?? "–",
                row.BeatenBy ?? (row.Unknown.Count > 0 ? $"cannot be said: {string.Join(" and ", row.Unknown)} not known" : "nobody"),
            ])]);
    }

    private static BoardTable Waterfall(BoardView view, List<SystemRow> ranked) => new(WaterfallTitle,
        ["System", .. view.Waterfalls is [var first, ..] ? first.Stages.Select(stage => stage.Group?.ToString().ToLowerInvariant() ?? "as delivered") : []],
        view.Waterfalls is [{ Stages.Count: > 1 }, ..] ? [.. view.Waterfalls.Select(each => (object?[])[ranked[each.System].Title, .. each.Stages.Select(stage => (object?)Percent(stage.Counts.Rate))])] : []);

    /// <summary>An exported table as people read it: titles without ids, rates in percent, not too many rows.</summary>
    private static BoardTable Shorter(BoardTable table)
    {
        var skip = table.Header is ["system", "title", ..] ? 1 : 0;
        string[] header = [.. table.Header.Skip(skip)];
        if (skip > 0) header[0] = "system";
        var rows = table.Rows.Take(MostRows).Select(row => row.Skip(skip).Select((cell, i) => header[i] is "error_rate" or "precision" ? Percent((double?)cell) : cell is DateTimeOffset instant ? instant.UtcDateTime.ToString("u", CultureInfo.InvariantCulture) : cell is null ? "–" : cell).ToArray());
        return new(table.Rows.Count <= MostRows ? table.Title : $"{table.Title}: the first {MostRows} of {table.Rows.Count}", header, [.. rows]);
    }

    private static object Count(SystemRow row, int count) => row.WhyNotRanked is null ? count : new Figure("–");

    public static Figure Rate(double? rate, Interval? interval) => new(interval is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{Percent(rate).Written} [{100 * known.Low:0.0}, {100 * known.High:0.0}]") : Percent(rate).Written);

    private static Figure Percent(double? share) => Number(100 * share, "0.0' %'");

    private static Figure Milliseconds(double? seconds) => Number(1000 * seconds, "#,0' ms'");

    private static Figure P(double? p) => p < 0.001 ? new("< 0.001") : Number(p, "0.000");

    private static string Points(double difference) => (100 * difference).ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture);

    private static Figure Number(double? value, string format) => new(value is { } known ? known.ToString(format, CultureInfo.InvariantCulture) : "–");

    private static Figure Money(decimal? amount, string? currency, int digits) => new(amount is { } known ? $"{known.ToString($"F{digits}", CultureInfo.InvariantCulture)} {currency}" : "not known");

    /// <summary>Digits after the point that show at least two that count of the smallest amount.</summary>
    private static int Digits(IEnumerable<decimal?> amounts) =>
        amounts.Where(amount => amount > 0).Min() is { } least ? Math.Clamp(1 - (int)Math.Floor(Math.Log10((double)least)), 2, 6) : 2;
}
