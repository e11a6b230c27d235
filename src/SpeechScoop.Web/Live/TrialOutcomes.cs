using SpeechScoop.Storage.Live;
using SpeechScoop.Storage.Outputs;

namespace SpeechScoop.Web.Live;

/// <summary>Stores what a running trial gave, stimulus by stimulus, and closes it.</summary>
internal sealed partial class TrialOutcomes(OutputStore outputs, LiveTrialStore trials, RunningTrials running, ILogger<TrialOutcomes> logger)
{
    /// <summary>The error text of a stimulus whose system met a bug or a broken machine.</summary>
    public const string InternalFailure = "The server failed on this stimulus. Its log says more; try again.";

    /// <summary>The error text of a stimulus that was stopped.</summary>
    public const string Stopped = "Stopped before it was finished.";

    /// <summary>Stores a stimulus. A failure is logged: the trial goes on, and the page shows the stimulus as failed.</summary>
    public async Task SaveAsync(Output output)
    {
        if ((await outputs.SaveAsync(output)).Error is { } error) Log.NotStored(logger, output.Label, output.TrialId, error.Message);
    }

    /// <summary>Ends a trial: nothing more will come.</summary>
    public async Task CloseAsync(RunningTrial trial)
    {
        var status = trial.CancelledBecause is null ? LiveTrialStatus.Done : LiveTrialStatus.Cancelled;
        if ((await trials.SetStatusAsync(trial.Id, status)).Error is { } error) Log.NotClosed(logger, trial.Id, error.Message);
        running.Remove(trial.Id);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Stimulus {Label} of trial {Trial} could not be stored: {Reason}")]
        public static partial void NotStored(ILogger logger, string label, string trial, string reason);

        [LoggerMessage(2, LogLevel.Error, "The end of trial {Trial} could not be stored: {Reason}")]
        public static partial void NotClosed(ILogger logger, string trial, string reason);
    }
}
