using SpeechScoop.Recognition;
using SpeechScoop.Recognition.Costs;
using SpeechScoop.Statistics;
using SpeechScoop.Web.Vendors;

namespace SpeechScoop.Web.Recognizers;

/// <summary>What is weighed.</summary>
/// <param name="Criteria">Of <c>errors</c>, <c>latency</c>, <c>price</c>.</param>
/// <param name="IsTail">Whether latency is its 95th percentile instead of its median.</param>
internal sealed record TradeOffQuery(IReadOnlyList<string> Criteria, bool IsTail);

/// <summary>Errors, latency and price against each other.</summary>
/// <param name="Criteria">What is weighed: <c>errors</c>, <c>latency</c>, <c>price</c>; without what is not known of any system.</param>
/// <param name="Currency">Of the prices that are compared, the most frequent one; null where no price is known.</param>
/// <param name="Systems">Ranked ones, in the board's order.</param>
internal sealed record TradeOffView(IReadOnlyList<string> Criteria, string? Currency, IReadOnlyList<TradeOffSystem> Systems);

/// <summary>One system.</summary>
/// <param name="Cost">Null where it is not known, for the reason in <paramref name="WhyNoCost"/>.</param>
/// <param name="Unknown">Criteria that are not known of it: then it beats nobody and nobody beats it.</param>
/// <param name="BeatenBy">Title of a system that is at least as good in every criterion and better in one; null where none is.</param>
internal sealed record TradeOffSystem(
    string Id, string Title, int Colour, double? ErrorRate, Interval? Interval, Percentiles? Latency, CostOfSpeech? Cost, string? WhyNoCost, IReadOnlyList<string> Unknown, string? BeatenBy);

/// <summary>What speech costs at a system, from the lengths of the board's common recordings: each is rounded as the price says.</summary>
/// <param name="PerHour">For an hour of audio as it is.</param>
/// <param name="PerThousandMinutes">For a thousand minutes of it.</param>
/// <param name="PerThousandCorrectWords">For a thousand reference words that were recognized; null where none was.</param>
/// <param name="Surplus">How much longer the billed audio is than the real one.</param>
/// <param name="Source">Address of the price list.</param>
/// <param name="Date">When it was read.</param>
internal sealed record CostOfSpeech(decimal PerHour, decimal PerThousandMinutes, decimal? PerThousandCorrectWords, decimal Surplus, string Currency, string Source, DateOnly? Date);

/// <summary>Weighs systems of a board.</summary>
internal static class TradeOff
{
    private static readonly string[] All = ["errors", "latency", "price"];

    /// <summary>Reads criteria: names separated by commas; all where none is named.</summary>
    /// <param name="latency"><c>p50</c> (the median, also where it is not given) or <c>p95</c>.</param>
    public static Result<TradeOffQuery> Read(string? criteria, string? latency)
    {
        string[] named = criteria?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (named.FirstOrDefault(name => !All.Contains(name)) is { } unknown)
            return new Error.Invalid("unknown-criterion", $"criteria has '{unknown}'. Use errors, latency, price, or several of them separated by commas.");
        if (latency is not (null or "" or "p50" or "p95")) return new Error.Invalid("unknown-latency", $"latency is '{latency}'. Use p50 for the median, or p95.");
        return new TradeOffQuery([.. All.Where(name => named.Length == 0 || named.Contains(name))], latency is "p95");
    }

    public static TradeOffView Of(Board board, BoardView view, IReadOnlyList<Price> prices, TradeOffQuery query)
    {
        var rows = view.Systems.Where(row => row.WhyNotRanked is null).ToList();
        var priced = rows.ConvertAll(row => (Row: row, Cost: Cost(board, row, prices)));
        var currency = priced.Select(each => each.Cost.Of?.Currency).OfType<string>().GroupBy(code => code, StringComparer.Ordinal)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        // Amounts of different currencies cannot be compared, and no rate of exchange is guessed.
        var systems = priced.ConvertAll(each => each.Cost.Of is { } cost && cost.Currency != currency
            ? (each.Row, Cost: (CostOfSpeech?)null, Why: $"its price is in {cost.Currency}, not in {currency}") : (each.Row, Cost: each.Cost.Of, each.Cost.Why));
        var compared = query.Criteria.Where(name => systems.Exists(each => Value(name, each.Row, each.Cost) is not null)).ToList();
        var beaten = ParetoFront.BeatenBy(systems.ConvertAll(each => new Offer(
            each.Row.Title, Chosen("errors", each), Chosen("latency", each), Chosen("price", each))));
        return new(compared, currency, [.. systems.Select((each, i) => new TradeOffSystem(
            each.Row.Id, each.Row.Title, each.Row.Colour, each.Row.WordErrorRate, each.Row.Interval, each.Row.Latency, each.Cost, each.Why,
            [.. compared.Where(name => Value(name, each.Row, each.Cost) is null)], beaten[i]))]);

        double? Chosen(string name, (SystemRow Row, CostOfSpeech? Cost, string? Why) each) => query.Criteria.Contains(name) ? Value(name, each.Row, each.Cost) : null;

        double? Value(string criterion, SystemRow row, CostOfSpeech? cost) => criterion switch
        {
            "errors" => row.WordErrorRate,
            "latency" => query.IsTail ? row.Latency?.P95 : row.Latency?.P50,
            _ => (double?)cost?.PerHour,
        };
    }

    private static (CostOfSpeech? Of, string? Why) Cost(Board board, SystemRow row, IReadOnlyList<Price> prices)
    {
        var system = board.Systems.First(each => each.Id == row.Id);
        if (PriceList.Of(prices, system.SystemId) is not { PerMinute: not null } price) return (null, "no price is entered for it");
        if (board.Common.Any(item => item.Seconds is not > 0)) return (null, "the length of some recording is not known");
        if (Billing.Cost(price, board.Common.Select(item => Math.Min(item.Seconds!.Value, Billing.LongestSeconds))) is not { AudioSeconds: > 0 } billed) return (null, "no recording is common to all systems");
        return (new(billed.CostPerMinute * 60, billed.CostPerMinute * 1000, Billing.PerThousandCorrectWords(billed.Cost, row.Words.Correct), billed.Surplus, price.Currency, price.Source, price.Date), null);
    }
}
