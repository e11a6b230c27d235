using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Web.Live.Recognition;

/// <summary>
/// The compute gate for a trial's recognizers of one pack: they hear the same samples, and what they have in common is
/// computed by whoever comes first. So their work runs one after the other, and what waits together runs on one visit
/// to the gate.
/// </summary>
internal sealed class ComputeTurn(IComputeGate gate)
{
    private readonly Lock sync = new();
    private readonly Queue<Action> waiting = new();
    private bool isVisiting;

    /// <summary>The streams that take turns.</summary>
    public StreamGroup Group { get; } = new();

    /// <summary>Runs work on a compute thread when it is its turn.</summary>
    public Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        // Continuations must not run on the compute thread.
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (sync)
        {
            waiting.Enqueue(() => Run(work, completion, cancellation));
            if (isVisiting) return completion.Task;
            isVisiting = true;
        }
        Visit();
        return completion.Task;
    }

    // The work reports to its own caller; nothing is left to await here.
    private void Visit() => _ = gate.RunAsync(WorkOff);

    private bool WorkOff()
    {
        Action[] taken;
        lock (sync)
        {
            taken = [.. waiting];
            waiting.Clear();
        }
        foreach (var work in taken) work();
        lock (sync) isVisiting = waiting.Count > 0;
        // Other trials wait at the gate: what came meanwhile queues behind them.
        if (isVisiting) Visit();
        return true;
    }

    private static void Run<T>(Func<T> work, TaskCompletionSource<T> completion, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            completion.TrySetCanceled(cancellation);
            return;
        }
        try
        {
            completion.TrySetResult(work());
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            completion.TrySetException(bug);
        }
    }
}
