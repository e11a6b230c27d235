namespace SpeechScoop.ListeningTests;

/// <summary>How stimuli are made comparable: done once on the server, so that every listener gets the same bytes.</summary>
public sealed record PreparationSettings
{
    /// <summary>In hertz; null for the highest rate among a trial's sources.</summary>
    public int? SampleRate { get; init; }

    /// <summary>Whether channels are averaged into one; otherwise mono is copied to as many channels as the trial's widest source has.</summary>
    public bool Mono { get; init; } = true;

    /// <summary>Whether a delay against the reference is estimated and taken back; trials with a reference only.</summary>
    public bool Align { get; init; } = true;

    /// <summary>What lengths become.</summary>
    public LengthRule Length { get; init; } = LengthRule.Reference;

    /// <summary>What levels become.</summary>
    public LoudnessRule Loudness { get; init; } = LoudnessRule.Reference;

    /// <summary>Integrated loudness in LUFS (ITU-R BS.1770-4) for <see cref="LoudnessRule.Target"/>, and for trials without a reference.</summary>
    public double TargetLufs { get; init; } = -26;

    /// <summary>Whether MUSHRA trials get the 3.5 kHz anchor.</summary>
    public bool Anchor35 { get; init; } = true;

    /// <summary>Whether MUSHRA trials get the 7 kHz anchor.</summary>
    public bool Anchor70 { get; init; } = true;
}

/// <summary>What lengths become.</summary>
public enum LengthRule
{
    /// <summary>Left as they are, padded to a common tenth of a second so that files do not tell them apart.</summary>
    Keep,

    /// <summary>Cut or padded to the reference; without one, padded to the longest of the trial where stimuli are switched between.</summary>
    Reference,
}

/// <summary>What levels become.</summary>
public enum LoudnessRule
{
    Keep,

    /// <summary>The loudness of the trial's reference; without one, the target.</summary>
    Reference,

    Target,
}
