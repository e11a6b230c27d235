namespace SpeechScoop.Web.ListeningTests.Building;

/// <summary>How far a draft's preparation is.</summary>
/// <param name="Done">Trials done.</param>
/// <param name="Total">Trials to do.</param>
/// <param name="Message">Why it failed; null else.</param>
internal sealed record PreparationProgress(PreparationState State, int Done, int Total, string? Message = null)
{
    /// <summary>Nothing was asked for since the server started.</summary>
    public static PreparationProgress None { get; } = new(PreparationState.None, 0, 0);

    /// <summary>Whether it is still on its way.</summary>
    public bool IsRunning => State is PreparationState.Queued or PreparationState.Running;
}

/// <summary>What a preparation does.</summary>
internal enum PreparationState
{
    None,
    Queued,
    Running,
    Done,
    Cancelled,
    Failed,
}
