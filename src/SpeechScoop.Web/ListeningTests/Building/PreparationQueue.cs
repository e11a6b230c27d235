using System.Collections.Concurrent;
using System.Threading.Channels;

namespace SpeechScoop.Web.ListeningTests.Building;

/// <summary>
/// Prepares drafts' audio in the background, one draft after the other. What is made is stored with the draft; a preparation that a
/// restart interrupts is simply asked for again, and goes on with the trials that are left.
/// </summary>
internal sealed partial class PreparationQueue(TestPreparation preparation, ILogger<PreparationQueue> logger) : BackgroundService
{
    private readonly Channel<Job> queue = Channel.CreateUnbounded<Job>();
    private readonly ConcurrentDictionary<string, Job> jobs = new(StringComparer.Ordinal);

    /// <summary>Asks for a draft's preparation. One that is on its way already goes on.</summary>
    public PreparationProgress Start(string testId)
    {
        lock (queue)
        {
            if (jobs.TryGetValue(testId, out var known) && known.Progress.IsRunning) return known.Progress;
            var job = new Job(testId);
            jobs[testId] = job;
            // Unbounded: there is always room.
            queue.Writer.TryWrite(job);
            return job.Progress;
        }
    }

    /// <summary>How far a draft's preparation is.</summary>
    public PreparationProgress ProgressOf(string testId) => jobs.TryGetValue(testId, out var job) ? job.Progress : PreparationProgress.None;

    /// <summary>Stops a draft's preparation; trials that are done stay prepared.</summary>
    public PreparationProgress Cancel(string testId)
    {
        if (jobs.TryGetValue(testId, out var job)) job.Cancel();
        return ProgressOf(testId);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => WorkAsync(stoppingToken), CancellationToken.None);

    private async Task WorkAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var job in queue.Reader.ReadAllAsync(stopping)) await RunAsync(job, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task RunAsync(Job job, CancellationToken stopping)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(stopping, job.Cancellation);
        try
        {
            if (job.Cancellation.IsCancellationRequested) return;
            job.Progress = new(PreparationState.Running, 0, 0);
            var error = await preparation.RunAsync(job.TestId, (done, total) => job.Progress = new(PreparationState.Running, done, total), cancellation.Token);
            var (at, of) = (job.Progress.Done, job.Progress.Total);
            job.Progress = error is null ? new(PreparationState.Done, at, of) : new(PreparationState.Failed, at, of, error.Message);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            job.Progress = job.Progress with { State = PreparationState.Cancelled };
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            Log.Failed(logger, job.TestId, bug);
            job.Progress = job.Progress with { State = PreparationState.Failed, Message = "The server failed on this; its log says why." };
        }
    }

    // Never disposed: it has no timer, and a late wish to cancel must find it.
#pragma warning disable CA1001
    private sealed class Job(string testId)
#pragma warning restore CA1001
    {
        private readonly CancellationTokenSource cancellation = new();
        private volatile PreparationProgress progress = new(PreparationState.Queued, 0, 0);

        public string TestId => testId;

        public CancellationToken Cancellation => cancellation.Token;

        public PreparationProgress Progress
        {
            get => progress;
            set => progress = value;
        }

        public void Cancel()
        {
            cancellation.Cancel();
            if (progress.State is PreparationState.Queued) progress = progress with { State = PreparationState.Cancelled };
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Preparing the listening test {Test} failed")]
        public static partial void Failed(ILogger logger, string test, Exception exception);
    }
}
