using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.Recognition.Costs;
using SpeechScoop.Storage.Datasets;
using SpeechScoop.Web.Errors;

namespace SpeechScoop.Web.Vendors;

/// <summary>A month to be priced.</summary>
/// <param name="MinutesPerMonth">Minutes of audio, above 0 to 100 million.</param>
/// <param name="DatasetId">A dataset of recordings (id or name) whose lengths are typical; null where <paramref name="ClipSeconds"/> says it.</param>
/// <param name="ClipSeconds">Length of every recording.</param>
internal sealed record MonthRequest(decimal MinutesPerMonth, string? DatasetId = null, double? ClipSeconds = null);

/// <summary>What a month costs.</summary>
/// <param name="Clips">Recordings whose lengths were used.</param>
/// <param name="MeanSeconds">Their mean length.</param>
internal sealed record MonthView(decimal MinutesPerMonth, int Clips, double MeanSeconds, IReadOnlyList<MonthCostView> Vendors);

/// <summary>What a month costs at one vendor; without a cost where its price is not known.</summary>
internal sealed record MonthCostView(Price Price, BilledAudio? Month);

/// <summary>Prices, and what follows from them.</summary>
internal static class PriceEndpoints
{
    private const decimal MostMinutes = 100_000_000;

    public static IEndpointRouteBuilder MapPrices(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/prices").WithTags("Vendors").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("", (PriceList list) => Answer(list.Read().Select(prices => new PriceFile(prices)))).WithName("ListPrices").WithSummary("The prices that were entered; an example without a price while there are none.");
        group.MapPut("", (PriceFile prices, PriceList list) => Answer(list.Save(prices.Prices ?? []).Select(saved => new PriceFile(saved)))).WithName("SavePrices").WithSummary("Replaces all prices.");
        group.MapPost("/simulate", SimulateAsync).WithName("SimulateMonth").WithSummary("What a month costs at each vendor, from recordings as long as a dataset's or all of one length.");
        group.MapGet("/runs/{id}", async (string id, RunCosts costs) => Answer(await costs.ReadAsync(id))).WithName("ReadRunCosts").WithSummary("What each condition of a run of recognizers costs under its vendor's price, in all and per thousand correct words.");
        return api;
    }

    private static async Task<Results<Ok<MonthView>, ProblemHttpResult>> SimulateAsync(MonthRequest month, PriceList list, DatasetStore datasets)
    {
        if (month.MinutesPerMonth is <= 0 or > MostMinutes) return new Error.Invalid("minutes-out-of-range", $"minutesPerMonth must be above 0, up to {MostMinutes}.").ToProblem();
        if (!(await LengthsAsync(month, datasets)).TryGet(out var lengths, out var error) || !list.Read().TryGet(out var prices, out error)) return error.ToProblem();
        return TypedResults.Ok(new MonthView(
            month.MinutesPerMonth, lengths.Count, lengths.Average(), [.. prices.Select(price => new MonthCostView(price, Billing.Month(price, month.MinutesPerMonth, lengths)))]));
    }

    private static async Task<Result<IReadOnlyList<double>>> LengthsAsync(MonthRequest month, DatasetStore datasets)
    {
        if (string.IsNullOrWhiteSpace(month.DatasetId))
            return month.ClipSeconds is > 0 and <= 86_400 and var seconds
                ? Result<IReadOnlyList<double>>.Ok([seconds])
                : new Error.Invalid("clip-length-missing", "Give datasetId, or clipSeconds above 0 up to 86400: what is rounded depends on how long the recordings are.");
        if (!(await datasets.FindAsync(month.DatasetId)).TryGet(out var dataset, out var error) || !(await datasets.SecondsAsync(dataset.Id)).TryGet(out var lengths, out error)) return error;
        return lengths.Any(length => length > 0)
            ? Result<IReadOnlyList<double>>.Ok([.. lengths.Where(length => length is > 0 and <= Billing.LongestSeconds)])
            : new Error.Invalid("no-recordings", $"\"{dataset.Name}\" holds no recordings. Choose a dataset of recordings.");
    }

    private static Results<Ok<T>, ProblemHttpResult> Answer<T>(Result<T> result) => result.TryGet(out var value, out var error) ? TypedResults.Ok(value) : error.ToProblem();
}
