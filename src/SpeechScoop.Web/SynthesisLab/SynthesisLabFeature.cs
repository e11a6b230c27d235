using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Errors;
using SpeechScoop.Web.Hosting;
using SpeechScoop.Web.SynthesisLab.Embeddings;
using SpeechScoop.Web.SynthesisLab.Exports;

namespace SpeechScoop.Web.SynthesisLab;

/// <summary>The synthesis laboratory: what many takes of the same prompts say about a synthesizer.</summary>
internal static class SynthesisLabFeature
{
    public static IServiceCollection AddSynthesisLab(this IServiceCollection services) =>
        services.AddSingleton<SynthesisPaceStore>().AddSingleton<LabMetrics>().AddSingleton<LabReader>().AddSingleton<RepeatedClips>().AddSingleton<LabPresenter>().AddSingleton<LabOffers>()
            .AddSingleton<IEmbedders, InstalledEmbedders>().AddSingleton<ClipEmbeddings>().AddSingleton<CloningReader>().AddSingleton<DistanceReader>();

    /// <param name="api">The group <c>/api</c>.</param>
    public static void MapSynthesisLab(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/synthesis-lab").WithTags("Synthesis laboratory").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/offer", OfferAsync)
            .WithName("ReadSynthesisLabOffer").WithSummary("What a new run can measure, and how fast systems spoke so far.");
        group.MapGet("/{run}", ReadAsync)
            .WithName("ReadSynthesisLab").WithSummary("The analysis of a run's takes; `metric` ranks them.");
        group.MapGet("/{run}/cells", ReadCellAsync)
            .WithName("ReadSynthesisLabCell").WithSummary("The takes of one prompt under one condition, from the best to the worst.");
        group.MapGet("/{run}/cloning", ReadCloningAsync)
            .WithName("ReadSynthesisLabCloning").WithSummary("How alike clones are to their speakers, in-domain and out-of-domain, with floor and ceiling from `dataset`, a dataset of recordings.");
        group.MapGet("/{run}/distances", ReadDistancesAsync)
            .WithName("ReadSynthesisLabDistances").WithSummary("Fréchet distances of each condition's clips to `dataset`, a dataset of recordings, by `embedder`.");
        group.MapGet("/embedders", (IEmbedders embedders) => TypedResults.Ok(embedders.All)).WithName("ListEmbedders").WithSummary("What can turn clips into vectors here.");
        group.MapGet("/{run}/export/{name}", ExportAsync)
            .WithName("ExportSynthesisLab").WithSummary($"The analysis as a file: {string.Join(", ", LabExports.Names)}.");
    }

    private static async Task<Results<Ok<LabOffer>, ProblemHttpResult>> OfferAsync(LabOffers offers) =>
        (await offers.ReadAsync()).TryGet(out var offer, out var error) ? TypedResults.Ok(offer) : error.ToProblem();

    private static async Task<Results<Ok<LabView>, ProblemHttpResult>> ReadAsync(string run, string? metric, LabReader reader, LabPresenter presenter, HttpResponse response, CancellationToken cancellation)
    {
        response.KeepNothing();
        return (await reader.ReadAsync(run)).TryGet(out var found, out var error) ? TypedResults.Ok(await presenter.PresentAsync(found, metric, cancellation)) : error.ToProblem();
    }

    private static async Task<Results<Ok<CellView>, ProblemHttpResult>> ReadCellAsync(string run, string prompt, string condition, string? metric, LabReader reader, HttpResponse response)
    {
        response.KeepNothing();
        return (await reader.ReadAsync(run)).TryGet(out var found, out var error) && LabPresenter.Cell(found, prompt, condition, metric).TryGet(out var cell, out error)
            ? TypedResults.Ok(cell)
            : error.ToProblem();
    }

    private static async Task<Results<Ok<CloningView>, ProblemHttpResult>> ReadCloningAsync(string run, string? dataset, LabReader reader, CloningReader cloning, CancellationToken cancellation) =>
        (await reader.ReadAsync(run)).TryGet(out var found, out var error) && (await cloning.ReadAsync(found, dataset, cancellation)).TryGet(out var view, out error)
            ? TypedResults.Ok(view)
            : error.ToProblem();

    private static async Task<Results<Ok<DistancesView>, ProblemHttpResult>> ReadDistancesAsync(
        string run, string? dataset, string? embedder, LabReader reader, DistanceReader distances, CancellationToken cancellation) =>
        (await reader.ReadAsync(run)).TryGet(out var found, out var error) && (await distances.ReadAsync(found, dataset, embedder, cancellation)).TryGet(out var view, out error)
            ? TypedResults.Ok(view)
            : error.ToProblem();

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ExportAsync(
        string run, string name, string? metric, LabReader reader, LabPresenter presenter, CancellationToken cancellation)
    {
        if (!(await reader.ReadAsync(run)).TryGet(out var found, out var error)) return error.ToProblem();
        return LabExports.Write(name, found, await presenter.PresentAsync(found, metric, cancellation)).TryGet(out var file, out error)
            ? file.ToResult()
            : error.ToProblem();
    }
}
