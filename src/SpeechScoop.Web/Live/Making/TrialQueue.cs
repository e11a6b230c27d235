using System.Threading.Channels;

namespace SpeechScoop.Web.Live.Making;

/// <summary>A trial whose stimuli are to be made.</summary>
internal interface ITrialWork
{
    /// <summary>Makes, stores and closes; must not throw for what a system may do.</summary>
    Task RunAsync();
}

/// <summary>
/// Trials whose stimuli are to be made, worked off in order by a few workers. Only a bounded queue in memory: the state is
/// in the database, and what a restart interrupts is closed at the next start.
/// </summary>
internal sealed partial class TrialQueue(LiveOptions options, RunningTrials running, ILogger<TrialQueue> logger) : BackgroundService
{
    private readonly Channel<ITrialWork> queue = Channel.CreateBounded<ITrialWork>(options.MaximumRunningTrials);

    /// <summary>Queues a trial. There is room for every trial that may run.</summary>
    public ValueTask AddAsync(ITrialWork work) => queue.Writer.WriteAsync(work);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.TrialsMadeAtOnce).Select(_ => Task.Run(() => WorkAsync(stoppingToken), CancellationToken.None)));

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        running.CancelAll("The server was stopped.");
        await base.StopAsync(cancellationToken);
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var work in queue.Reader.ReadAllAsync(stopping))
            {
                try
                {
                    await work.RunAsync();
                }
                catch (Exception bug) when (bug is not OutOfMemoryException)
                {
                    Log.Failed(logger, bug);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A trial failed")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
