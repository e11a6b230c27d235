using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Web.Live.Recognition;

/// <summary>
/// The compute gate for a trial's recognizers of one pack, one at a time: they hear the same samples, and what they have
/// in common is computed by whoever comes first.
/// </summary>
internal sealed class ComputeTurn(IComputeGate gate) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>The streams that take turns.</summary>
    public StreamGroup Group { get; } = new();

    /// <summary>Runs work on a compute thread when it is its turn.</summary>
    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return await gate.RunAsync(work, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
