namespace SpeechScoop.Runs;

/// <summary>How far a run is.</summary>
public enum RunStatus
{
    /// <summary>Waits for its turn.</summary>
    Queued,

    /// <summary>Outputs are made and measured.</summary>
    Running,

    /// <summary>Stopped by the user until resumed; what was done stays.</summary>
    Paused,

    /// <summary>Every output is done and measured, or failed.</summary>
    Done,

    /// <summary>Stopped by the user for good; what was done stays.</summary>
    Cancelled,
}
