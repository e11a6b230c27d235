namespace SpeechScoop.Audio.Metrics.Visqol;

/// <summary>What ViSQOL's two modes differ in.</summary>
/// <param name="SampleRate">Rate to which the metric brings clips, in hertz.</param>
/// <param name="Bands">Gammatone bands.</param>
/// <param name="HighHz">Upper end of the bands, in hertz.</param>
/// <param name="PatchFrames">Frames in a patch, of 20 ms each.</param>
/// <param name="SpeechOnly">Only patches with speech are compared.</param>
public sealed record VisqolMode(int SampleRate, int Bands, double HighHz, int PatchFrames, bool SpeechOnly)
{
    /// <summary>Centre of the lowest band, in hertz.</summary>
    public const double LowHz = 50;

    /// <summary>How far a patch of the degraded signal may lie from its place, in patches.</summary>
    public const int SearchPatches = 60;

    /// <summary>Speech: 21 bands to 8 kHz, patches of 0.4 s.</summary>
    public static VisqolMode Speech { get; } = new(16_000, 21, 8_000, 20, true);

    /// <summary>Any sound, music first of all: 32 bands to 24 kHz, patches of 0.6 s.</summary>
    public static VisqolMode Audio { get; } = new(48_000, 32, 24_000, 30, false);
}
