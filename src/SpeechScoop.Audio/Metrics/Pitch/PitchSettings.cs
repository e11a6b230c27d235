namespace SpeechScoop.Audio.Metrics.Pitch;

/// <summary>
/// Parameters of the pitch analysis. The defaults are those of Praat's "To Pitch (ac)" with 0.01 s, 50 Hz and 600 Hz, which studies of
/// synthesized and conversational speech use.
/// </summary>
public sealed record PitchSettings
{
    /// <summary>Seconds from frame to frame.</summary>
    public double StepSeconds { get; init; } = 0.01;

    /// <summary>Lowest pitch sought, in hertz. The window is three periods of it long: 60 ms.</summary>
    public double FloorHertz { get; init; } = 50;

    /// <summary>Highest pitch that a path may take, in hertz.</summary>
    public double CeilingHertz { get; init; } = 600;

    /// <summary>Candidates a frame, the unvoiced one included.</summary>
    public int Candidates { get; init; } = 15;

    /// <summary>Frames whose peak is below this share of the whole clip's peak tend to be unvoiced.</summary>
    public double SilenceThreshold { get; init; } = 0.03;

    /// <summary>Strength of the unvoiced candidate: autocorrelation peaks below it lose to it.</summary>
    public double VoicingThreshold { get; init; } = 0.45;

    /// <summary>How much strength a candidate gains by lying an octave higher: decides between a period and its multiples.</summary>
    public double OctaveCost { get; init; } = 0.01;

    /// <summary>Cost of a jump of an octave from one frame to the next, at steps of 10 ms.</summary>
    public double OctaveJumpCost { get; init; } = 0.35;

    /// <summary>Cost of a change between voiced and unvoiced, at steps of 10 ms.</summary>
    public double VoicedUnvoicedCost { get; init; } = 0.14;

    /// <summary>Length of the analysis window, in seconds: clips must not be shorter.</summary>
    public double WindowSeconds => PeriodsPerWindow / FloorHertz;

    /// <summary>Periods of the lowest pitch in the window: what a Hann window needs to show a period.</summary>
    internal const double PeriodsPerWindow = 3;
}
