namespace SpeechScoop.Inference.Sessions;

/// <summary>
/// The one place where models run: as many dedicated threads as cores, so that no model starves the web server's
/// thread pool and no two models fight over a core. Work starts in the order it was asked for; what runs in the background
/// (<see cref="BackgroundCompute"/>) waits for all other.
/// </summary>
public interface IComputeGate
{
    /// <summary>Runs <paramref name="work"/> on a compute thread.</summary>
    Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation = default);
}
