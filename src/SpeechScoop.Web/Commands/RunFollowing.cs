using System.Globalization;
using SpeechScoop.Runs;
using SpeechScoop.Web.Runs;

namespace SpeechScoop.Web.Commands;

/// <summary>Brings a run to its end, in this process or, where a server has the data folder, by that server, and tells of its progress on standard error.</summary>
internal static class RunFollowing
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    /// <summary>Follows a run.</summary>
    /// <returns>The run as it ended, or the error that stands in the way.</returns>
    public static async Task<Result<RunView>> ToEndAsync(LocalApp app, string runId, CancellationToken cancellation)
    {
        var isOurs = await app.TakeFolderAsync();
        if (!isOurs) await Console.Error.WriteLineAsync("A SpeechScoop server has this data folder: it does the work.");
        var work = isOurs ? app.Get<RunWorker>().RunToEndAsync(runId, cancellation) : Task.FromResult<Error?>(null);
        var (reader, shown) = (app.Get<RunReader>(), "");
        while (true)
        {
            if (!(await reader.ReadAsync(runId)).TryGet(out var run, out var error)) return error;
            var line = Line(run);
            if (line != shown) await Console.Error.WriteLineAsync(line);
            shown = line;
            var hasEnded = run.Status is not (RunStatus.Queued or RunStatus.Running);
            if (isOurs && work.IsCompleted) return await work is { } failed ? failed : (await reader.ReadAsync(runId));
            if (!isOurs && hasEnded) return run;
            // A cancelled wait ends the work too; it gives back what it had in hand.
            if (isOurs) await Task.WhenAny(work, Task.Delay(Step, CancellationToken.None));
            else await Task.Delay(Step, cancellation);
        }
    }

    private static string Line(RunView run)
    {
        var progress = run.Progress;
        var parts = new List<string> { string.Create(CultureInfo.InvariantCulture, $"{progress.Done} of {progress.Total} done") };
        if (progress.Done > progress.Measured) parts.Add($"{progress.Done - progress.Measured} to measure");
        if (progress.Failed > 0) parts.Add($"{progress.Failed} failed");
        if (run.SecondsPerOutput is { } seconds) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s each"));
        if (run.SecondsLeft is { } left) parts.Add(string.Create(CultureInfo.InvariantCulture, $"about {TimeSpan.FromSeconds(Math.Ceiling(left)):g} left"));
        return string.Join(", ", parts);
    }
}
