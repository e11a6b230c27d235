using System.Numerics.Tensors;

namespace SpeechScoop.Audio.Signals;

/// <summary>Signal levels. Full scale (0 dBFS) is an amplitude of 1, for peak and RMS alike; so a full-scale sine has −3.01 dBFS RMS.</summary>
public static class Levels
{
    /// <summary>What silence measures: no level is lower, so that pages need no infinity.</summary>
    public const double SilenceDb = -120;

    /// <summary>Root mean square, linear; 0 for no samples.</summary>
    public static double Rms(ReadOnlySpan<float> samples)
    {
        if (samples.IsEmpty) return 0;
        // Blocks in float, their sum in double: exact enough for hours of audio, and vectorised.
        var sum = 0.0;
        for (var rest = samples; !rest.IsEmpty; rest = rest[Math.Min(4096, rest.Length)..])
            sum += TensorPrimitives.SumOfSquares(rest[..Math.Min(4096, rest.Length)]);
        return Math.Sqrt(sum / samples.Length);
    }

    /// <summary>Largest absolute sample, linear; 0 for no samples.</summary>
    public static float Peak(ReadOnlySpan<float> samples) => samples.IsEmpty ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude(samples));

    /// <summary>RMS level in dBFS, at least <see cref="SilenceDb"/>.</summary>
    public static double RmsDb(ReadOnlySpan<float> samples) => ToDb(Rms(samples));

    /// <summary>Peak level in dBFS, at least <see cref="SilenceDb"/>.</summary>
    public static double PeakDb(ReadOnlySpan<float> samples) => ToDb(Peak(samples));

    /// <summary>20 log10 of an amplitude, at least <see cref="SilenceDb"/>.</summary>
    public static double ToDb(double amplitude) => amplitude > 1e-6 ? 20 * Math.Log10(amplitude) : SilenceDb;

    /// <summary>The amplitude of a level: 10^(dB/20).</summary>
    public static double FromDb(double db) => Math.Pow(10, db / 20);

    /// <summary>Mean of the samples: their DC; 0 for no samples.</summary>
    public static double Mean(ReadOnlySpan<float> samples)
    {
        if (samples.IsEmpty) return 0;
        var sum = 0.0;
        foreach (var sample in samples) sum += sample;
        return sum / samples.Length;
    }

    /// <summary>Number of samples at or beyond full scale; a hint that a recording was clipped.</summary>
    public static int CountClipped(ReadOnlySpan<float> samples)
    {
        var clipped = 0;
        foreach (var sample in samples)
            if (Math.Abs(sample) >= 32767f / 32768f) clipped++;
        return clipped;
    }

    /// <summary>Sets infinities and not-a-numbers to 0.</summary>
    /// <returns>How many there were.</returns>
    internal static int ReplaceNonFinite(Span<float> samples)
    {
        // The sum is finite unless a sample is not (float overflow of the sum aside, which the loop then clears up).
        if (float.IsFinite(TensorPrimitives.Sum<float>(samples))) return 0;
        var replaced = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            if (float.IsFinite(samples[i])) continue;
            samples[i] = 0;
            replaced++;
        }
        return replaced;
    }
}
