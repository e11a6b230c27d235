using SpeechScoop.Audio.Features;

namespace SpeechScoop.Audio.Metrics.Intelligibility;

/// <summary>
/// Short-time objective intelligibility (Taal, Hendriks, Heusdens and Jensen, IEEE TASLP 19(7), 2011) and its extended form
/// (Jensen and Taal, IEEE TASLP 24(11), 2016): how well a degraded signal keeps the speech of a clean, time-aligned one.
/// Follows pystoi 0.4.1, frame counts included.
/// </summary>
public static class Stoi
{
    /// <summary>Version of the computation, stored with measurements.</summary>
    public const string MetricVersion = "pystoi-0.4.1";

    /// <summary>The value for signals with less than 30 frames (384 ms) of speech, which cannot be judged.</summary>
    public const double TooShort = 1e-5;

    private const int Rate = 10_000, FrameLength = 256, Hop = 128, FftSize = 512, Segment = 30;
    private const double DynamicRangeDb = 40, Epsilon = 2.220446049250313e-16;
    private static readonly double ClipFactor = 1 + Math.Pow(10, 15 / 20.0);

    /// <summary>First bin of each of the 15 third-octave bands from 150 Hz, and the end of the last.</summary>
    private static readonly int[] BandEdges = [7, 9, 11, 14, 17, 22, 27, 34, 43, 55, 69, 87, 109, 138, 174, 219];

    private static readonly double[] Window =
        [.. Enumerable.Range(1, FrameLength).Select(i => 0.5 - (0.5 * Math.Cos(2 * Math.PI * i / (FrameLength + 1))))];

    /// <summary>The intelligibility, about 0 (none) .. 1 (as the clean signal).</summary>
    /// <param name="clean">The clean signal, mono.</param>
    /// <param name="degraded">The signal to judge: same rate, aligned; the shorter length of both counts.</param>
    /// <param name="sampleRate">Rate of both, in hertz.</param>
    /// <param name="extended">The extended form (ESTOI).</param>
    public static double Compute(ReadOnlySpan<float> clean, ReadOnlySpan<float> degraded, int sampleRate, bool extended = false)
    {
        var length = Math.Min(clean.Length, degraded.Length);
        var x = OctaveResampling.Resample(clean[..length], sampleRate, Rate);
        var y = OctaveResampling.Resample(degraded[..length], sampleRate, Rate);
        (x, y) = RemoveSilence(x, y);
        var (xBands, yBands) = (Bands(x), Bands(y));
        var frames = xBands.Length;
        if (frames < Segment) return TooShort;

        var sum = 0.0;
        var segments = frames - Segment + 1;
        for (var m = 0; m < segments; m++)
            sum += extended ? ExtendedSegment(xBands.AsSpan(m, Segment), yBands.AsSpan(m, Segment)) : PlainSegment(xBands.AsSpan(m, Segment), yBands.AsSpan(m, Segment));
        return sum / segments;
    }

    /// <summary>Drops frames in which the clean signal lies 40 dB below its loudest; overlap-adds the rest.</summary>
    private static (double[] X, double[] Y) RemoveSilence(double[] x, double[] y)
    {
        var count = FrameCount(x.Length);
        var levels = Enumerable.Range(0, count)
            .Select(f => 20 * Math.Log10(Math.Sqrt(Enumerable.Range(0, FrameLength).Sum(i => Math.Pow(Window[i] * x[(f * Hop) + i], 2))) + Epsilon)).ToArray();
        var loudest = count == 0 ? 0 : levels.Max();
        var kept = Enumerable.Range(0, count).Where(f => levels[f] > loudest - DynamicRangeDb).ToArray();
        return (OverlapAdd(x, kept), OverlapAdd(y, kept));
    }

    private static double[] OverlapAdd(double[] signal, int[] frames)
    {
        if (frames.Length == 0) return [];
        var joined = new double[((frames.Length - 1) * Hop) + FrameLength];
        for (var f = 0; f < frames.Length; f++)
            for (var i = 0; i < FrameLength; i++) joined[(f * Hop) + i] += Window[i] * signal[(frames[f] * Hop) + i];
        return joined;
    }

    /// <summary>Third-octave band magnitudes of each frame.</summary>
    private static double[][] Bands(double[] signal)
    {
        var stft = new Stft(FftSize, Hop, [.. Window.Select(w => (float)w)]);
        var power = stft.Power([.. signal.Select(s => (float)s)]);
        return [.. Enumerable.Range(0, FrameCount(signal.Length)).Select(f => Enumerable.Range(0, BandEdges.Length - 1).Select(b =>
        {
            var sum = 0.0;
            for (var k = BandEdges[b]; k < BandEdges[b + 1]; k++) sum += power[(f * stft.Bins) + k];
            return Math.Sqrt(sum);
        }).ToArray())];
    }

    /// <summary>The reference's count, which leaves out a frame that ends exactly with the signal.</summary>
    private static int FrameCount(int samples) => samples <= FrameLength ? 0 : (samples - FrameLength + Hop - 1) / Hop;

    private static double PlainSegment(ReadOnlySpan<double[]> x, ReadOnlySpan<double[]> y)
    {
        var bands = x[0].Length;
        Span<double> a = stackalloc double[Segment], b = stackalloc double[Segment];
        var sum = 0.0;
        for (var band = 0; band < bands; band++)
        {
            for (var t = 0; t < Segment; t++) (a[t], b[t]) = (x[t][band], y[t][band]);
            var scale = Norm(a) / (Norm(b) + Epsilon);
            for (var t = 0; t < Segment; t++) b[t] = Math.Min(b[t] * scale, a[t] * ClipFactor);
            RemoveMean(a);
            RemoveMean(b);
            sum += Dot(a, b) / ((Norm(a) + Epsilon) * (Norm(b) + Epsilon));
        }
        return sum / bands;
    }

    private static double ExtendedSegment(ReadOnlySpan<double[]> x, ReadOnlySpan<double[]> y)
    {
        var (a, b) = (NormaliseRowsThenColumns(x), NormaliseRowsThenColumns(y));
        return Dot(a, b) / Segment;
    }

    private static double[] NormaliseRowsThenColumns(ReadOnlySpan<double[]> frames)
    {
        var bands = frames[0].Length;
        var columns = new double[Segment * bands];
        Span<double> row = stackalloc double[Segment];
        for (var band = 0; band < bands; band++)
        {
            for (var t = 0; t < Segment; t++) row[t] = frames[t][band];
            Normalise(row);
            for (var t = 0; t < Segment; t++) columns[(t * bands) + band] = row[t];
        }
        for (var t = 0; t < Segment; t++) Normalise(columns.AsSpan(t * bands, bands));
        return columns;
    }

    private static void Normalise(Span<double> values)
    {
        RemoveMean(values);
        var norm = Norm(values) + Epsilon;
        foreach (ref var value in values) value /= norm;
    }

    private static void RemoveMean(Span<double> values)
    {
        var mean = 0.0;
        foreach (var value in values) mean += value;
        mean /= values.Length;
        foreach (ref var value in values) value -= mean;
    }

    private static double Norm(ReadOnlySpan<double> values) => Math.Sqrt(Dot(values, values));

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
