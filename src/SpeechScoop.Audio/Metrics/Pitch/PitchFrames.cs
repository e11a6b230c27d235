using System.Numerics;
using System.Runtime.InteropServices;
using SpeechScoop.Audio.Features;

namespace SpeechScoop.Audio.Metrics.Pitch;

/// <summary>
/// The normalised autocorrelation of windowed frames: that of the frame less its local mean under a Hann window, divided by that of
/// the window, so that a periodic signal has a peak of about 1 at its period whatever the lag. Not thread-safe.
/// </summary>
internal sealed class PitchFrames
{
    private readonly int halfWindow, period;
    private readonly double rate, globalPeak;
    private readonly float[] window;
    private readonly double[] windowCorrelation;
    private readonly FourierTransform transform;
    private readonly Vector<float>[] lanes, power;

    /// <param name="samples">The whole signal.</param>
    /// <param name="sampleRate">In hertz.</param>
    /// <param name="settings">Window and step.</param>
    public PitchFrames(ReadOnlySpan<float> samples, int sampleRate, PitchSettings settings)
    {
        rate = sampleRate;
        halfWindow = ((int)Math.Floor(settings.WindowSeconds * sampleRate) / 2) - 1;
        period = (int)Math.Floor(sampleRate / settings.FloorHertz);
        Lags = halfWindow;
        MaximumLag = Math.Min((int)Math.Floor(2 * halfWindow / PitchSettings.PeriodsPerWindow) + 2, Lags);
        var duration = samples.Length / rate;
        Count = duration < settings.WindowSeconds ? 0 : (int)Math.Floor((duration - settings.WindowSeconds) / settings.StepSeconds) + 1;
        FirstSeconds = (duration / 2) - (Count * settings.StepSeconds / 2) + (settings.StepSeconds / 2);

        window = [.. Enumerable.Range(1, 2 * halfWindow).Select(i => (float)(0.5 - (0.5 * Math.Cos(2 * Math.PI * i / ((2 * halfWindow) + 1)))))];
        // Zeros to one and a half windows keep the lags in use free of wrapping.
        transform = new FourierTransform((int)BitOperations.RoundUpToPowerOf2((uint)(3 * halfWindow)));
        lanes = new Vector<float>[transform.Size];
        power = new Vector<float>[transform.Bins];
        globalPeak = Peak(samples, Mean(samples));

        Lane(0, window);
        Correlate();
        windowCorrelation = [.. Enumerable.Range(0, Lags + 1).Select(lag => (double)transform.Real[lag][0] / transform.Real[0][0])];
    }

    /// <summary>Frames that fit into the signal, centred in it.</summary>
    public int Count { get; }

    /// <summary>Time of the first frame's centre.</summary>
    public double FirstSeconds { get; }

    /// <summary>Highest lag of a correlation, in samples.</summary>
    public int Lags { get; }

    /// <summary>Highest lag at which a period is sought, in samples.</summary>
    public int MaximumLag { get; }

    /// <summary>Frames analysed by one call.</summary>
    public static int AtOnce => FourierTransform.Lanes;

    /// <summary>Computes the correlations of several frames.</summary>
    /// <param name="samples">The whole signal.</param>
    /// <param name="first">The first frame.</param>
    /// <param name="stepSeconds">From frame to frame.</param>
    /// <param name="correlations"><see cref="AtOnce"/> arrays for lags 0 to <see cref="Lags"/>; those of frames that exist are filled.</param>
    /// <param name="intensities">Peak of each frame relative to the whole signal's, 0..1.</param>
    public void Analyse(ReadOnlySpan<float> samples, int first, double stepSeconds, double[][] correlations, Span<double> intensities)
    {
        var count = Math.Min(AtOnce, Count - first);
        lanes.AsSpan().Clear();
        Span<float> frame = new float[2 * halfWindow];
        for (var lane = 0; lane < count; lane++)
        {
            var left = (int)Math.Floor(((FirstSeconds + ((first + lane) * stepSeconds)) * rate) - 0.5);
            var mean = Mean(Around(samples, left, period));
            var start = left + 1 - halfWindow;
            for (var i = 0; i < frame.Length; i++)
            {
                var at = start + i;
                frame[i] = (uint)at < (uint)samples.Length ? (float)((samples[at] - mean) * window[i]) : 0;
            }
            // Loudness is judged over one period of the lowest pitch in the middle of the window.
            var halfPeriod = (period / 2) + 1;
            var from = Math.Max(0, halfWindow - halfPeriod);
            intensities[lane] = globalPeak == 0 ? 0 : Math.Min(1, Peak(frame[from..Math.Min(frame.Length, halfWindow + halfPeriod)], 0) / globalPeak);
            Lane(lane, frame);
        }
        Correlate();
        for (var lane = 0; lane < count; lane++)
        {
            var correlation = correlations[lane];
            correlation.AsSpan().Clear();
            var energy = (double)transform.Real[0][lane];
            if (energy <= 0) continue;
            correlation[0] = 1;
            for (var lag = 1; lag <= Lags; lag++) correlation[lag] = transform.Real[lag][lane] / (energy * windowCorrelation[lag]);
        }
    }

    private void Lane(int lane, ReadOnlySpan<float> frame)
    {
        var values = MemoryMarshal.Cast<Vector<float>, float>(lanes.AsSpan());
        for (int i = 0, to = lane; i < frame.Length; i++, to += AtOnce) values[to] = frame[i];
    }

    /// <summary>The power spectrum is real and even: its transform's real part is the autocorrelation.</summary>
    private void Correlate()
    {
        transform.TransformToPower(lanes, power);
        power.CopyTo(lanes.AsSpan());
        for (var k = 1; k < transform.Size / 2; k++) lanes[transform.Size - k] = power[k];
        transform.Transform(lanes);
    }

    private static ReadOnlySpan<float> Around(ReadOnlySpan<float> samples, int left, int reach)
    {
        var from = Math.Max(0, left + 1 - reach);
        return samples[from..Math.Min(samples.Length, left + 1 + reach)];
    }

    private static double Mean(ReadOnlySpan<float> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples) sum += sample;
        return samples.IsEmpty ? 0 : sum / samples.Length;
    }

    private static double Peak(ReadOnlySpan<float> samples, double mean)
    {
        var peak = 0.0;
        foreach (var sample in samples) peak = Math.Max(peak, Math.Abs(sample - mean));
        return peak;
    }
}
