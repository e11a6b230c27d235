using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Errors;
using SpeechScoop.Web.Exports;
using SpeechScoop.Web.Runs.Import;
using SpeechScoop.Web.Runs.Making;
using SpeechScoop.Web.Runs.Measuring;

namespace SpeechScoop.Web.Runs;

/// <summary>Runs: systems over a dataset, made in the background, measured, resumed after any interruption.</summary>
internal static class RunsFeature
{
    public static IServiceCollection AddRuns(this IServiceCollection services)
    {
        services.AddSingleton<RunStore>().AddSingleton<RunOutputStore>().AddSingleton<RunSummaryStore>().AddSingleton<ImportedFileStore>();
        services.AddSingleton<IRunWork, RecognitionRunWork>().AddSingleton<IRunWork, SynthesisRunWork>().AddSingleton<IRunWork, ReconstructionRunWork>();
        services.AddSingleton<RunSystems>().AddSingleton<OutputMeasuring>().AddSingleton<OutputMaking>().AddSingleton<RunLanes>().AddSingleton<RunPace>().AddSingleton<RunChanges>();
        services.AddSingleton<RunMaking>().AddSingleton<RunReader>().AddSingleton<RunControl>().AddSingleton<RunExport>();
        services.AddRunImport();
        services.AddSingleton<RunWorker>().AddHostedService(provider => provider.GetRequiredService<RunWorker>());
        return services;
    }

    public static IEndpointRouteBuilder MapRuns(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/runs").WithTags("Runs")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapGet("", ListAsync).WithName("ListRuns").WithSummary("All runs with their progress, the newest first; `kind` (recognition, synthesis, reconstruction) and `datasetId` narrow the list.");
        group.MapPost("", CreateAsync).WithName("CreateRun").WithSummary("Makes a run: one output per item, condition and take; it begins at once.");
        group.MapGet("/{id}", async (string id, RunReader reader) => Answer(await reader.ReadAsync(id))).WithName("ReadRun").WithSummary("A run with its plan, environment, progress, rate and time left.");
        group.MapDelete("/{id}", DeleteAsync).WithName("DeleteRun").WithSummary("Removes a run that does not go on, with its outputs and measurements.");
        group.MapPost("/{id}/pause", (string id, RunStore runs, RunControl control) => control.ChangeAsync(id, () => runs.PauseAsync(id)))
            .WithName("PauseRun").WithSummary("Begins no further output until resumed.");
        group.MapPost("/{id}/resume", (string id, RunStore runs, RunControl control) => control.ChangeAsync(id, () => runs.ResumeAsync(id)))
            .WithName("ResumeRun").WithSummary("Goes on after a pause.");
        group.MapPost("/{id}/cancel", (string id, RunStore runs, RunControl control, TimeProvider time) => control.ChangeAsync(id, () => runs.CancelAsync(id, time.GetUtcNow()), stop: true))
            .WithName("CancelRun").WithSummary("Ends a run; what was finished stays.");
        group.MapPost("/{id}/retry", (string id, RunStore runs, RunControl control) => control.ChangeAsync(id, () => runs.RetryAsync(id)))
            .WithName("RetryRun").WithSummary("Queues again what failed or was cancelled.");
        group.MapGet("/{id}/outputs", ReadOutputsAsync).WithName("ListRunOutputs")
            .WithSummary("A run's outputs with their measurements: `offset`, `limit` (1..500, default 50), `condition` (index), `item` (id or key), `status`, `search`, `sort` (a metric's id; with - before it largest first).");
        group.MapGet("/{id}/summary", async (string id, RunReader reader) => Answer(await reader.SummaryAsync(id))).WithName("SummariseRun").WithSummary("Counts, times and metrics of each condition.");
        group.MapGet("/{id}/export", ExportAsync).WithName("ExportRun").WithSummary("All outputs of a run with their items, times and measurements, as `format` csv (the default) or jsonl.");
        group.MapRunImport();
        return api;
    }

    /// <summary>Maps the hub that tells of progress.</summary>
    public static void MapRunHub(this IEndpointRouteBuilder app) => app.MapHub<RunHub>("/hubs/runs");

    private static async Task<Results<Ok<IReadOnlyList<RunView>>, ProblemHttpResult>> ListAsync(RunReader reader, string? kind, string? datasetId) =>
        TryParse<RunKind>(kind, out var parsed) ? Answer(await reader.ListAsync(parsed, datasetId)) : Unknown<RunKind>("kind", kind).ToProblem();

    private static async Task<Results<Created<RunView>, ProblemHttpResult>> CreateAsync(NewRun request, RunMaking making, RunReader reader)
    {
        if (!(await making.CreateAsync(request)).TryGet(out var run, out var error) || !(await reader.ReadAsync(run.Id)).TryGet(out var view, out error)) return error.ToProblem();
        return TypedResults.Created($"/api/runs/{view.Id}", view);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string id, RunStore runs, RunChanges changes)
    {
        if ((await runs.DeleteAsync(id)).Error is { } error) return error.ToProblem();
        changes.Note(id);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<RunOutputPage>, ProblemHttpResult>> ReadOutputsAsync(
        string id, RunReader reader, int? condition, string? item, string? status, string? search, string? sort, int offset = 0, int limit = 50)
    {
        if (!TryParse<OutputStatus>(status, out var parsed)) return Unknown<OutputStatus>("status", status).ToProblem();
        var metric = string.IsNullOrEmpty(sort) || sort is "position" ? null : sort.TrimStart('-');
        var query = new RunOutputQuery(null, null, item, parsed, search?.Trim(), metric, sort?.StartsWith('-') == true, Math.Max(0, offset), Math.Clamp(limit, 1, 500));
        return Answer(await reader.PageAsync(id, query, condition));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ExportAsync(string id, RunExport export, string? format)
    {
        if (!TryParse<ExportFormat>(format, out var parsed)) return Unknown<ExportFormat>("format", format).ToProblem();
        if (!(await export.WriteAsync(id, parsed ?? ExportFormat.Csv)).TryGet(out var text, out var error)) return error.ToProblem();
        return parsed is ExportFormat.Jsonl
            ? new ExportedFile($"run-{id}.jsonl", FileTypes.JsonLines, text).ToResult()
            : new ExportedFile($"run-{id}.csv", FileTypes.Csv, text).ToResult();
    }

    private static bool TryParse<T>(string? text, out T? value)
        where T : struct, Enum
    {
        value = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (!Enum.TryParse<T>(text, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed)) return false;
        value = parsed;
        return true;
    }

    private static Error.Invalid Unknown<T>(string name, string? text)
        where T : struct, Enum => new($"unknown-{name}", $"{name} is '{text}'. Use one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}, or leave it out.");

    private static Results<Ok<T>, ProblemHttpResult> Answer<T>(Result<T> result) => result.TryGet(out var value, out var error) ? TypedResults.Ok(value) : error.ToProblem();
}
