using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using SpeechScoop.Audio.Features;

namespace SpeechScoop.Audio.Metrics.Intelligibility;

/// <summary>What STOI and ESTOI look at: magnitudes in 15 third-octave bands from 150 Hz of the frames in which the clean signal is not silent, at 10 kHz.</summary>
internal sealed class ThirdOctaves
{
    /// <summary>Number of bands.</summary>
    public const int Count = 15;

    /// <summary>Frames of a segment.</summary>
    public const int Segment = 30;

    private const int Rate = 10_000, FrameLength = 256, Hop = 128, FftSize = 512;
    private const double DynamicRangeDb = 40;

    /// <summary>First bin of each band, and the end of the last.</summary>
    private static readonly int[] Edges = [7, 9, 11, 14, 17, 22, 27, 34, 43, 55, 69, 87, 109, 138, 174, 219];

    private static readonly double[] Window =
        [.. Enumerable.Range(1, FrameLength).Select(i => 0.5 - (0.5 * Math.Cos(2 * Math.PI * i / (FrameLength + 1))))];

    private ThirdOctaves(int frames, double[][] clean, double[][] degraded) => (Frames, Clean, Degraded) = (frames, clean, degraded);

    /// <summary>Bands × frames of the clean signal; so many zeros follow as a register has lanes.</summary>
    public double[][] Clean { get; }

    /// <summary>The same of the degraded signal.</summary>
    public double[][] Degraded { get; }

    /// <summary>Frames that were kept.</summary>
    public int Frames { get; }

    /// <summary>Analyses a pair; the shorter length of both counts.</summary>
    public static ThirdOctaves Of(ReadOnlySpan<float> clean, ReadOnlySpan<float> degraded, int sampleRate)
    {
        var length = Math.Min(clean.Length, degraded.Length);
        var x = OctaveResampling.Resample(clean[..length], sampleRate, Rate);
        var y = OctaveResampling.Resample(degraded[..length], sampleRate, Rate);
        var kept = Sounding(x);
        var (clear, other) = (OverlapAdd(x, kept), OverlapAdd(y, kept));
        return new ThirdOctaves(FrameCount(clear.Length), Bands(clear), Bands(other));
    }

    /// <summary>The frames that are less than 40 dB below the loudest.</summary>
    private static int[] Sounding(double[] clean)
    {
        var levels = new double[FrameCount(clean.Length)];
        Span<double> frame = stackalloc double[FrameLength];
        for (var f = 0; f < levels.Length; f++)
        {
            TensorPrimitives.Multiply<double>(clean.AsSpan(f * Hop, FrameLength), Window, frame);
            levels[f] = 20 * Math.Log10(TensorPrimitives.Norm<double>(frame) + Stoi.Epsilon);
        }
        var threshold = levels.Length == 0 ? 0 : TensorPrimitives.Max<double>(levels) - DynamicRangeDb;
        return [.. Enumerable.Range(0, levels.Length).Where(f => levels[f] > threshold)];
    }

    /// <summary>The signal of some frames put together, without making good for the window.</summary>
    private static double[] OverlapAdd(double[] signal, int[] frames)
    {
        if (frames.Length == 0) return [];
        var joined = new double[((frames.Length - 1) * Hop) + FrameLength];
        for (var f = 0; f < frames.Length; f++)
        {
            var target = joined.AsSpan(f * Hop, FrameLength);
            TensorPrimitives.MultiplyAdd<double>(signal.AsSpan(frames[f] * Hop, FrameLength), Window, target, target);
        }
        return joined;
    }

    private static double[][] Bands(double[] signal)
    {
        var frames = FrameCount(signal.Length);
        var transform = new FourierTransform<double>(FftSize);
        var lanes = FourierTransform<double>.Lanes;
        var bands = Enumerable.Range(0, Count).Select(_ => new double[frames + lanes]).ToArray();
        var signals = new Vector<double>[FftSize];
        var power = new Vector<double>[transform.Bins];
        var samples = MemoryMarshal.Cast<Vector<double>, double>(signals.AsSpan());
        for (var first = 0; first < frames; first += lanes)
        {
            var count = Math.Min(lanes, frames - first);
            for (var lane = 0; lane < count; lane++)
            {
                var frame = signal.AsSpan((first + lane) * Hop, FrameLength);
                for (var i = 0; i < FrameLength; i++) samples[(i * lanes) + lane] = frame[i] * Window[i];
            }
            transform.TransformToPower(signals, power);
            for (var band = 0; band < Count; band++)
            {
                Vector<double> sum = default;
                for (var k = Edges[band]; k < Edges[band + 1]; k++) sum += power[k];
                sum = Vector.SquareRoot(sum);
                for (var lane = 0; lane < count; lane++) bands[band][first + lane] = sum[lane];
            }
        }
        return bands;
    }

    /// <summary>The reference's count, which leaves out a frame that ends exactly with the signal.</summary>
    private static int FrameCount(int samples) => samples <= FrameLength ? 0 : (samples - FrameLength + Hop - 1) / Hop;
}
