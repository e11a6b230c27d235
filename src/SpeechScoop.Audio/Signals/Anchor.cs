namespace SpeechScoop.Audio.Signals;

/// <summary>The anchors of MUSHRA tests (ITU-R BS.1534-3, 5.1): low-pass copies of the reference that nobody should rate high.</summary>
public enum Anchor
{
    /// <summary>Low anchor: flat within ±0.1 dB to 3.5 kHz, at least 25 dB down at 4 kHz and 50 dB at 4.5 kHz.</summary>
    LowPass35,

    /// <summary>Mid anchor: flat within ±0.1 dB to 7 kHz, at least 25 dB down at 7.5 kHz and 50 dB at 8 kHz.</summary>
    LowPass70,
}

/// <summary>Makes anchors.</summary>
public static class Anchors
{
    private const double TransitionHz = 500;
    private const double AttenuationDb = 65;

    /// <summary>Where the anchor's pass band ends, in hertz.</summary>
    public static double PassBandHz(this Anchor anchor) => anchor == Anchor.LowPass35 ? 3_500 : 7_000;

    /// <summary>Whether the anchor takes anything away at a sample rate; where it does not, it equals the reference.</summary>
    public static bool IsAudible(this Anchor anchor, int sampleRate) => sampleRate / 2.0 >= anchor.PassBandHz() + TransitionHz;

    /// <summary>The anchor of a reference: same rate, length and timing. The reference itself where <see cref="IsAudible"/> is false.</summary>
    public static AudioClip Of(AudioClip reference, Anchor anchor)
    {
        if (!anchor.IsAudible(reference.SampleRate)) return reference;
        var filter = Filter(anchor, reference.SampleRate);
        return new AudioClip(reference.SampleRate, [.. Enumerable.Range(0, reference.ChannelCount).Select(c => filter.Apply(reference.Channel(c)))]);
    }

    /// <summary>The anchor's filter at a sample rate.</summary>
    internal static LinearPhaseFilter Filter(Anchor anchor, int sampleRate) =>
        LinearPhaseFilter.LowPass(anchor.PassBandHz(), anchor.PassBandHz() + TransitionHz, AttenuationDb, sampleRate);
}
