using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.Storage.Recognizers;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Errors;

namespace SpeechScoop.Web.Recognizers.Streaming;

/// <summary>Event logs of streaming recognizers, and what follows from them.</summary>
internal static class StreamingEndpoints
{
    private const string JsonLines = "application/jsonl";

    public static IServiceCollection AddStreamingLogs(this IServiceCollection services) => services
        .AddSingleton<StreamingLogStore>().AddSingleton<StreamingLogKeeping>().AddSingleton<StoredLogs>().AddSingleton<StreamingBoards>();

    /// <param name="group">The group <c>/api/recognizers</c>.</param>
    public static void MapStreaming(this IEndpointRouteBuilder group)
    {
        group.MapGet("/streaming", ReadAsync).WithName("ReadStreaming").WithSummary("Time to the first words, to the final ones after the end of speech, and unstable partial word ratio of each ranked system, from event logs.");
        group.MapGet("/streaming/items", ItemsAsync).WithName("ListStreamingItems")
            .WithSummary("Recordings with the event logs of all systems: `sort` (final, unstable, key), `search`, `offset`, `limit` (1..50).");
    }

    /// <param name="api">The group <c>/api</c>.</param>
    public static void MapStreamingLogs(this IEndpointRouteBuilder api)
    {
        api.MapGet("/outputs/{id}/events", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (string id, StreamingLogStore logs) =>
                (await logs.FindAsync(id)).TryGet(out var events, out var error) ? TypedResults.File(Encoding.UTF8.GetBytes(events), JsonLines, $"events-{id}.jsonl") : error.ToProblem())
            .WithTags("Outputs").WithName("ReadOutputEvents").WithSummary("What a streaming recognizer said while it listened: an event log as JSON lines.").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/runs/{id}/events", OfRunAsync).WithTags("Runs").WithName("ReadRunEvents").WithSummary("The event logs of all outputs of a run, one after another, as JSON lines.").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<StreamingBoardView>, ProblemHttpResult>> ReadAsync(
        string? datasets, string? systems, string? normaliser, string? alignment, string? references, Boards boards, StreamingBoards streaming, HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        if (!BoardQuery.Read(datasets, systems, normaliser, alignment, null, references).TryGet(out var query, out var error)
            || !(await boards.ReadAsync(query)).TryGet(out var board, out error)
            || !(await streaming.ViewAsync(board, query.Options.Normaliser)).TryGet(out var view, out error)) return error.ToProblem();
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<StreamingPage>, ProblemHttpResult>> ItemsAsync(
        string? datasets, string? systems, string? normaliser, string? alignment, string? references, string? sort, string? search, Boards boards, StreamingBoards streaming, int offset = 0, int limit = 5)
    {
        if (!BoardQuery.Read(datasets, systems, normaliser, alignment, null, references).TryGet(out var query, out var error)
            || !(await boards.ReadAsync(query)).TryGet(out var board, out error)
            || !(await streaming.OfAsync(board, query.Options.Normaliser)).TryGet(out var scores, out error)
            || !(await streaming.PageAsync(board, scores, query.Options.Normaliser, sort, search?.Trim(), Math.Max(0, offset), Math.Clamp(limit, 1, 50))).TryGet(out var page, out error)) return error.ToProblem();
        return TypedResults.Ok(page);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> OfRunAsync(string id, RunStore runs, StreamingLogStore logs)
    {
        if (!(await runs.FindAsync(id)).TryGet(out var run, out var error) || !(await logs.OfRunAsync(id)).TryGet(out var events, out error)) return error.ToProblem();
        if (events.Count == 0)
            return new Error.NotFound("run-without-logs", $"No event log is kept for \"{run.Title}\": none of its recognizers was fed piece by piece, or it was made elsewhere or by an earlier release. Make a run that feeds recordings in small pieces.").ToProblem();
        return TypedResults.File(Encoding.UTF8.GetBytes(string.Concat(events)), JsonLines, $"events-of-run-{id}.jsonl");
    }
}
