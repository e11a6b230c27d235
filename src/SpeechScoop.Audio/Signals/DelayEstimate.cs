namespace SpeechScoop.Audio.Signals;

/// <summary>How much later than its reference a signal is.</summary>
/// <param name="Samples">Delay in samples; negative where the signal is early.</param>
/// <param name="Correlation">
/// Normalised correlation of the two where they overlap at that delay, −1..1: 1 for a scaled copy, −1 for an inverted one, about 0
/// for signals that have nothing in common.
/// </param>
public readonly record struct DelayEstimate(int Samples, double Correlation)
{
    /// <summary>How far a delay is looked for in each direction, in seconds.</summary>
    public const double WindowSeconds = 0.5;

    /// <summary>
    /// Least correlation, in magnitude, of a delay that may be acted upon: codecs of speech measured 0.55 (Opus at 6 kbit/s) to 0.99,
    /// recordings of other words at most 0.1.
    /// </summary>
    public const double LeastConfidence = 0.3;

    /// <summary>Magnitude of the correlation, 0..1.</summary>
    public double Confidence => Math.Abs(Correlation);

    /// <summary>Whether the delay may be acted upon.</summary>
    public bool IsSure => Confidence >= LeastConfidence;

    /// <summary>Whether the signal has the reference's polarity reversed.</summary>
    public bool IsInverted => IsSure && Correlation < 0;

    /// <summary>Estimates the delay, to the sample, from the maximum of the cross-correlation's magnitude.</summary>
    /// <param name="signal">What may be late.</param>
    /// <param name="reference">What it is compared with, at the same rate.</param>
    /// <param name="sampleRate">In hertz.</param>
    /// <param name="windowSeconds">How far to look in each direction, more than 0; never further than half of the shorter signal.</param>
    /// <returns>No delay and no correlation where either is silent.</returns>
    public static DelayEstimate Of(ReadOnlySpan<float> signal, ReadOnlySpan<float> reference, int sampleRate, double windowSeconds = WindowSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(windowSeconds);
        var window = (int)Math.Min(Math.Round(windowSeconds * sampleRate), Math.Min(signal.Length, reference.Length) / 2);
        if (window == 0 || Levels.Peak(signal) == 0 || Levels.Peak(reference) == 0) return default;
        var sums = CrossCorrelation.Compute(reference, signal, window);
        var best = window;
        for (var i = 0; i < sums.Length; i++)
            if (Math.Abs(sums[i]) > Math.Abs(sums[best])) best = i;
        var delay = best - window;
        return new DelayEstimate(delay, Correlate(signal, reference, delay));
    }

    /// <summary>The signal moved by a delay, so that it comes in time: cut at its start, or begun with silence.</summary>
    /// <param name="clip">What is late, or with a negative delay early.</param>
    /// <param name="samples">Delay in samples.</param>
    public static AudioClip Remove(AudioClip clip, int samples)
    {
        if (samples == 0) return clip;
        var channels = new float[clip.ChannelCount][];
        for (var c = 0; c < channels.Length; c++)
        {
            channels[c] = new float[Math.Max(0, clip.Length - samples)];
            clip.Channel(c)[Math.Min(clip.Length, Math.Max(0, samples))..].CopyTo(channels[c].AsSpan(Math.Max(0, -samples)));
        }
        return new AudioClip(clip.SampleRate, channels);
    }

    private static double Correlate(ReadOnlySpan<float> signal, ReadOnlySpan<float> reference, int delay)
    {
        signal = signal[Math.Max(0, delay)..];
        reference = reference[Math.Max(0, -delay)..];
        var overlap = Math.Min(signal.Length, reference.Length);
        double product = 0, signalPower = 0, referencePower = 0;
        for (var i = 0; i < overlap; i++)
        {
            product += (double)signal[i] * reference[i];
            signalPower += (double)signal[i] * signal[i];
            referencePower += (double)reference[i] * reference[i];
        }
        return signalPower == 0 || referencePower == 0 ? 0 : product / Math.Sqrt(signalPower * referencePower);
    }
}
