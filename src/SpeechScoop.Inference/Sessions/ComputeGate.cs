namespace SpeechScoop.Inference.Sessions;

/// <summary>
/// The compute gate: dedicated threads that take work first come, first served, except that work in the background
/// (<see cref="BackgroundCompute"/>) comes after all other. While people use models, one thread is kept free of work in the background,
/// so that nobody waits for a long piece of it.
/// </summary>
public sealed class ComputeGate : IComputeGate, IDisposable
{
    /// <summary>How long after other work a thread is kept free.</summary>
    private static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(10);

    private readonly object sync = new();
    private readonly Queue<Action> queue = new();
    private readonly Queue<Action> background = new();
    private readonly Thread[] threads;
    private readonly TimeProvider time;
    private int backgroundRunning;
    private long? lastForeground;
    private bool isCompleted;

    /// <param name="threadCount">Threads that run models; by default one a core.</param>
    /// <param name="time">Null for the machine's clock.</param>
    public ComputeGate(int? threadCount = null, TimeProvider? time = null)
    {
        this.time = time ?? TimeProvider.System;
        var count = threadCount ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(threadCount));
        threads = new Thread[count];
        for (var i = 0; i < count; i++)
        {
            threads[i] = new Thread(Work) { IsBackground = true, Name = $"compute {i}" };
            threads[i].Start();
        }
    }

    /// <inheritdoc/>
    public Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (cancellation.IsCancellationRequested) return Task.FromCanceled<T>(cancellation);
        // Continuations must not run on a compute thread: it belongs to the next piece of work.
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var isBackground = BackgroundCompute.IsCurrent;
        lock (sync)
        {
            ObjectDisposedException.ThrowIf(isCompleted, this);
            (isBackground ? background : queue).Enqueue(() => Run(work, completion, cancellation));
            if (!isBackground) lastForeground = time.GetTimestamp();
            Monitor.Pulse(sync);
        }
        return completion.Task;
    }

    /// <summary>Refuses new work, finishes what was accepted and ends the threads.</summary>
    public void Dispose()
    {
        lock (sync)
        {
            if (isCompleted) return;
            isCompleted = true;
            Monitor.PulseAll(sync);
        }
        foreach (var thread in threads) thread.Join();
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
        while (Next(out var isBackground) is { } work)
        {
            work();
            lock (sync)
            {
                if (isBackground) backgroundRunning--;
                else lastForeground = time.GetTimestamp();
                if (background.Count > 0) Monitor.PulseAll(sync);
            }
        }
    }

    /// <summary>The next piece of work, once there is one; null when there will be none.</summary>
    private Action? Next(out bool isBackground)
    {
        lock (sync)
        {
            while (true)
            {
                isBackground = false;
                if (queue.TryDequeue(out var work)) return work;
                if (background.Count > 0 && backgroundRunning < MostInBackground())
                {
                    isBackground = true;
                    backgroundRunning++;
                    return background.Dequeue();
                }
                if (isCompleted && background.Count == 0) return null;
                // Work in the background that may not start yet may start when the courtesy ends: nobody tells of that.
                if (background.Count > 0) Monitor.Wait(sync, TimeSpan.FromSeconds(1));
                else Monitor.Wait(sync);
            }
        }
    }

    private int MostInBackground() => isCompleted || threads.Length == 1 || lastForeground is not { } last || time.GetElapsedTime(last) > Courtesy ? threads.Length : threads.Length - 1;
}
