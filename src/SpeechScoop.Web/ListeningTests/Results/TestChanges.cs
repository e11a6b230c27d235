using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace SpeechScoop.Web.ListeningTests.Results;

/// <summary>
/// Tells watching pages that a test has new answers: at once after a quiet time, then at most once in <see cref="Pause"/>, and always once
/// after the last answer. It carries no answer, so that nothing is lost where a message is.
/// </summary>
internal sealed class TestChanges(IHubContext<TestHub, ITestClient> hub, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Waiting> tests = new(StringComparer.Ordinal);

    /// <summary>The shortest time between two messages about one test.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Notes that a rating or answer of a test is on the disk. Returns at once and never fails.</summary>
    public void Note(string testId)
    {
        var waiting = tests.GetOrAdd(testId, _ => new());
        lock (waiting)
        {
            if (waiting.Running)
            {
                waiting.Again = true;
                return;
            }
            waiting.Running = true;
        }
        _ = SendAsync(testId, waiting);
    }

    private async Task SendAsync(string testId, Waiting waiting)
    {
        while (true)
        {
            try
            {
                await hub.Clients.Group(testId).Changed(testId);
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
