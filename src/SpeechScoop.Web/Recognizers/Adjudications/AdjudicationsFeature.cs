using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.Web.Errors;

namespace SpeechScoop.Web.Recognizers.Adjudications;

/// <summary>A listener's answer.</summary>
/// <param name="Task">Id of what was judged.</param>
/// <param name="Choice"><c>first</c>, <c>second</c> or <c>neither</c>.</param>
/// <param name="Listener">Who listens, 1..200 characters.</param>
internal sealed record PostAdjudication(string? Task, string? Choice, string? Listener);

/// <summary>References judged without knowing which reading is theirs.</summary>
internal static class AdjudicationsFeature
{
    private const int LongestName = 200;

    /// <param name="group">The group <c>/api/recognizers</c>.</param>
    public static void MapAdjudications(this IEndpointRouteBuilder group)
    {
        group.MapGet("/adjudications/next", NextAsync).WithName("NextAdjudication")
            .WithSummary("The next stretch that `listener` has not judged: where at least `agree` ranked systems agree against the reference, with both readings in a random order.");
        group.MapPost("/adjudications", PostAsync).WithName("AddAdjudication").WithSummary("Stores a listener's choice, under the same query as the task was asked with. Never changed; the newest of a listener counts.");
    }

    private static async Task<Results<Ok<AdjudicationState>, ProblemHttpResult>> NextAsync(
        string? datasets, string? systems, string? normaliser, string? alignment, string? listener, Boards boards, AdjudicationQueue queue, int agree = 2)
    {
        if (!Name(listener).TryGet(out var name, out var error)
            || !(await SpansAsync(datasets, systems, normaliser, alignment, boards, agree)).TryGet(out var spans, out error)
            || !(await queue.NextAsync(spans, name)).TryGet(out var state, out error)) return error.ToProblem();
        return TypedResults.Ok(state);
    }

    private static async Task<Results<Ok<AdjudicationState>, ProblemHttpResult>> PostAsync(
        PostAdjudication request, string? datasets, string? systems, string? normaliser, string? alignment, Boards boards, AdjudicationQueue queue, int agree = 2)
    {
        if (!Name(request.Listener).TryGet(out var name, out var error)
            || !(await SpansAsync(datasets, systems, normaliser, alignment, boards, agree)).TryGet(out var spans, out error)
            || !(await queue.JudgeAsync(spans, name, request.Task, request.Choice)).TryGet(out _, out error)
            || !(await queue.NextAsync(spans, name)).TryGet(out var state, out error)) return error.ToProblem();
        return TypedResults.Ok(state);
    }

    /// <summary>References as delivered are judged, also where the board shows corrected ones.</summary>
    private static async Task<Result<IReadOnlyList<AuditSpan>>> SpansAsync(string? datasets, string? systems, string? normaliser, string? alignment, Boards boards, int agree)
    {
        if (!BoardQuery.Read(datasets, systems, normaliser, alignment, null, null).TryGet(out var query, out var error) || !(await boards.ReadAsync(query)).TryGet(out var board, out error)) return error;
        return await boards.AuditAsync(board, query.Options, Math.Max(2, agree));
    }

    private static Result<string> Name(string? listener) => listener?.Trim() is { Length: > 0 and <= LongestName } name
        ? name
        : new Error.Invalid("listener-name", $"listener must be 1 to {LongestName} characters: who judges.");
}
