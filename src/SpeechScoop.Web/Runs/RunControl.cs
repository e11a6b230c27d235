using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Errors;

namespace SpeechScoop.Web.Runs;

/// <summary>Changes whether a run goes on, and tells everyone whom it concerns: the worker, and pages that watch.</summary>
internal sealed class RunControl(RunReader reader, RunWorker worker, RunChanges changes)
{
    /// <summary>Makes a change and answers with the run as it then is.</summary>
    /// <param name="stop">Whether what is in the making stops too.</param>
    public async Task<Results<Ok<RunView>, ProblemHttpResult>> ChangeAsync(string id, Func<Task<Result<Run>>> change, bool stop = false)
    {
        if ((await change()).Error is { } error) return error.ToProblem();
        if (stop) worker.Stop(id);
        else worker.Wake();
        changes.Note(id);
        return (await reader.ReadAsync(id)).TryGet(out var view, out var unread) ? TypedResults.Ok(view) : unread.ToProblem();
    }
}
