using SpeechScoop.ListeningTests;

namespace SpeechScoop.Audio.ListeningTests;

/// <summary>A stimulus as it was given.</summary>
/// <param name="Id">Unique in its trial.</param>
/// <param name="Role">What it stands for.</param>
/// <param name="Audio">Any rate, length and channel count.</param>
public sealed record SourceStimulus(string Id, StimulusRole Role, AudioClip Audio);

/// <summary>A stimulus as listeners hear it.</summary>
/// <param name="Id">The source's; <c>anchor35</c> and <c>anchor70</c> for anchors that were made.</param>
/// <param name="Role">What it stands for.</param>
/// <param name="Audio">Of the rate and channel count, and where stimuli are switched between of the length, of all others in the trial; no sample beyond full scale.</param>
public sealed record PreparedStimulus(string Id, StimulusRole Role, AudioClip Audio);

/// <summary>A trial's stimuli after preparation, with what was found and done.</summary>
/// <param name="Stimuli">In the order of the sources, then anchors that were made. Empty where the report has errors.</param>
/// <param name="Report">What was found and done.</param>
public sealed record PreparedTrial(IReadOnlyList<PreparedStimulus> Stimuli, PreparationReport Report);

/// <summary>What preparation found and did; made to be shown and stored.</summary>
/// <param name="Findings">Errors first, then warnings, then what else there is to know.</param>
/// <param name="Stimuli">Figures of each stimulus, anchors included.</param>
public sealed record PreparationReport(IReadOnlyList<PreparationFinding> Findings, IReadOnlyList<StimulusFigures> Stimuli)
{
    /// <summary>Whether the trial cannot be used as it is.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Severity == FindingSeverity.Error);
}

/// <summary>Something about a trial or one of its stimuli.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">Stable name in kebab case, such as <c>source-clipped</c>.</param>
/// <param name="Stimulus">Id of the stimulus; null for the whole trial.</param>
/// <param name="Message">What was found, with its figures.</param>
/// <param name="Cure">What to do about it; empty where nothing need be done.</param>
public sealed record PreparationFinding(FindingSeverity Severity, string Code, string? Stimulus, string Message, string Cure);

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Was dealt with, or is merely worth knowing.</summary>
    Info,

    /// <summary>The test can be published, but a reader of its results should know.</summary>
    Warning,

    /// <summary>The trial cannot be used.</summary>
    Error,
}

/// <summary>A stimulus in figures, before and after.</summary>
/// <param name="Id">The stimulus.</param>
/// <param name="Role">What it stands for.</param>
public sealed record StimulusFigures(string Id, StimulusRole Role)
{
    /// <summary>Of the source, in hertz; null for an anchor that was made.</summary>
    public int? SourceSampleRate { get; init; }

    /// <summary>Of the source; null for an anchor that was made.</summary>
    public int? SourceChannels { get; init; }

    /// <summary>Of the source; null for an anchor that was made.</summary>
    public double? SourceSeconds { get; init; }

    /// <summary>Integrated loudness of the source, in LUFS, after mixing down; null for an anchor that was made.</summary>
    public double? SourceLufs { get; init; }

    /// <summary>Up to where the source has a spectrum, in hertz; null for an anchor that was made.</summary>
    public double? BandwidthHz { get; init; }

    /// <summary>How much later than the reference the source was, in milliseconds; null where it was not looked for.</summary>
    public double? DelayMilliseconds { get; init; }

    /// <summary>Correlation with the reference at that delay, −1..1; null where it was not looked for.</summary>
    public double? Correlation { get; init; }

    /// <summary>Whether the delay was taken back.</summary>
    public bool Aligned { get; init; }

    /// <summary>Level change, in decibels.</summary>
    public double GainDb { get; init; }

    /// <summary>Length as prepared; null where it was not.</summary>
    public double? Seconds { get; init; }

    /// <summary>Integrated loudness as prepared, in LUFS; null where it was not.</summary>
    public double? Lufs { get; init; }

    /// <summary>True peak as prepared, in dBTP; null where it was not.</summary>
    public double? TruePeakDb { get; init; }
}
