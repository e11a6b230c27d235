namespace SpeechScoop.Web.Live.Recognition;

/// <summary>When which audio arrived: answers how long ago the newest sample that a result covers came in. Thread-safe.</summary>
internal sealed class ArrivalLog(TimeProvider time)
{
    // At 20 ms a frame the last 82 seconds; a recognizer further behind than that is measured from the oldest entry.
    private const int Capacity = 4096;

    private readonly Lock gate = new();
    private readonly (long End, long Stamp)[] entries = new (long, long)[Capacity];
    private long count;
    private (long End, long Stamp) first, newest;

    /// <summary>How much audio has arrived, and how long ago its first sample was spoken: the first frame can only have come when its last sample was.</summary>
    public (double AudioSeconds, double WallSeconds) Now
    {
        get
        {
            lock (gate)
            {
                return count == 0 ? (0, 0) : ((double)newest.End / LiveAudio.SampleRate, ((double)first.End / LiveAudio.SampleRate) + time.GetElapsedTime(first.Stamp).TotalSeconds);
            }
        }
    }

    /// <summary>Notes that the audio up to sample <paramref name="end"/> (exclusive) has just arrived.</summary>
    public void Add(long end)
    {
        lock (gate)
        {
            newest = (end, time.GetTimestamp());
            if (count == 0) first = newest;
            entries[count++ % Capacity] = newest;
        }
    }

    /// <summary>Time since the sample before <paramref name="covered"/> arrived; zero before any audio.</summary>
    public TimeSpan DelayOf(long covered)
    {
        lock (gate)
        {
            if (count == 0) return TimeSpan.Zero;
            // The first entry whose end is at or behind the sample.
            var (low, high) = (Math.Max(0, count - Capacity), count - 1);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (entries[middle % Capacity].End >= covered) high = middle;
                else low = middle + 1;
            }
            return time.GetElapsedTime(entries[low % Capacity].Stamp);
        }
    }
}
