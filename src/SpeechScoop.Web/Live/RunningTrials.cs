using System.Collections.Concurrent;

namespace SpeechScoop.Web.Live;

/// <summary>All trials at work in this process. What is not here does not run, whatever the database says.</summary>
internal sealed class RunningTrials(LiveOptions options)
{
    private readonly ConcurrentDictionary<string, RunningTrial> trials = new();

    /// <summary>Lists a trial as running.</summary>
    /// <returns><see cref="Error.Unavailable"/> where as many run as may.</returns>
    public Result<RunningTrial> Add(string id, IEnumerable<string> labels)
    {
        if (trials.Count >= options.MaximumRunningTrials)
            return new Error.Unavailable("too-many-trials", $"{options.MaximumRunningTrials} trials are running, as many as this server allows. Try again when some have ended.");
        return trials[id] = new RunningTrial(id, labels);
    }

    public RunningTrial? Find(string id) => trials.GetValueOrDefault(id);

    public void Remove(string id)
    {
        if (trials.TryRemove(id, out var trial)) trial.Dispose();
    }

    /// <summary>Stops everything: the server ends.</summary>
    public void CancelAll(string reason)
    {
        foreach (var trial in trials.Values) trial.Cancel(reason);
    }
}
