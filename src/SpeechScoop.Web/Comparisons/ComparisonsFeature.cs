using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.Comparisons;
using SpeechScoop.Storage.Comparisons;
using SpeechScoop.Systems;
using SpeechScoop.Web.Errors;
using SpeechScoop.Web.Exports;

namespace SpeechScoop.Web.Comparisons;

/// <summary>Comparisons of systems: from ratings and measurements to numbers with their uncertainty.</summary>
internal static class ComparisonsFeature
{
    public static IServiceCollection AddComparisons(this IServiceCollection services) =>
        services.AddSingleton<ComparisonStore>().AddSingleton<Comparing>().AddSingleton<ComparisonPresenter>();

    public static IEndpointRouteBuilder MapComparisons(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/comparisons").WithTags("Comparisons");
        group.MapGet("/{kind}", ReadAsync)
            .WithName("Compare").WithSummary("What ratings and measurements say about the systems of one kind, with 95 % intervals.");
        group.MapGet("/{kind}.csv", ExportAsync)
            .WithName("ExportComparison").WithSummary("The same as CSV, a line for each number.");
        group.MapGet("/{kind}/ratings.csv", ExportRatingsAsync)
            .WithName("ExportRatings").WithSummary("Every rating as CSV, with its provenance and whether it counts.");
        return api;
    }

    private static async Task<Results<Ok<ComparisonView>, ProblemHttpResult>> ReadAsync(
        [AsParameters] ComparisonQuery query, Comparing comparing, ComparisonPresenter presenter) =>
        (await CompareAsync(query, comparing, presenter)).TryGet(out var comparison, out var error) ? TypedResults.Ok(comparison) : error.ToProblem();

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ExportAsync(
        [AsParameters] ComparisonQuery query, Comparing comparing, ComparisonPresenter presenter) =>
        (await CompareAsync(query, comparing, presenter)).TryGet(out var comparison, out var error)
            ? new ExportedFile($"speechscoop-{query.Kind}s.csv", FileTypes.Csv, ComparisonTable.Write(comparison)).ToResult()
            : error.ToProblem();

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ExportRatingsAsync([AsParameters] ComparisonQuery query, ComparisonStore store)
    {
        if (!Read(query).TryGet(out var asked, out var error)
            || !(await store.ReadAsync(asked.Kind)).TryGet(out var rows, out error)
            || !(await store.ReadRatingsAsync(asked.Kind)).TryGet(out var records, out error)) return error.ToProblem();
        return new ExportedFile($"speechscoop-{query.Kind}-ratings.csv", FileTypes.Csv, RatingsTable.Write(records, rows, asked.Filter)).ToResult();
    }

    private static async Task<Result<ComparisonView>> CompareAsync(ComparisonQuery query, Comparing comparing, ComparisonPresenter presenter)
    {
        if (!Read(query).TryGet(out var asked, out var error) || !(await comparing.CompareAsync(asked.Kind, asked.Filter)).TryGet(out var compared, out error)) return error;
        return presenter.Present(asked.Kind, compared, asked.Filter);
    }

    private static Result<Asked> Read(ComparisonQuery query) => query.ReadKind().Then(kind => query.ReadFilter().Select(filter => new Asked(kind, filter)));

    private sealed record Asked(SystemKind Kind, ComparisonFilter Filter);
}
