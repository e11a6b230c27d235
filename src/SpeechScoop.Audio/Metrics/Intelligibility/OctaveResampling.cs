using System.Numerics;
using System.Numerics.Tensors;
using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Metrics.Intelligibility;

/// <summary>
/// The resampling that STOI's reference implementations use (Octave's <c>resample</c>, as pystoi rebuilds it); its gentle
/// filter is part of the metric, so the better one of <see cref="Resampling.Resampler"/> may not take its place.
/// </summary>
internal static class OctaveResampling
{
    private const double RejectionDb = 60;
    private const int Block = 8_192;

    /// <summary>The signal at another rate: ceil(n · to / from) samples.</summary>
    public static double[] Resample(ReadOnlySpan<float> samples, int from, int to)
    {
        var divisor = (int)BigInteger.GreatestCommonDivisor(from, to);
        var (up, down) = (to / divisor, from / divisor);
        var output = new double[(int)(((long)samples.Length * up + down - 1) / down)];
        if (up == down)
        {
            for (var i = 0; i < output.Length; i++) output[i] = samples[i];
            return output;
        }
        var (taps, half) = Filter(up, down);
        var phases = Phases(taps, up);
        var reach = phases[0].Length;
        // Sample n − lead of a block stands at n: each output looks back over one phase of the filter.
        var stretch = new double[reach + (int)((((long)Block * down) + half) / up) + 2];
        for (var start = 0; start < output.Length; start += Block)
        {
            var count = Math.Min(Block, output.Length - start);
            var lead = Newest(start) - reach + 1;
            stretch.AsSpan().Clear();
            var end = Math.Min(samples.Length, lead + stretch.Length);
            for (var n = Math.Max(0, lead); n < end; n++) stretch[n - lead] = samples[(int)n];
            // Every up-th output has the same phase, and its samples lie down later.
            for (var j = start; j < start + Math.Min(up, count); j++)
                Slide(phases[(int)((((long)j * down) + half) % up)], stretch.AsSpan((int)(Newest(j) - reach + 1 - lead)), down, output.AsSpan(j..(start + count)), up);
        }
        return output;

        // The last sample under the filter of an output.
        long Newest(int index) => (((long)index * down) + half) / up;
    }

    /// <summary><c>output[k · step] = step Σ taps[i] samples[k · shift + i]</c>, four at a time, so that the taps are loaded once for all of them.</summary>
    private static void Slide(double[] taps, ReadOnlySpan<double> samples, int shift, Span<double> output, int step)
    {
        var lanes = Vector<double>.Count;
        var k = 0;
        for (; ((k + 3) * step) < output.Length; k += 4)
        {
            ReadOnlySpan<double> first = samples.Slice(k * shift, taps.Length), second = samples.Slice((k + 1) * shift, taps.Length);
            ReadOnlySpan<double> third = samples.Slice((k + 2) * shift, taps.Length), fourth = samples.Slice((k + 3) * shift, taps.Length);
            Vector<double> a = default, b = default, c = default, d = default;
            for (var i = 0; i < taps.Length; i += lanes)
            {
                var tap = new Vector<double>(taps, i);
                a = Vector.FusedMultiplyAdd(tap, new Vector<double>(first[i..]), a);
                b = Vector.FusedMultiplyAdd(tap, new Vector<double>(second[i..]), b);
                c = Vector.FusedMultiplyAdd(tap, new Vector<double>(third[i..]), c);
                d = Vector.FusedMultiplyAdd(tap, new Vector<double>(fourth[i..]), d);
            }
            output[k * step] = step * Vector.Sum(a);
            output[(k + 1) * step] = step * Vector.Sum(b);
            output[(k + 2) * step] = step * Vector.Sum(c);
            output[(k + 3) * step] = step * Vector.Sum(d);
        }
        for (; k * step < output.Length; k++) output[k * step] = step * TensorPrimitives.Dot(samples.Slice(k * shift, taps.Length), taps);
    }

    /// <summary>The taps of each phase, last first, all of one length, a multiple of a register's.</summary>
    private static double[][] Phases(double[] taps, int up)
    {
        var lanes = Vector<double>.Count;
        var length = (((taps.Length + up - 1) / up) + lanes - 1) / lanes * lanes;
        return [.. Enumerable.Range(0, up).Select(phase =>
            Enumerable.Range(0, length).Select(k => phase + ((length - 1 - k) * up)).Select(tap => tap < taps.Length ? taps[tap] : 0).ToArray())];
    }

    private static (double[] Taps, int Half) Filter(int up, int down)
    {
        var cutoff = 1.0 / (2 * Math.Max(up, down));
        var half = (int)Math.Ceiling((RejectionDb - 8) / (28.714 * cutoff / 10));
        var beta = KaiserWindow.Beta(RejectionDb);
        var taps = new double[(2 * half) + 1];
        for (var i = 0; i < taps.Length; i++)
        {
            var x = 2 * Math.PI * cutoff * (i - half);
            taps[i] = (x == 0 ? 1 : Math.Sin(x) / x) * KaiserWindow.Value((double)(i - half) / half, beta);
        }
        var sum = taps.Sum();
        return ([.. taps.Select(tap => tap / sum)], half);
    }
}
