using SpeechScoop.Storage.Outputs;

namespace SpeechScoop.Web.Live.Making;

/// <summary>Runs the making of one stimulus, and stores what came of it: a result, an error, a stop or a bug, each of that stimulus alone.</summary>
internal sealed partial class StimulusAttempt(TrialOutcomes outcomes, ILogger<StimulusAttempt> logger)
{
    /// <summary>Makes a stimulus.</summary>
    /// <param name="make">Gives the output as it is to be stored, its status apart.</param>
    public async Task MakeAsync(RunningTrial trial, Output output, Func<Task<Result<Output>>> make)
    {
        if (!trial.Cancellation.IsCancellationRequested) await outcomes.SaveAsync(output with { Status = OutputStatus.Running });
        await outcomes.SaveAsync(await AttemptAsync(trial, output, make));
        trial.Report(output.Label, 1, "");
    }

    private async Task<Output> AttemptAsync(RunningTrial trial, Output output, Func<Task<Result<Output>>> make)
    {
        try
        {
            trial.Cancellation.ThrowIfCancellationRequested();
            return (await make()).TryGet(out var made, out var error)
                ? made with { Status = OutputStatus.Done }
                : output with { Status = OutputStatus.Failed, Error = error.Message };
        }
        catch (OperationCanceledException) when (trial.Cancellation.IsCancellationRequested)
        {
            return output with { Status = OutputStatus.Cancelled, Error = trial.CancelledBecause ?? TrialOutcomes.Stopped };
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            Log.Bug(logger, output.SystemId ?? output.Role.ToString(), output.TrialId, bug);
            return output with { Status = OutputStatus.Failed, Error = TrialOutcomes.InternalFailure };
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{System} failed in trial {Trial}")]
        public static partial void Bug(ILogger logger, string system, string trial, Exception exception);
    }
}
