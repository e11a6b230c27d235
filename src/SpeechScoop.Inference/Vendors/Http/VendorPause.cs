using System.Diagnostics;
using System.Net;

namespace SpeechScoop.Inference.Vendors.Http;

/// <summary>The time for which a vendor asked not to be called: an answer to one call holds back every new one, so that calls at once do not all run into the same wall. Thread-safe.</summary>
/// <param name="longest">Longest wait, also where the vendor asks for more.</param>
internal sealed class VendorPause(TimeSpan longest)
{
    private readonly Lock gate = new();
    private long end;

    /// <summary>The wait that an answer asks for (Retry-After, in seconds or as a date), from zero to the longest; null where it asks for none.</summary>
    public TimeSpan? Asked(HttpResponseMessage? response)
    {
        var wait = response?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - TimeProvider.System.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait is null ? null : wait < TimeSpan.Zero ? TimeSpan.Zero : wait > longest ? longest : wait;
    }

    /// <summary>Notes the wait that an answer with status 429 or 503 asks for.</summary>
    public void Note(HttpResponseMessage response)
    {
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) || Asked(response) is not { } wait) return;
        lock (gate) end = Math.Max(end, Stopwatch.GetTimestamp() + (long)(wait.TotalSeconds * Stopwatch.Frequency));
    }

    /// <summary>Waits until the vendor may be called.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> WaitAsync(CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        while (Left() is { Ticks: > 0 } left) await Task.Delay(left, cancellation).ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(start);
    }

    private TimeSpan Left()
    {
        lock (gate) return end == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), end);
    }
}
