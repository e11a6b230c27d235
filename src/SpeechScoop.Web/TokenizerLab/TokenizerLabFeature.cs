using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Tokenization;
using SpeechScoop.Inference.Tokenization.Baselines;
using SpeechScoop.Storage.Datasets;
using SpeechScoop.Web.Errors;
using SpeechScoop.Web.Exports;
using SpeechScoop.Web.Systems;

namespace SpeechScoop.Web.TokenizerLab;

/// <summary>The tokenizer laboratory: what runs of the kind reconstruction say about tokenizers.</summary>
internal static class TokenizerLabFeature
{
    public static IServiceCollection AddTokenizerLab(this IServiceCollection services) =>
        services.AddSingleton<LabRuns>().AddSingleton<LabOriginals>().AddSingleton<TestSoundDatasets>();

    public static IEndpointRouteBuilder MapTokenizerLab(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/tokenizer-lab").WithTags("Tokenizer laboratory").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/systems", ListSystems)
            .WithName("ListReconstructors").WithSummary("Tokenizers and classical baselines with the settings worth comparing.");
        group.MapPost("/test-sounds", async (NewTestSounds request, TestSoundDatasets sounds, CancellationToken cancellation) => Answer(await sounds.MakeAsync(request, cancellation)))
            .WithName("MakeTestSounds").WithSummary("A dataset of generated, seeded test sounds (chirps, whistles, click trains, tones, sweeps, noise bursts, impulses, chords, sung vowels); the same request gives the same dataset.");
        group.MapGet("/{runId}", ReadAsync)
            .WithName("ReadTokenizerLab").WithSummary("A reconstruction run at a glance: conditions, domains, metrics, clips, codebook use.");
        group.MapGet("/{runId}/metrics/{metric}", ReadMetricAsync)
            .WithName("ReadRateDistortion").WithSummary("One metric over bit rate, domain by domain with 95 % intervals over clips, and the worst clips first.");
        group.MapGet("/{runId}/items/{itemId}", ReadItemAsync)
            .WithName("ReadLabItem").WithSummary("One clip: the original, and every reconstruction with its tokens and measurements.");
        group.MapGet("/{runId}/tables/{table}.csv", ExportCsvAsync)
            .WithName("ExportLabCsv").WithSummary("A table as CSV: rate-distortion, clips or codebooks.");
        group.MapGet("/{runId}/tables/{table}.json", ExportJsonAsync)
            .WithName("ExportLabJson").WithSummary("The same as JSON, an object a row.");
        return api;
    }

    private static Results<Ok<DatasetSummary>, ProblemHttpResult> Answer(Result<DatasetSummary> result) => result.TryGet(out var dataset, out var error) ? TypedResults.Ok(dataset) : error.ToProblem();

    private static LabSystemView[] ListSystems(Reconstructors reconstructors, SystemAppearance appearance) =>
        [.. reconstructors.All.Select(one => new LabSystemView(
            one.System.Id, one.System.Title, one.System.Description, appearance.ColourOf(one.System.Id), one.System.PackId == Baseline.PackId, one.System.Status == PackStatus.Ready, one.System.Problems,
            [.. one.Options.Select(option => new LabOptionView(JsonSerializer.Deserialize<Dictionary<string, int>>(option.Settings)!, option.Phrase, option.BitRate))]))];

    private static async Task<Results<Ok<LabOverview>, ProblemHttpResult>> ReadAsync(string runId, LabRuns runs) =>
        (await runs.ReadAsync(runId)).TryGet(out var run, out var error) ? TypedResults.Ok(LabAnalysis.Overview(run)) : error.ToProblem();

    private static async Task<Results<Ok<LabMetricAnalysis>, ProblemHttpResult>> ReadMetricAsync(string runId, string metric, LabRuns runs)
    {
        if (!(await runs.ReadAsync(runId)).TryGet(out var run, out var error)) return error.ToProblem();
        var analysis = await Task.Run(() => LabAnalysis.Metric(run, metric));
        return analysis.TryGet(out var found, out error) ? TypedResults.Ok(found) : error.ToProblem();
    }

    private static async Task<Results<Ok<LabItemView>, ProblemHttpResult>> ReadItemAsync(string runId, string itemId, LabRuns runs, LabOriginals originals, CancellationToken cancellation)
    {
        if (!(await runs.ReadAsync(runId)).TryGet(out var run, out var error)) return error.ToProblem();
        if (run.Outputs.FirstOrDefault(output => output.Output.ItemId == itemId) is not { } first)
            return new Error.NotFound("item-not-in-run", $"The run \"{run.Listed.Run.Title}\" has no such clip. Reload the page.").ToProblem();
        if (!(await originals.OfAsync(first.Output, cancellation)).TryGet(out var original, out error)) return error.ToProblem();
        return TypedResults.Ok(new LabItemView(
            itemId, first.Output.ItemKey, first.Domain, first.Output.ItemText, original.Sha256, original.SampleRate, original.Seconds, LabAnalysis.Item(run, itemId)));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ExportCsvAsync(string runId, string table, LabRuns runs) =>
        (await TableAsync(runId, table, runs)).TryGet(out var found, out var error)
            ? new ExportedFile($"speechscoop-{table}.csv", FileTypes.Csv, found.ToCsv()).ToResult()
            : error.ToProblem();

    private static async Task<Results<Ok<IReadOnlyList<IReadOnlyDictionary<string, object?>>>, ProblemHttpResult>> ExportJsonAsync(string runId, string table, LabRuns runs) =>
        (await TableAsync(runId, table, runs)).TryGet(out var found, out var error) ? TypedResults.Ok(found.ToObjects()) : error.ToProblem();

    private static async Task<Result<LabTable>> TableAsync(string runId, string table, LabRuns runs)
    {
        if (!(await runs.ReadAsync(runId)).TryGet(out var run, out var error)) return error;
        return await Task.Run(() => LabTables.Of(run, table)) is { } found ? found
            : new Error.NotFound("table-unknown", $"There is no table '{table}'. There are: {string.Join(", ", LabTables.Names)}.");
    }
}
