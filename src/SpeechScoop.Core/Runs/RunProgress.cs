namespace SpeechScoop.Runs;

/// <summary>A run's outputs, counted.</summary>
/// <param name="Measured">Of the done ones, those whose metrics were computed.</param>
public sealed record RunProgress(int Total, int Queued, int Running, int Done, int Failed, int Cancelled, int Measured)
{
    /// <summary>Nothing yet.</summary>
    public static RunProgress None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>Whether nothing is left to make or to measure.</summary>
    public bool IsComplete => Queued == 0 && Running == 0 && Measured == Done;
}
