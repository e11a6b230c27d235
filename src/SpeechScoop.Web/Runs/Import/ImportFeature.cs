using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.Datasets;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Errors;

namespace SpeechScoop.Web.Runs.Import;

/// <summary>Outputs made elsewhere, over the API.</summary>
internal static class ImportFeature
{
    private const int ShownProblems = 500;

    public static IServiceCollection AddRunImport(this IServiceCollection services) => services.AddSingleton<OutputsImport>().AddSingleton<HypothesesImport>().AddSingleton<ColumnsImport>();

    public static void MapRunImport(this RouteGroupBuilder runs)
    {
        MapOutputs(runs);
        runs.MapPost("/{id}/measurements", ImportColumnsAsync).WithName("ImportMeasurements").DisableAntiforgery()
            .WithSummary("Adds values that another program measured on a run's outputs: the body is the run's CSV export with further columns, one a metric; `name` is the file's name.");
        runs.MapGet("/{id}/files", async Task<Results<Ok<IReadOnlyList<ImportedFile>>, ProblemHttpResult>> (string id, RunStore store, ImportedFileStore files) =>
                !(await store.FindAsync(id)).TryGet(out _, out var error) || !(await files.OfRunAsync(id)).TryGet(out var found, out error) ? error.ToProblem() : TypedResults.Ok(found))
            .WithName("ListImportedFiles").WithSummary("The files that a run was imported from, as they were delivered, with their SHA-256.");
        runs.MapGet("/{id}/files/{position:int}", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (string id, int position, ImportedFileStore files) =>
                (await files.FindAsync(id, position)).TryGet(out var file, out var error)
                    ? TypedResults.File(file.Unpack(), "application/octet-stream", Path.GetFileName(file.Name)) : error.ToProblem())
            .WithName("ReadImportedFile").WithSummary("One of them, byte for byte.");
        runs.MapPost("/import-hypotheses", ImportHypothesesAsync).WithName("ImportHypotheses").DisableAntiforgery()
            .WithSummary("Makes a run of transcripts in any known format: a form with fields `dataset`, `system`, `format`, `field`, `title`, `allowMissing` and files; with `preview=true` it only says what was understood.");
    }

    private static async Task<Results<Ok<ImportedColumns>, ProblemHttpResult>> ImportColumnsAsync(string id, string? name, HttpRequest request, ColumnsImport import, CancellationToken cancellation)
    {
        if (request.ContentLength > ColumnsImport.MaximumBytes)
            return new Error.Invalid("columns-file-too-long", $"The table has more than {ColumnsImport.MaximumBytes / 1_000_000} MB. Leave out columns that are not needed.").ToProblem();
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        return (await import.ImportAsync(id, name is { Length: > 0 } ? name : "table.csv", body.ToArray())).TryGet(out var imported, out var error) ? TypedResults.Ok(imported) : error.ToProblem();
    }

    private static void MapOutputs(RouteGroupBuilder runs) => runs.MapPost("/import", ImportAsync).WithName("ImportOutputs").DisableAntiforgery()
        .WithSummary("Makes a run of outputs made elsewhere: a form with fields `dataset`, `system`, `kind` (synthesis or reconstruction), `title`, `metrics`, `recognizer`, `allowMissing` and files `system/key[.take N].wav`, or JSON naming uploaded clips.");

    private static async Task<Results<Ok<HypothesesPreview>, Created<RunView>, ProblemHttpResult>> ImportHypothesesAsync(HttpRequest request, HypothesesImport import, RunReader reader, CancellationToken cancellation)
    {
        if (!(await HypothesesForm.ReadAsync(request, cancellation)).TryGet(out var form, out var error)) return error.ToProblem();
        if (form.Fields.GetValueOrDefault("preview") is "true" or "1" or "on")
            return (await import.PreviewAsync(ImportHypotheses.Of(form))).TryGet(out var preview, out error) ? TypedResults.Ok(preview) : error.ToProblem();
        var (made, problems) = await import.CreateAsync(ImportHypotheses.Of(form));
        if (made.TryGet(out var run, out error) && (await reader.ReadAsync(run.Id)).TryGet(out var view, out error)) return TypedResults.Created($"/api/runs/{view.Id}", view);
        var problem = error!.ToProblemDetails();
        if (problems.Count > 0) problem.Extensions["problems"] = problems.Take(ShownProblems);
        return TypedResults.Problem(problem);
    }

    private static async Task<Results<Created<RunView>, ProblemHttpResult>> ImportAsync(HttpRequest request, ClipUpload upload, OutputsImport import, RunReader reader, CancellationToken cancellation)
    {
        DatasetProblem[] refused = [];
        ImportOutputs outputs;
        if (request.HasFormContentType)
        {
            if (!(await UploadForm.ReadAsync(request, upload, cancellation)).TryGet(out var form, out var unreadable)) return unreadable.ToProblem();
            refused = [.. ImportOutputs.Refused(form)];
            outputs = ImportOutputs.Of(form);
        }
        else
        {
            try
            {
                var read = await JsonSerializer.DeserializeAsync<ImportOutputs>(request.Body, RunPlan.Json, cancellation);
                if (read is null || read.Files?.Any(file => file is not { Name: not null, Sha256: not null }) == true)
                    return new Error.Invalid("request-incomplete", "The request needs dataset, and files, a list of {name, sha256}.").ToProblem();
                outputs = read;
            }
            catch (JsonException exception)
            {
                return new Error.Invalid("request-unreadable", $"The request cannot be read: {exception.Message}").ToProblem();
            }
        }
        var (made, problems) = await import.CreateAsync(outputs, refused);
        if (made.TryGet(out var run, out var error) && (await reader.ReadAsync(run.Id)).TryGet(out var view, out error)) return TypedResults.Created($"/api/runs/{view.Id}", view);
        var problem = error!.ToProblemDetails();
        if (problems.Count > 0) problem.Extensions["problems"] = problems.Take(ShownProblems);
        return TypedResults.Problem(problem);
    }
}
