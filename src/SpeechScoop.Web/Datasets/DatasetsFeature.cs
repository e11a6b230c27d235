using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.Audio.Files;
using SpeechScoop.Datasets;
using SpeechScoop.Storage.Datasets;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Errors;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Datasets;

/// <summary>Datasets: what systems are compared on.</summary>
internal static class DatasetsFeature
{
    public static IServiceCollection AddDatasets(this IServiceCollection services) => services.AddSingleton<DatasetStore>().AddSingleton<DatasetMaking>().AddSingleton<ItemAudio>();

    public static IEndpointRouteBuilder MapDatasets(this IEndpointRouteBuilder api)
    {
        api.MapGet("/prompt-lists", () => PromptList.All.Select(PromptListView.Of).ToArray()).WithTags("Datasets")
            .WithName("ListPromptLists").WithSummary("Prompts that come with the application.");
        var group = api.MapGroup("/datasets").WithTags("Datasets")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapGet("", async (DatasetStore datasets) => Answer(await datasets.ListAsync())).WithName("ListDatasets").WithSummary("All datasets, the newest first.");
        group.MapPost("", async (NewDataset request, DatasetMaking making) => Created(await making.CreateAsync(request)))
            .WithName("CreateDataset").WithSummary("Stores a dataset of uploaded clips, lists, prompts or items; refused, with every problem, where something is wrong.");
        group.MapPost("/preview", async (NewDataset request, DatasetMaking making) => Answer(await making.PreviewAsync(request)))
            .WithName("PreviewDataset").WithSummary("What would be understood of a dataset; stores nothing.");
        group.MapPost("/upload", UploadAsync).WithName("UploadDataset").DisableAntiforgery()
            .WithSummary("Stores a dataset of a form: fields `name` and `description`, audio files under their paths, and lists (CSV, TSV, JSON lines, or `text` with a prompt a line).");
        group.MapGet("/{id}", async (string id, DatasetStore datasets) => Answer(await datasets.FindAsync(id))).WithName("ReadDataset").WithSummary("A dataset, by id or name, with its counts.");
        group.MapDelete("/{id}", DeleteAsync).WithName("DeleteDataset").WithSummary("Removes a dataset that no run uses; its audio stays.");
        group.MapGet("/{id}/items", ReadItemsAsync).WithName("ListDatasetItems").WithSummary("A dataset's items in their order: `offset`, `limit` (1..500, default 50), `search`.");
        group.MapGet("/items/{id}/audio", ReadAudioAsync).WithName("ReadItemAudio").WithSummary("An item's recording, or the stretch of it that the item is, as a WAV file.");
        group.MapGet("/items/{id}/peaks", ReadPeaksAsync).WithName("ReadItemPeaks").WithSummary("An item's waveform in `count` spans (1..4000, default 800).");
        return api;
    }

    private static async Task<Results<Created<DatasetSummary>, ProblemHttpResult>> UploadAsync(HttpRequest request, ClipUpload upload, DatasetMaking making, CancellationToken cancellation) =>
        (await UploadForm.ReadAsync(request, upload, cancellation)).TryGet(out var form, out var error) ? Created(await making.CreateAsync(form)) : error.ToProblem();

    private static Results<Created<DatasetSummary>, ProblemHttpResult> Created((Result<DatasetSummary> Dataset, IReadOnlyList<DatasetProblem> Problems) made)
    {
        if (made.Dataset.TryGet(out var dataset, out var error)) return TypedResults.Created($"/api/datasets/{dataset.Id}", dataset);
        var problem = error.ToProblemDetails();
        if (made.Problems.Count > 0) problem.Extensions["problems"] = made.Problems;
        return TypedResults.Problem(problem);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string id, DatasetStore datasets) =>
        (await datasets.DeleteAsync(id)).Error is { } error ? error.ToProblem() : TypedResults.NoContent();

    private static async Task<Results<Ok<ItemPage>, ProblemHttpResult>> ReadItemsAsync(string id, DatasetStore datasets, string? search, int offset = 0, int limit = 50)
    {
        if (!(await datasets.FindAsync(id)).TryGet(out var dataset, out var error)) return error.ToProblem();
        return (await datasets.PageAsync(dataset.Id, offset, limit, search?.Trim())).TryGet(out var page, out error)
            ? TypedResults.Ok(new ItemPage(page.Total, offset, [.. page.Items.Select(ItemView.Of)]))
            : error.ToProblem();
    }

    private static async Task<Results<PhysicalFileHttpResult, FileContentHttpResult, ProblemHttpResult>> ReadAudioAsync(
        string id, DatasetStore datasets, ClipLibrary library, ItemAudio audio, HttpResponse response, CancellationToken cancellation)
    {
        if (!(await FindAsync(id, datasets)).TryGet(out var item, out var error)) return error.ToProblem();
        response.KeepForEver();
        if (item.StartSeconds is null && item.EndSeconds is null)
            return library.PathOf(item.ClipSha256!).TryGet(out var path, out error) ? TypedResults.PhysicalFile(path, "audio/wav", enableRangeProcessing: true) : error.ToProblem();
        return (await audio.ReadAsync(item.ClipSha256!, item.StartSeconds, item.EndSeconds, cancellation)).TryGet(out var clip, out error)
            ? TypedResults.File(WavWriter.ToBytes(clip, WavFormat.Pcm16), "audio/wav", enableRangeProcessing: true)
            : error.ToProblem();
    }

    private static async Task<Results<Ok<PeaksView>, ProblemHttpResult>> ReadPeaksAsync(
        string id, DatasetStore datasets, ItemAudio audio, HttpResponse response, int count = 800, CancellationToken cancellation = default)
    {
        if (!(await FindAsync(id, datasets)).TryGet(out var item, out var error)
            || !(await audio.PeaksAsync(item.ClipSha256!, item.StartSeconds, item.EndSeconds, count, cancellation)).TryGet(out var peaks, out error)) return error.ToProblem();
        response.KeepForEver();
        return TypedResults.Ok(peaks);
    }

    private static async Task<Result<ListedItem>> FindAsync(string id, DatasetStore datasets) => (await datasets.FindItemAsync(id)).Then(item => item.ClipSha256 is null
        ? new Error.NotFound("item-without-audio", $"The item {item.Key} is a prompt; it has no recording.")
        : Result<ListedItem>.Ok(item));

    private static Results<Ok<T>, ProblemHttpResult> Answer<T>(Result<T> result) => result.TryGet(out var value, out var error) ? TypedResults.Ok(value) : error.ToProblem();
}
