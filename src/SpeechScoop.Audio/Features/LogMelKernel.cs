using System.Numerics;
using System.Runtime.InteropServices;

namespace SpeechScoop.Audio.Features;

/// <summary>
/// Computes frames of a preset, <see cref="FourierTransform{T}.Lanes"/> at a time. A frame's features depend on its samples
/// alone, to the bit, whichever frames are computed beside it. Not thread-safe.
/// </summary>
internal sealed class LogMelKernel
{
    private readonly LogMelPreset preset;
    private readonly float[] window;
    private readonly float[] scratch;
    private readonly FourierTransform transform;
    private readonly MelFilters filters;
    private readonly Vector<float>[] signals, power, bands;

    public LogMelKernel(LogMelPreset preset)
    {
        this.preset = preset;
        window = preset.Window.Samples(preset.WindowLength);
        scratch = new float[preset.WindowLength];
        transform = new FourierTransform(preset.FftSize);
        filters = new MelFilters(preset.Scale, preset.Bands, preset.LowHz, preset.HighHz, preset.FftSize, preset.SampleRate);
        signals = new Vector<float>[preset.FftSize];
        power = new Vector<float>[transform.Bins];
        bands = new Vector<float>[preset.Bands];
    }

    /// <summary>Computes consecutive frames up to the logarithm; what needs the whole clip is left to the caller.</summary>
    /// <param name="samples">A stretch of the signal that holds all that the frames need.</param>
    /// <param name="start">Position of the stretch's first sample in the signal.</param>
    /// <param name="total">Length of the signal; <see cref="long.MaxValue"/> while it is not known.</param>
    /// <param name="firstFrame">First frame to compute.</param>
    /// <param name="features">Frames × bands, row-major; its length says how many frames.</param>
    public void Compute(ReadOnlySpan<float> samples, long start, long total, long firstFrame, Span<float> features)
    {
        var lanes = FourierTransform.Lanes;
        var frames = features.Length / preset.Bands;
        for (var done = 0; done < frames; done += lanes)
        {
            var count = Math.Min(lanes, frames - done);
            var laneSamples = MemoryMarshal.Cast<Vector<float>, float>(signals.AsSpan());
            if (count < lanes) laneSamples.Clear();
            for (var lane = 0; lane < count; lane++)
            {
                var frame = Frame(samples, start, total, ((firstFrame + done + lane) * preset.Hop) - preset.Lead);
                for (int i = 0, to = lane; i < frame.Length; i++, to += lanes) laneSamples[to] = frame[i];
            }
            for (var i = 0; i < window.Length; i++) signals[i] *= window[i];
            transform.TransformToPower(signals, power);
            filters.Apply(power, bands);
            Compress();
            var laneBands = MemoryMarshal.Cast<Vector<float>, float>(bands);
            for (var lane = 0; lane < count; lane++)
            {
                var row = features.Slice((done + lane) * preset.Bands, preset.Bands);
                for (int b = 0, from = lane; b < row.Length; b++, from += lanes) row[b] = laneBands[from];
            }
        }
    }

    private void Compress()
    {
        var floor = new Vector<float>(preset.Floor);
        var isSum = preset.Compression is MelCompression.NaturalLogOfSum or MelCompression.NormalisedPerBand;
        for (var b = 0; b < bands.Length; b++)
            bands[b] = Vector.Log(isSum ? bands[b] + floor : Vector.Max(bands[b], floor));
    }

    private ReadOnlySpan<float> Frame(ReadOnlySpan<float> samples, long start, long total, long position)
    {
        var frame = position >= start && position + scratch.Length <= Math.Min(total, start + samples.Length)
            ? samples.Slice((int)(position - start), scratch.Length)
            : AtEdge(samples, start, total, position);
        if (preset.InputScale == 1 && !preset.KaldiFrames) return frame;
        if (!frame.Overlaps(scratch)) frame.CopyTo(scratch);
        if (preset.InputScale != 1)
            foreach (ref var sample in scratch.AsSpan()) sample *= preset.InputScale;
        if (preset.KaldiFrames) KaldiOrder();
        return scratch;
    }

    private void KaldiOrder()
    {
        var mean = 0.0;
        foreach (var sample in scratch) mean += sample;
        mean /= scratch.Length;
        foreach (ref var sample in scratch.AsSpan()) sample -= (float)mean;
        for (var i = scratch.Length - 1; i > 0; i--) scratch[i] -= 0.97f * scratch[i - 1];
        scratch[0] -= 0.97f * scratch[0];
    }

    private ReadOnlySpan<float> AtEdge(ReadOnlySpan<float> samples, long start, long total, long position)
    {
        for (var i = 0; i < scratch.Length; i++)
        {
            var at = position + i;
            if (at < 0 || at >= total) at = Beyond(at, total);
            scratch[i] = at < 0 ? 0 : samples[(int)(at - start)];
        }
        return scratch;
    }

    /// <summary>The sample that stands for one beyond the ends; −1 for silence.</summary>
    private long Beyond(long at, long total)
    {
        if (preset.Edge == SignalEdge.Zeros) return -1;
        if (total == 1) return 0;
        var shift = preset.Edge == SignalEdge.Mirror ? 1 : 0;
        while (at < 0 || at >= total)
            at = at < 0 ? -at - shift : (2 * total) - 2 + shift - at;
        return at;
    }
}
