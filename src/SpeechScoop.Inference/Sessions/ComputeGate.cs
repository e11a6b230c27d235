using System.Collections.Concurrent;

namespace SpeechScoop.Inference.Sessions;

/// <summary>The compute gate: dedicated threads that take work from one queue, first come, first served.</summary>
public sealed class ComputeGate : IComputeGate, IDisposable
{
    private readonly BlockingCollection<Action> queue = [];
    private readonly Thread[] threads;

    /// <param name="threadCount">Threads that run models; by default one a core.</param>
    public ComputeGate(int? threadCount = null)
    {
        var count = threadCount ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(threadCount));
        threads = new Thread[count];
        for (var i = 0; i < count; i++)
        {
            threads[i] = new Thread(Work) { IsBackground = true, Name = $"compute {i}" };
            threads[i].Start();
        }
    }

    /// <summary>Threads that run models.</summary>
    public int ThreadCount => threads.Length;

    /// <summary>Work waiting for a thread.</summary>
    public int QueueLength => queue.Count;

    /// <inheritdoc/>
    public Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (cancellation.IsCancellationRequested) return Task.FromCanceled<T>(cancellation);
        // Continuations must not run on a compute thread: it belongs to the next piece of work.
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Add(() => Run(work, completion, cancellation), CancellationToken.None);
        return completion.Task;
    }

    /// <summary>Refuses new work, finishes what was accepted and ends the threads.</summary>
    public void Dispose()
    {
        if (queue.IsAddingCompleted) return;
        queue.CompleteAdding();
        foreach (var thread in threads) thread.Join();
        queue.Dispose();
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
        catch (OperationCanceledException cancelled)
        {
            completion.TrySetCanceled(cancelled.CancellationToken);
        }
        catch (Exception bug)
        {
            completion.TrySetException(bug);
        }
    }

    private void Work()
    {
        foreach (var item in queue.GetConsumingEnumerable()) item();
    }
}
