using SpeechScoop.Storage.Live;

namespace SpeechScoop.Web.Live;

/// <summary>Closes, before the server answers, what an earlier run of it left unfinished.</summary>
internal sealed partial class UnfinishedTrials(LiveTrialStore trials, ILogger<UnfinishedTrials> logger) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var closed = await trials.CloseUnfinishedAsync("The server stopped before this was finished. Start the trial again.");
        if (closed.Error is { } error) Log.NotClosed(logger, error.Message);
        else if (closed.Value > 0) Log.Closed(logger, closed.Value);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

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
