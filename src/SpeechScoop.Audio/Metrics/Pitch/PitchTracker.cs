using SpeechScoop.Audio.Resampling;

namespace SpeechScoop.Audio.Metrics.Pitch;

/// <summary>
/// The pitch of a voice over time by Boersma's method (Proceedings of the Institute of Phonetic Sciences 17, 1993, 97–110), with the
/// parameters and frames of Praat's "To Pitch (ac)": autocorrelation under a Hann window divided by that of the window, up to 15
/// candidates a frame refined by sinc interpolation, and the best path through them.
/// </summary>
public static class PitchTracker
{
    /// <summary>Version of the analysis, stored with measurements.</summary>
    public const string MetricVersion = "boersma-1993-1";

    /// <summary>Clips of higher rates are brought to this one first, in hertz: a voice's pitch needs no more.</summary>
    public const int HighestRate = 48_000;

    /// <summary>Tracks the pitch. No frames where the clip is shorter than the window (60 ms).</summary>
    /// <param name="clip">Any rate from 2,000 Hz; channels are averaged.</param>
    /// <param name="settings">Null for the defaults.</param>
    public static PitchTrack Track(AudioClip clip, PitchSettings? settings = null)
    {
        var mono = clip.ToMono();
        return mono.SampleRate > HighestRate
            ? Track(Resample.To(mono.Channel(0), mono.SampleRate, HighestRate), HighestRate, settings)
            : Track(mono.Channel(0), mono.SampleRate, settings);
    }

    /// <summary>Tracks the pitch of one channel.</summary>
    /// <param name="samples">Finite.</param>
    /// <param name="sampleRate">2,000 Hz or more.</param>
    /// <param name="settings">Null for the defaults.</param>
    public static PitchTrack Track(ReadOnlySpan<float> samples, int sampleRate, PitchSettings? settings = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 2_000);
        settings ??= new();
        var frames = new PitchFrames(samples, sampleRate, settings);
        var candidates = new PitchCandidates[frames.Count];
        var correlations = Enumerable.Range(0, PitchFrames.AtOnce).Select(_ => new double[frames.Lags + 1]).ToArray();
        Span<double> intensities = stackalloc double[PitchFrames.AtOnce];
        for (var first = 0; first < frames.Count; first += PitchFrames.AtOnce)
        {
            frames.Analyse(samples, first, settings.StepSeconds, correlations, intensities);
            for (var lane = 0; lane < Math.Min(PitchFrames.AtOnce, frames.Count - first); lane++)
                candidates[first + lane] = PitchCandidates.Of(correlations[lane], frames.MaximumLag, intensities[lane], sampleRate, settings);
        }
        return new(frames.FirstSeconds, settings.StepSeconds, PitchPath.Find(candidates, settings));
    }
}
