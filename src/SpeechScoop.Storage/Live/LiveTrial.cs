namespace SpeechScoop.Storage.Live;

/// <summary>What a page of the live bench does.</summary>
public enum LiveTrialKind
{
    /// <summary>Speech to text by recognizers.</summary>
    Recognition,

    /// <summary>Text to speech by synthesizers.</summary>
    Synthesis,

    /// <summary>A recording through tokenizers and back.</summary>
    Reconstruction,
}

/// <summary>Where a recognition trial's audio comes from.</summary>
public enum LiveSource
{
    Microphone,
    File,
}

/// <summary>How far a trial is.</summary>
public enum LiveTrialStatus
{
    Running,

    /// <summary>Every stimulus is done or failed.</summary>
    Done,

    /// <summary>Stopped by the user or by the end of the server; finished stimuli are kept.</summary>
    Cancelled,
}

/// <summary>A page of the live bench; its stimuli are outputs.</summary>
public sealed record LiveTrial
{
    public required string Id { get; init; }

    public required LiveTrialKind Kind { get; init; }

    /// <summary>What is to be spoken; synthesis only.</summary>
    public string? Text { get; init; }

    /// <summary>What was really said; recognition only, null until the user types it.</summary>
    public string? Reference { get; init; }

    /// <summary>The original recording: of a reconstruction, of a played file, or of a microphone whose audio is kept.</summary>
    public string? ClipSha256 { get; init; }

    public LiveSource? Source { get; init; }

    /// <summary>Whether the microphone's audio is stored.</summary>
    public bool KeepAudio { get; init; }

    public required bool Blind { get; init; }

    /// <summary>Decides the order of the labels.</summary>
    public required long Seed { get; init; }

    public required LiveTrialStatus Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the labels were opened; null while they are not. Never set for a trial that was open from the start.</summary>
    public DateTimeOffset? RevealedAt { get; init; }

    /// <summary>Whether systems must not be told yet.</summary>
    public bool IsHidden => Blind && RevealedAt is null;
}
