using System.Numerics;
using System.Runtime.InteropServices;

namespace SpeechScoop.Audio.Features;

/// <summary>Short-time power spectra. Not thread-safe.</summary>
public sealed class Stft
{
    private readonly FourierTransform transform;
    private readonly float[] window;
    private readonly int hop;
    private readonly Vector<float>[] signals, power;

    /// <param name="fftSize">Length of the transform, at least 2.</param>
    /// <param name="hop">Samples from frame to frame.</param>
    /// <param name="window">The window's samples, at most <paramref name="fftSize"/>; zeros follow.</param>
    public Stft(int fftSize, int hop, ReadOnlySpan<float> window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hop, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(window.Length, fftSize);
        transform = new FourierTransform(fftSize);
        this.window = window.ToArray();
        this.hop = hop;
        signals = new Vector<float>[fftSize];
        power = new Vector<float>[transform.Bins];
    }

    /// <summary>Frequencies of a spectrum: 0 .. fftSize/2.</summary>
    public int Bins => transform.Bins;

    /// <summary>Frames that lie inside a signal: 1 + (n − window)/hop; 0 if it is shorter than the window.</summary>
    public int FrameCount(int samples) => samples < window.Length ? 0 : 1 + ((samples - window.Length) / hop);

    /// <summary>|X|² of every frame.</summary>
    /// <param name="samples">Any length.</param>
    /// <returns>Frames × bins, row-major.</returns>
    public float[] Power(ReadOnlySpan<float> samples)
    {
        var spectra = new float[FrameCount(samples.Length) * Bins];
        Power(samples, spectra);
        return spectra;
    }

    /// <summary>The same into memory that is there.</summary>
    /// <param name="samples">Any length.</param>
    /// <param name="spectra">At least frames × bins.</param>
    /// <returns>Values written.</returns>
    public int Power(ReadOnlySpan<float> samples, Span<float> spectra)
    {
        var (frames, bins, lanes) = (FrameCount(samples.Length), Bins, FourierTransform.Lanes);
        for (var first = 0; first < frames; first += lanes)
        {
            var count = Math.Min(lanes, frames - first);
            var laneSamples = MemoryMarshal.Cast<Vector<float>, float>(signals.AsSpan());
            laneSamples.Clear();
            for (var lane = 0; lane < count; lane++)
            {
                var frame = samples.Slice((first + lane) * hop, window.Length);
                for (int i = 0, to = lane; i < frame.Length; i++, to += lanes) laneSamples[to] = frame[i] * window[i];
            }
            transform.TransformToPower(signals, power);
            for (var k = 0; k < bins; k++)
                for (var lane = 0; lane < count; lane++) spectra[((first + lane) * bins) + k] = power[k][lane];
        }
        return frames * bins;
    }

    /// <summary>A signal with both ends extended by reflection (end sample not repeated), as centred transforms want.</summary>
    /// <param name="samples">At least 2.</param>
    /// <param name="count">Samples added at each end.</param>
    public static float[] ReflectEnds(ReadOnlySpan<float> samples, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples.Length, 2);
        var extended = new float[samples.Length + (2 * count)];
        var period = 2 * (samples.Length - 1);
        for (var i = 0; i < extended.Length; i++)
        {
            var at = (int)(((i - count) % (long)period + period) % period);
            extended[i] = samples[at < samples.Length ? at : period - at];
        }
        return extended;
    }
}
