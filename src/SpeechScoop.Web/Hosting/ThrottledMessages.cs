using System.Collections.Concurrent;

namespace SpeechScoop.Web.Hosting;

/// <summary>
/// Tells that things changed: at once after a quiet time, then at most once in <see cref="Pause"/> for each thing, and always once after the
/// last change. Messages carry nothing, so that nothing is lost where a message is.
/// </summary>
/// <param name="send">Sends one message about a thing. What it throws for a receiver that is gone is ignored.</param>
internal sealed class ThrottledMessages(Func<string, Task> send, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Waiting> things = new(StringComparer.Ordinal);

    /// <summary>The shortest time between two messages about one thing.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Notes that a thing changed. Returns at once and never fails.</summary>
    public void Note(string id)
    {
        var waiting = things.GetOrAdd(id, _ => new());
        lock (waiting)
        {
            if (waiting.Running)
            {
                waiting.Again = true;
                return;
            }
            waiting.Running = true;
        }
        _ = SendAsync(id, waiting);
    }

    private async Task SendAsync(string id, Waiting waiting)
    {
        while (true)
        {
            try
            {
                await send(id);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException)
            {
                // A page that is gone needs no message; the next one reads everything anyway.
            }
            await Task.Delay(Pause, time);
            lock (waiting)
            {
                if (!waiting.Again)
                {
                    waiting.Running = false;
                    return;
                }
                waiting.Again = false;
            }
        }
    }

    private sealed class Waiting
    {
        public bool Running { get; set; }

        public bool Again { get; set; }
    }
}
