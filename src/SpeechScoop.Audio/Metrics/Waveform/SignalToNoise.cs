namespace SpeechScoop.Audio.Metrics.Waveform;

/// <summary>Energy of a reference against that of the difference from it, in decibels; in double precision. Positive infinity for equal signals.</summary>
public static class SignalToNoise
{
    /// <summary>Version of the computation, stored with measurements.</summary>
    public const string MetricVersion = "1";

    private const double Epsilon = 2.220446049250313e-16, LowestDb = -10, HighestDb = 35, FrameSeconds = 0.03;

    /// <summary>SNR: 10 log10(Σ r² / Σ (r − d)²).</summary>
    /// <param name="reference">The signal as it should be, not silent.</param>
    /// <param name="degraded">The signal to judge: same rate, aligned; the shorter length of both counts.</param>
    public static double Snr(ReadOnlySpan<float> reference, ReadOnlySpan<float> degraded)
    {
        var length = Math.Min(reference.Length, degraded.Length);
        double signal = 0, noise = 0;
        for (var i = 0; i < length; i++)
        {
            double r = reference[i], error = r - degraded[i];
            signal += r * r;
            noise += error * error;
        }
        return 10 * Math.Log10(signal / noise);
    }

    /// <summary>
    /// Scale-invariant signal-to-distortion ratio (Le Roux, Wisdom, Erdogan and Hershey, ICASSP 2019): with a = Σ dr / Σ r², 10 log10(Σ (ar)² / Σ (ar − d)²).
    /// </summary>
    /// <param name="reference">The signal as it should be, not silent.</param>
    /// <param name="degraded">The signal to judge: same rate, aligned; the shorter length of both counts.</param>
    /// <param name="zeroMean">Whether each signal's mean is taken off first.</param>
    /// <returns>Infinite for a scaled copy; negative infinity for a signal that has nothing of the reference.</returns>
    public static double SiSdr(ReadOnlySpan<float> reference, ReadOnlySpan<float> degraded, bool zeroMean)
    {
        var length = Math.Min(reference.Length, degraded.Length);
        var (r0, d0) = zeroMean ? (Mean(reference[..length]), Mean(degraded[..length])) : (0, 0);
        double product = 0, power = 0;
        for (var i = 0; i < length; i++)
        {
            var r = reference[i] - r0;
            product += r * (degraded[i] - d0);
            power += r * r;
        }
        var scale = product / power;
        double target = 0, distortion = 0;
        for (var i = 0; i < length; i++)
        {
            double wanted = scale * (reference[i] - r0), error = wanted - (degraded[i] - d0);
            target += wanted * wanted;
            distortion += error * error;
        }
        // What rounding leaves of an exact multiple is no distortion.
        return distortion <= length * Epsilon * Epsilon * target ? double.PositiveInfinity : 10 * Math.Log10(target / distortion);
    }

    /// <summary>
    /// Segmental SNR: mean of the SNR of frames of 30 ms under a Hann window (without its zero ends), three quarters overlapping, each held within −10 .. 35 dB.
    /// Frames of digital silence in the reference count −10 dB.
    /// </summary>
    /// <param name="reference">The signal as it should be.</param>
    /// <param name="degraded">The signal to judge: same rate, aligned; the shorter length of both counts, at least 30 ms.</param>
    /// <param name="sampleRate">Rate of both, in hertz.</param>
    public static double Segmental(ReadOnlySpan<float> reference, ReadOnlySpan<float> degraded, int sampleRate)
    {
        var length = Math.Min(reference.Length, degraded.Length);
        if (reference[..length].SequenceEqual(degraded[..length])) return HighestDb;
        var size = (int)(FrameSeconds * sampleRate);
        var hop = size / 4;
        var weights = Enumerable.Range(1, size).Select(i => Math.Pow(0.5 - (0.5 * Math.Cos(2 * Math.PI * i / (size + 1))), 2)).ToArray();
        var (sum, frames) = (0.0, 0);
        for (var start = 0; start + size <= length; start += hop, frames++)
        {
            double signal = 0, noise = 0;
            for (var i = 0; i < size; i++)
            {
                double r = reference[start + i], error = r - degraded[start + i];
                signal += weights[i] * r * r;
                noise += weights[i] * error * error;
            }
            sum += Math.Clamp(10 * Math.Log10((signal / (noise + Epsilon)) + Epsilon), LowestDb, HighestDb);
        }
        return sum / frames;
    }

    /// <summary>Mean absolute difference of samples, full scale being 1.</summary>
    public static double MeanAbsoluteDifference(ReadOnlySpan<float> reference, ReadOnlySpan<float> degraded)
    {
        var length = Math.Min(reference.Length, degraded.Length);
        var sum = 0.0;
        for (var i = 0; i < length; i++) sum += Math.Abs((double)reference[i] - degraded[i]);
        return sum / length;
    }

    private static double Mean(ReadOnlySpan<float> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples) sum += sample;
        return sum / samples.Length;
    }
}
