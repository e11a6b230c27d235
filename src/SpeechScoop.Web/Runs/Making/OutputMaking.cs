using SpeechScoop.Runs;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Runs.Measuring;

namespace SpeechScoop.Web.Runs.Making;

/// <summary>Makes, measures and stores one output of a run. A failure is a row with a sentence, never an empty result; only a stop is thrown.</summary>
internal sealed partial class OutputMaking(
    IEnumerable<IRunWork> work, OutputMeasuring measuring, RunOutputStore outputs, RunSystems systems, TimeProvider time, ILogger<OutputMaking> logger)
{
    private const string InternalFailure = "The server failed on this output. Its log says more; try again.";

    // A full disk or a locked database may mend: what was made is not thrown away.
    private static readonly TimeSpan StoragePause = TimeSpan.FromSeconds(5);

    /// <summary>Makes an output, unless it is made already, and measures it.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled, or the server stops.</exception>
    public async Task ProcessAsync(Run run, RunPlan plan, RunItemOutput output, CancellationToken cancellation)
    {
        if (output.Status is OutputStatus.Done)
        {
            var known = await MeasureAsync(run, plan, output, output, cancellation);
            await StoreAsync(() => outputs.SaveMeasuredAsync(known.Output, known.Measurements, time.GetUtcNow()), output, cancellation);
            return;
        }
        if (!(await MakeAsync(run, output, cancellation)).TryGet(out var made, out var error))
        {
            await StoreAsync(() => outputs.SaveAsync(output with { Status = OutputStatus.Failed, Error = error.Message }), output, cancellation);
            return;
        }
        made = made with { Status = OutputStatus.Done, Error = null, SystemVersion = systems.Find(output.SystemId)?.PackVersion };
        var measured = await MeasureAsync(run, plan, made, output, cancellation);
        await StoreAsync(() => outputs.SaveFinishedAsync(measured.Output, measured.Measurements, time.GetUtcNow()), output, cancellation);
    }

    private async Task<Result<RunOutput>> MakeAsync(Run run, RunItemOutput output, CancellationToken cancellation)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            return await work.First(kind => kind.Kind == run.Kind).MakeAsync(output, cancellation);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException && !(bug is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            Log.Bug(logger, output.SystemId, output.ItemKey, run.Id, bug);
            return new Error.Unavailable("internal-failure", InternalFailure);
        }
    }

    private async Task<MeasuredOutput> MeasureAsync(Run run, RunPlan plan, RunOutput made, RunItemOutput item, CancellationToken cancellation)
    {
        try
        {
            return await measuring.MeasureAsync(run.Kind, plan, made, item, cancellation);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException && !(bug is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            Log.NotMeasured(logger, item.SystemId, item.ItemKey, run.Id, bug);
            return new MeasuredOutput(made with { NotMeasured = System.Text.Json.JsonSerializer.Serialize(plan.Metrics.ToDictionary(id => id, _ => InternalFailure)) }, []);
        }
    }

    private async Task StoreAsync(Func<Task<Result<int>>> save, RunItemOutput output, CancellationToken cancellation)
    {
        while ((await save()).Error is { } error)
        {
            Log.NotStored(logger, output.Id, error.Message);
            await Task.Delay(StoragePause, time, cancellation);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{System} failed on the item {Item} of the run {Run}")]
        public static partial void Bug(ILogger logger, string system, string item, string run, Exception exception);

        [LoggerMessage(2, LogLevel.Error, "What {System} gave for the item {Item} of the run {Run} could not be measured")]
        public static partial void NotMeasured(ILogger logger, string system, string item, string run, Exception exception);

        [LoggerMessage(3, LogLevel.Error, "The output {Output} could not be stored and is tried again: {Reason}")]
        public static partial void NotStored(ILogger logger, string output, string reason);
    }
}
