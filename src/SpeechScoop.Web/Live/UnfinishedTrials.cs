using SpeechScoop.Storage.Clips;
using SpeechScoop.Storage.Live;

namespace SpeechScoop.Web.Live;

/// <summary>
/// Closes what an earlier run of the server left unfinished. Only once the port is taken: a server started a second time
/// by mistake must not close the trials of the first.
/// </summary>
internal sealed partial class UnfinishedTrials(LiveTrialStore trials, AudioFiles files, TimeProvider time, ILogger<UnfinishedTrials> logger) : IHostedLifecycleService
{
    private readonly DateTimeOffset start = time.GetUtcNow();

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        files.RemoveLeftovers(start);
        var closed = await trials.CloseUnfinishedAsync("The server stopped before this was finished. Start the trial again.", start);
        if (closed.Error is { } error) Log.NotClosed(logger, error.Message);
        else if (closed.Value > 0) Log.Closed(logger, closed.Value);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Count} trials were unfinished when the server stopped; they are closed, what they had is kept")]
        public static partial void Closed(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Error, "Unfinished trials could not be closed: {Reason}")]
        public static partial void NotClosed(ILogger logger, string reason);
    }
}
