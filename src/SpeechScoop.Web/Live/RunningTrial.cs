using System.Collections.Concurrent;

namespace SpeechScoop.Web.Live;

/// <summary>How far a stimulus is.</summary>
/// <param name="Done">0..1.</param>
/// <param name="Text">What is being done, for people.</param>
internal readonly record struct StimulusProgress(double Done, string Text);

/// <summary>A trial at work in this process: its progress, and the way to stop it.</summary>
internal sealed class RunningTrial(string id, IEnumerable<string> labels) : IDisposable
{
    private readonly CancellationTokenSource cancellation = new();
    private readonly ConcurrentDictionary<string, StimulusProgress> progress =
        new(labels.Select(label => KeyValuePair.Create(label, new StimulusProgress(0, "Waiting"))));

    public string Id => id;

    /// <summary>Cancelled when the user or the server stops the trial.</summary>
    public CancellationToken Cancellation => cancellation.Token;

    /// <summary>Why the trial was stopped, in a sentence; null while it was not.</summary>
    public string? CancelledBecause { get; private set; }

    /// <summary>How far a stimulus is.</summary>
    public StimulusProgress ProgressOf(string label) => progress.GetValueOrDefault(label);

    public void Report(string label, double done, string text) => progress[label] = new StimulusProgress(Math.Clamp(done, 0, 1), text);

    /// <summary>Asks the trial to stop; it ends soon after.</summary>
    public void Cancel(string reason)
    {
        CancelledBecause ??= reason;
        try
        {
            cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself in the meantime.
        }
    }

    public void Dispose() => cancellation.Dispose();
}
