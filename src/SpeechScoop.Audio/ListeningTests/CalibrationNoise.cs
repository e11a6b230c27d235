using SpeechScoop.Audio.Loudness;
using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.ListeningTests;

/// <summary>
/// Noise with about the long-term spectrum of speech, for setting a comfortable level where no stimulus should be heard before
/// its turn: flat to 500 Hz, then falling by 6 dB an octave, from 2 kHz by 12 (near the curve of Byrne et al., "An international comparison of long-term average
/// speech spectra", JASA 96(4), 1994), weaker below 100 Hz.
/// </summary>
public static class CalibrationNoise
{
    private const double EdgeSeconds = 0.05;

    /// <summary>Makes the clip, faded in and out within 50 ms; the same for the same arguments.</summary>
    /// <param name="seconds">Length, at least 1.</param>
    /// <param name="lufs">Integrated loudness, at most −14 LUFS so that no peak clips.</param>
    /// <param name="sampleRate">In hertz, at least 8,000.</param>
    public static AudioClip Make(double seconds = 5, double lufs = -26, int sampleRate = 48_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seconds, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lufs, -14);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 8_000);
        var random = new SeededRandom(1);
        var samples = new float[(int)Math.Round(seconds * sampleRate)];
        // Sums of three uniform numbers: nearly Gaussian, with a bounded peak.
        for (var i = 0; i < samples.Length; i++) samples[i] = (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
        OnePole(samples, 500, sampleRate, highPass: false);
        OnePole(samples, 2_000, sampleRate, highPass: false);
        OnePole(samples, 100, sampleRate, highPass: true);
        var edge = EdgeSeconds * sampleRate;
        for (var i = 0; i < samples.Length; i++)
            samples[i] *= (float)(0.5 * (1 - Math.Cos(Math.PI * Math.Min(1, Math.Min(i, samples.Length - 1 - i) / edge))));
        var clip = new AudioClip(sampleRate, samples);
        return Mixing.Gain(clip, lufs - LoudnessMeter.Integrated(clip));
    }

    private static void OnePole(float[] samples, double hertz, int sampleRate, bool highPass)
    {
        var pole = Math.Exp(-2 * Math.PI * hertz / sampleRate);
        var low = 0.0;
        for (var i = 0; i < samples.Length; i++)
        {
            low = (pole * low) + ((1 - pole) * samples[i]);
            samples[i] = (float)(highPass ? samples[i] - low : low);
        }
    }
}
