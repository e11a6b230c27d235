namespace SpeechScoop.Web.Live;

/// <summary>Limits of the live bench: section <c>SpeechScoop:Live</c>.</summary>
internal sealed class LiveOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "SpeechScoop:Live";

    /// <summary>How long a new recognition trial waits for its first audio, so that a user can allow the microphone.</summary>
    /// <value>Default: 2 minutes.</value>
    public TimeSpan FirstAudioWait { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a trial whose connection was lost waits for its client before it ends with what it has.</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan ReconnectWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest audio of one recognition trial; what comes later is not taken.</summary>
    /// <value>Default: 30 minutes.</value>
    public TimeSpan MaximumAudio { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Longest recording that goes through tokenizers.</summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan MaximumReconstruction { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Largest frame of an upload stream, in bytes.</summary>
    /// <value>Default: 16,384 (half a second). Frames of 20–40 ms are 640–1,280 bytes.</value>
    public int MaximumFrameBytes { get; set; } = 16_384;

    /// <summary>Upload streams that one connection may have at once.</summary>
    /// <value>Default: 4.</value>
    public int MaximumUploadsPerConnection { get; set; } = 4;

    /// <summary>Trials that may run at once.</summary>
    /// <value>Default: 256.</value>
    public int MaximumRunningTrials { get; set; } = 256;

    /// <summary>Trials whose stimuli are made at the same time; models still share the compute threads.</summary>
    /// <value>Default: 4.</value>
    public int TrialsMadeAtOnce { get; set; } = 4;
}
