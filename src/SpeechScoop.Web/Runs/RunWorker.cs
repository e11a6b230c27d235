using System.Threading.Channels;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Runs.Making;

namespace SpeechScoop.Web.Runs;

/// <summary>
/// Works off runs in the background: as many outputs at once as the <see cref="RunLanes"/> have places, of all runs that go on in turn, of each
/// at most as many as its plan says. The state is in the database alone; whatever ends the process, the next one goes on with the outputs that
/// are not finished.
/// </summary>
internal sealed partial class RunWorker(
    RunStore runs, RunOutputStore outputs, OutputMaking making, RunLanes lanes, RunChanges changes, RunPace pace, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<RunWorker> logger) : BackgroundService
{
    /// <summary>An output that was begun this often while the server stopped is not begun again: it may be what stops the server.</summary>
    public const int MostAttempts = 10;

    private const string StopsTheServer = "The server stopped each time while this was made. If that was by chance, try again; otherwise the system may be what stops it.";

    private static readonly TimeSpan StoragePause = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> wakeUps = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<string, RunJob> jobs = new(StringComparer.Ordinal);
    private readonly List<Task> inFlight = [];
    private int turn;

    /// <summary>Has the worker look for what there is to do.</summary>
    public void Wake() => wakeUps.Writer.TryWrite(true);

    /// <summary>Stops what is in the making of a run that was cancelled.</summary>
    public void Stop(string runId)
    {
        lock (jobs)
        {
            if (jobs.TryGetValue(runId, out var job)) job.Cancel();
        }
        Wake();
    }

    /// <summary>Works until one run has ended; for commands, without a server.</summary>
    public async Task<Error?> RunToEndAsync(string runId, CancellationToken cancellation)
    {
        if (await RequeueAsync() is { } error) return error;
        await LoopAsync(runId, cancellation);
        return null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Only once the port is taken: a server started a second time by mistake must not touch the runs of the first.
        using (var startedOrStopped = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStarted, stoppingToken))
            await Task.Delay(Timeout.InfiniteTimeSpan, startedOrStopped.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stoppingToken.IsCancellationRequested) return;
        try
        {
            while (await RequeueAsync() is { } error)
            {
                Log.NoStorage(logger, error.Message);
                await Task.Delay(StoragePause, time, stoppingToken);
            }
            await LoopAsync(null, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    /// <summary>Queues again what was in the making when the last process ended.</summary>
    private async Task<Error?> RequeueAsync()
    {
        if (!(await outputs.RequeueInterruptedAsync(StopsTheServer, MostAttempts)).TryGet(out var interrupted, out var error)) return error;
        if (interrupted > 0) Log.Interrupted(logger, interrupted);
        return null;
    }

    private async Task LoopAsync(string? only, CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                var error = await FillAsync(only, stopping);
                if (error is not null)
                {
                    Log.NoStorage(logger, error.Message);
                    await Task.Delay(StoragePause, time, stopping);
                    continue;
                }
                if (only is not null && inFlight.Count == 0 && (await runs.FindAsync(only)).Value.Status is not (RunStatus.Queued or RunStatus.Running)) return;
                await WaitAsync(stopping);
            }
        }
        finally
        {
            // What is in the making ends quickly when the server stops: it is given back.
            await Task.WhenAll(inFlight);
        }
    }

    /// <summary>Waits until there may be something to do: told so, or after a while, since commands of other processes make runs too.</summary>
    private async Task WaitAsync(CancellationToken stopping)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(Patience);
        try
        {
            await wakeUps.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Nobody told; looking costs one small query.
        }
    }

    /// <summary>Begins outputs until every place is taken or nothing is left.</summary>
    private async Task<Error?> FillAsync(string? only, CancellationToken stopping)
    {
        inFlight.RemoveAll(task => task.IsCompleted);
        if (!(await runs.UnfinishedAsync()).TryGet(out var unfinished, out var error)) return error;
        var going = unfinished.Where(run => only is null || run.Id == only).ToList();
        Forget(going);
        for (var i = 0; i < going.Count; i++)
        {
            if (going[i].Status is not RunStatus.Queued) continue;
            // A conflict says that it was paused or cancelled meanwhile: then nothing will be handed out.
            if ((await runs.StartAsync(going[i].Id, going[i].Imported ? "{}" : RunEnvironment.Current.Write(), time.GetUtcNow())).Error is { } notStarted and not Error.Conflict and not Error.NotFound) return notStarted;
            changes.Note(going[i].Id);
        }
        for (var idle = 0; idle < going.Count;)
        {
            stopping.ThrowIfCancellationRequested();
            var run = going[turn++ % going.Count];
            if (!(await BeginAsync(run, stopping)).TryGet(out var begun, out error)) return error;
            idle = begun ? 0 : idle + 1;
        }
        return null;
    }

    /// <summary>Begins the next output of a run; false where there is none now.</summary>
    private async Task<Result<bool>> BeginAsync(Run run, CancellationToken stopping)
    {
        var job = JobOf(run, stopping);
        // One that was cancelled and is to go on ends first what is in the making.
        if (job.Cancellation.IsCancellationRequested || job.InFlight >= job.Plan.Concurrency) return false;
        string[] open = [.. job.SystemIds.Where(system => !lanes.Of(system).IsFull)];
        if (!(await NextAsync(run, job, open)).TryGet(out var next, out var error))
            return error is not Error.NotFound ? error : open.Length == job.SystemIds.Count && !lanes.Machine.IsFull ? await FinishAsync(run, job) : false;
        job.Add();
        next.Lane.Enter();
        inFlight.Add(Task.Run(() => WorkAsync(run, job, next.Output, next.Lane), CancellationToken.None));
        return true;
    }

    /// <summary>The next output to make of systems whose lanes are open, else the next to measure; <see cref="Error.NotFound"/> for none.</summary>
    private async Task<Result<(RunItemOutput Output, RunLane Lane)>> NextAsync(Run run, RunJob job, string[] open)
    {
        IReadOnlyList<RunItemOutput> next = [];
        if (open.Length > 0 && !(await outputs.TakeQueuedAsync(run.Id, 1, open)).TryGet(out next!, out var error)) return error;
        if (next.Count > 0) return (next[0], lanes.Of(next[0].SystemId));
        var nothing = new Error.NotFound("nothing-left", "Nothing is left to begin now.");
        if (lanes.Machine.IsFull) return nothing;
        if (!(await outputs.UnmeasuredAsync(run.Id, job.MeasuredUpTo, 1)).TryGet(out next!, out error)) return error;
        if (next.Count == 0) return nothing;
        job.MeasuredUpTo = next[0].Position + 1;
        return (next[0], lanes.Machine);
    }

    private async Task<Result<bool>> FinishAsync(Run run, RunJob job)
    {
        if (job.InFlight > 0) return false;
        if (!(await runs.FinishAsync(run.Id, time.GetUtcNow())).TryGet(out var ended, out var error)) return error;
        if (ended.Status is RunStatus.Running && job.MeasuredUpTo > 0)
        {
            // Measurements that were asked for anew lie before the place where measuring was.
            job.MeasuredUpTo = 0;
            return true;
        }
        changes.Note(run.Id);
        return false;
    }

    private async Task WorkAsync(Run run, RunJob job, RunItemOutput output, RunLane lane)
    {
        BackgroundCompute.Begin();
        try
        {
            await making.ProcessAsync(run, job.Plan, output, job.Cancellation);
            pace.Note(run.Id);
        }
        catch (OperationCanceledException)
        {
            // Cancelled outputs are marked already; what a stop of the server interrupts is queued again.
            if ((await outputs.GiveBackAsync([output.Id], wereBegun: lane != lanes.Machine)).Error is { } error) Log.NoStorage(logger, error.Message);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            Log.Failed(logger, output.Id, bug);
        }
        finally
        {
            lane.Leave();
            job.Remove();
            changes.Note(run.Id);
            Wake();
        }
    }

    private RunJob JobOf(Run run, CancellationToken stopping)
    {
        lock (jobs)
        {
            if (jobs.TryGetValue(run.Id, out var job)) return job;
            return jobs[run.Id] = new RunJob(RunPlan.Read(run.Plan), stopping);
        }
    }

    private void Forget(List<Run> going)
    {
        lock (jobs)
        {
            foreach (var (id, job) in jobs.ToArray())
            {
                if (job.InFlight > 0 || (going.Exists(run => run.Id == id) && !job.Cancellation.IsCancellationRequested)) continue;
                jobs.Remove(id);
                pace.Forget(id);
                job.Dispose();
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Runs wait for the database: {Reason}")]
        public static partial void NoStorage(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Error, "The output {Output} failed")]
        public static partial void Failed(ILogger logger, string output, Exception exception);

        [LoggerMessage(3, LogLevel.Warning, "Outputs that were in the making when the server stopped: {Count}. They are made again; a vendor may bill a call that was on its way and its repetition")]
        public static partial void Interrupted(ILogger logger, int count);
    }
}
