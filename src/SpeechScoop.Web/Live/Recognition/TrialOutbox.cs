using System.Threading.Channels;

namespace SpeechScoop.Web.Live.Recognition;

/// <summary>
/// Sends a trial's results to its watchers, in order. While a watcher's connection is slow, newer partial results of a
/// segment take the place of older unsent ones, so that recognition never waits and nothing piles up. Whoever begins to
/// watch later gets everything again first.
/// </summary>
internal sealed class TrialOutbox(string trialId, ILiveClient watchers)
{
    private readonly Lock gate = new();
    private readonly List<TrialEvent> pending = [];
    private readonly Channel<bool> signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    // Written by the sending loop alone: what stands after everything sent so far.
    private readonly List<TrialEvent> lasting = [];
    private readonly Dictionary<string, TrialEvent.Partial> partials = [];

    /// <summary>Queues a message; never waits.</summary>
    public void Post(TrialEvent message)
    {
        lock (gate)
        {
            if (message is TrialEvent.Partial partial && pending.FindLastIndex(other => other.Label == partial.Label) is var last and >= 0
                && pending[last] is TrialEvent.Partial older && older.Segment == partial.Segment)
                pending[last] = partial;
            else
                pending.Add(message);
        }
        signal.Writer.TryWrite(true);
    }

    /// <summary>Sends until <see cref="TrialEvent.Closed"/> has gone out.</summary>
    public async Task RunAsync()
    {
        var closed = false;
        while (!closed)
        {
            await signal.Reader.ReadAsync();
            foreach (var message in Take())
            {
                Remember(message);
                if (message is TrialEvent.Replay replay) await ReplayAsync(replay.Watcher);
                else await message.SendAsync(watchers, trialId);
                closed |= message is TrialEvent.Closed;
            }
        }
    }

    private TrialEvent[] Take()
    {
        lock (gate)
        {
            var taken = pending.ToArray();
            pending.Clear();
            return taken;
        }
    }

    private void Remember(TrialEvent message)
    {
        switch (message)
        {
            case TrialEvent.Partial partial:
                partials[partial.Label] = partial;
                break;
            case TrialEvent.Replay:
                break;
            default:
                partials.Remove(message.Label);
                lasting.Add(message);
                break;
        }
    }

    private async Task ReplayAsync(ILiveClient watcher)
    {
        foreach (var message in lasting) await message.SendAsync(watcher, trialId);
        foreach (var partial in partials.Values) await partial.SendAsync(watcher, trialId);
    }
}
