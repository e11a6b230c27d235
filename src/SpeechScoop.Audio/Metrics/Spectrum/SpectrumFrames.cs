using System.Numerics;
using System.Runtime.InteropServices;
using SpeechScoop.Audio.Features;

namespace SpeechScoop.Audio.Metrics.Spectrum;

/// <summary>
/// Power spectra in double precision, frame by frame, of signals of any length: nothing but one batch of frames is kept. Frames are centred on
/// multiples of the hop, the ends reflected (as torch and librosa do by default). Not thread-safe.
/// </summary>
internal sealed class SpectrumFrames
{
    private readonly FourierTransform<double> transform;
    private readonly double[] window, power;
    private readonly int hop, offset, lead;
    private readonly Vector<double>[] signals, batch;

    /// <param name="fftSize">Length of the transform.</param>
    /// <param name="hop">Samples from frame to frame.</param>
    /// <param name="windowLength">Length of the periodic Hann window, which stands in the middle of the transform, zeros about it.</param>
    public SpectrumFrames(int fftSize, int hop, int windowLength)
    {
        this.hop = hop;
        transform = new FourierTransform<double>(fftSize);
        window = [.. Enumerable.Range(0, windowLength).Select(i => 0.5 - (0.5 * Math.Cos(2 * Math.PI * i / windowLength)))];
        // A frame of the transform begins half of it before its centre, and the window somewhat later.
        offset = (fftSize - windowLength) / 2;
        lead = (fftSize / 2) - offset;
        signals = new Vector<double>[fftSize];
        batch = new Vector<double>[Bins];
        power = new double[Lanes * Bins];
    }

    /// <summary>Frames computed at once.</summary>
    public static int Lanes => FourierTransform<double>.Lanes;

    /// <summary>Frequencies of a spectrum: 0 .. fftSize/2.</summary>
    public int Bins => transform.Bins;

    /// <summary>Frames of a signal.</summary>
    public int Count(int samples) => 1 + (samples / hop);

    /// <summary>|X|² of <see cref="Lanes"/> frames or what is left of them: frames × bins, row-major, valid until the next call.</summary>
    /// <param name="samples">The whole signal; more than half a transform.</param>
    /// <param name="first">The first frame.</param>
    public Span<double> Power(ReadOnlySpan<float> samples, int first)
    {
        var count = Math.Min(Lanes, Count(samples.Length) - first);
        var lanes = MemoryMarshal.Cast<Vector<double>, double>(signals.AsSpan());
        lanes.Clear();
        for (var lane = 0; lane < count; lane++) Fill(lanes[((offset * Lanes) + lane)..], samples, ((first + lane) * hop) - lead);
        transform.TransformToPower(signals, batch);
        for (var k = 0; k < Bins; k++)
            for (var lane = 0; lane < count; lane++) power[(lane * Bins) + k] = batch[k][lane];
        return power.AsSpan(0, count * Bins);
    }

    private void Fill(Span<double> lane, ReadOnlySpan<float> samples, int start)
    {
        if (start >= 0 && start + window.Length <= samples.Length)
        {
            var frame = samples.Slice(start, window.Length);
            for (var i = 0; i < frame.Length; i++) lane[i * Lanes] = frame[i] * window[i];
            return;
        }
        var last = samples.Length - 1;
        for (var i = 0; i < window.Length; i++)
        {
            var at = Math.Abs(start + i);
            lane[i * Lanes] = samples[at <= last ? at : (2 * last) - at] * window[i];
        }
    }
}
