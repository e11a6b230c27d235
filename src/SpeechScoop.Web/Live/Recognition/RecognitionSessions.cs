using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Storage.Clips;
using SpeechScoop.Storage.Live;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Recognizers.Streaming;

namespace SpeechScoop.Web.Live.Recognition;

/// <summary>The recognition trials that listen now. At the server's end each keeps what it has understood.</summary>
internal sealed class RecognitionSessions(
    IHubContext<LiveHub, ILiveClient> hub, ISystemCatalog catalog, IComputeGate gate, AudioFiles files, ClipLibrary library, LiveTrialStore trials,
    TrialOutcomes outcomes, StreamingLogKeeping logs, LiveOptions options, TimeProvider time, ILogger<RecognitionSession> logger) : IHostedService
{
    private readonly ConcurrentDictionary<string, (RecognitionSession Session, Task Run)> sessions = new();

    /// <summary>Begins to listen.</summary>
    /// <param name="wordLists">One for each output, in order.</param>
    public void Open(StartedTrial started, IReadOnlyList<RecognitionOptions> wordLists)
    {
        var arrivals = new ArrivalLog(time);
        var outbox = new TrialOutbox(started.Trial.Id, hub.Clients.Group(started.Trial.Id));
        var turns = new Dictionary<string, ComputeTurn>();
        var pumps = started.Outputs.Select((output, index) =>
            new RecognizerPump(output, wordLists[index], started.Running, catalog, TurnOf(output.SystemId!, turns), arrivals, outbox, started.Trial.IsHidden, time)).ToArray();
        var recording = started.Trial.KeepAudio ? SpeechRecording.TryOpen(files) : null;
        var session = new RecognitionSession(started, pumps, arrivals, outbox, recording, options, time, logger);
        sessions[started.Trial.Id] = (session, Task.Run(() => RunAsync(started.Trial.Id, session)));
    }

    /// <summary>The session of a trial that listens; null once it has ended.</summary>
    public RecognitionSession? Find(string trialId) => sessions.TryGetValue(trialId, out var found) ? found.Session : null;

    private ComputeTurn TurnOf(string systemId, Dictionary<string, ComputeTurn> turns)
    {
        var pack = catalog.Find(systemId).TryGet(out var system, out _) ? system.PackId : systemId;
        return turns.TryGetValue(pack, out var turn) ? turn : turns[pack] = new ComputeTurn(gate);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var open = sessions.Values.ToArray();
        foreach (var (session, _) in open) await session.CompleteAsync();
        await Task.WhenAll(open.Select(entry => entry.Run)).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RunAsync(string trialId, RecognitionSession session)
    {
        using (session)
        {
            try
            {
                await session.RunAsync(outcomes, logs, library, trials);
            }
            finally
            {
                sessions.TryRemove(trialId, out _);
            }
        }
    }
}
