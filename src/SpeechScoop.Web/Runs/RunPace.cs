using System.Collections.Concurrent;

namespace SpeechScoop.Web.Runs;

/// <summary>How fast runs go on now: from when their last outputs were finished. In memory only; after a restart it is known again after two outputs.</summary>
internal sealed class RunPace(TimeProvider time)
{
    private const int Remembered = 64;

    private readonly ConcurrentDictionary<string, Queue<long>> finished = new(StringComparer.Ordinal);

    /// <summary>Notes that an output was finished or measured.</summary>
    public void Note(string runId)
    {
        var times = finished.GetOrAdd(runId, _ => new());
        lock (times)
        {
            times.Enqueue(time.GetTimestamp());
            if (times.Count > Remembered) times.Dequeue();
        }
    }

    /// <summary>Forgets a run: it is paused or has ended.</summary>
    public void Forget(string runId) => finished.TryRemove(runId, out _);

    /// <summary>Mean time from one output to the next, in seconds; null while fewer than two were finished.</summary>
    public double? SecondsPerOutput(string runId)
    {
        if (!finished.TryGetValue(runId, out var times)) return null;
        lock (times) return times.Count < 2 ? null : time.GetElapsedTime(times.Peek(), times.Last()).TotalSeconds / (times.Count - 1);
    }
}
