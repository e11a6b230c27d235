using SpeechScoop.Runs;

namespace SpeechScoop.Web.Runs;

/// <summary>A run as the worker has it in hand.</summary>
internal sealed class RunJob(RunPlan plan, CancellationToken stopping) : IDisposable
{
    private readonly CancellationTokenSource cancellation = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    private int inFlight;

    public RunPlan Plan => plan;

    /// <summary>The systems of its conditions, each once.</summary>
    public IReadOnlyList<string> SystemIds { get; } = [.. plan.Conditions.Select(condition => condition.SystemId).Distinct(StringComparer.Ordinal)];

    /// <summary>Stops its outputs: the run was cancelled, or the server stops.</summary>
    public CancellationToken Cancellation => cancellation.Token;

    /// <summary>Outputs in the making.</summary>
    public int InFlight => Volatile.Read(ref inFlight);

    /// <summary>Outputs before this place were taken for measuring.</summary>
    public int MeasuredUpTo { get; set; }

    public void Add() => Interlocked.Increment(ref inFlight);

    public void Remove() => Interlocked.Decrement(ref inFlight);

    public void Cancel() => cancellation.Cancel();

    public void Dispose() => cancellation.Dispose();
}
