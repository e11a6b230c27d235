using System.Numerics.Tensors;

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

    internal const double Epsilon = 2.220446049250313e-16;
    private const int Segment = ThirdOctaves.Segment;
    private static readonly double ClipFactor = 1 + Math.Pow(10, 15 / 20.0);

    /// <summary>The intelligibility, about 0 (none) .. 1 (as the clean signal).</summary>
    /// <param name="clean">The clean signal, mono.</param>
    /// <param name="degraded">The signal to judge: same rate, aligned; the shorter length of both counts.</param>
    /// <param name="sampleRate">Rate of both, in hertz.</param>
    /// <param name="extended">The extended form (ESTOI).</param>
    public static double Compute(ReadOnlySpan<float> clean, ReadOnlySpan<float> degraded, int sampleRate, bool extended = false) =>
        Compute(ThirdOctaves.Of(clean, degraded, sampleRate), extended);

    /// <summary>The same from an analysis that both forms share.</summary>
    internal static double Compute(ThirdOctaves bands, bool extended)
    {
        var segments = bands.Frames - Segment + 1;
        if (segments < 1) return TooShort;
        return (extended ? Extended(bands, segments) : Plain(bands, segments)) / segments;
    }

    private static double Plain(ThirdOctaves bands, int segments)
    {
        Span<double> a = stackalloc double[Segment], b = stackalloc double[Segment];
        var sum = 0.0;
        for (var band = 0; band < ThirdOctaves.Count; band++)
        {
            var (clean, degraded) = (bands.Clean[band], bands.Degraded[band]);
            for (var m = 0; m < segments; m++)
            {
                ReadOnlySpan<double> x = clean.AsSpan(m, Segment), y = degraded.AsSpan(m, Segment);
                TensorPrimitives.Multiply(y, TensorPrimitives.Norm(x) / (TensorPrimitives.Norm(y) + Epsilon), b);
                TensorPrimitives.Multiply(x, ClipFactor, a);
                TensorPrimitives.Min<double>(b, a, b);
                TensorPrimitives.Subtract(x, TensorPrimitives.Sum(x) / Segment, a);
                TensorPrimitives.Subtract(b, TensorPrimitives.Sum<double>(b) / Segment, b);
                sum += TensorPrimitives.Dot<double>(a, b) / ((TensorPrimitives.Norm<double>(a) + Epsilon) * (TensorPrimitives.Norm<double>(b) + Epsilon));
            }
        }
        return sum / ThirdOctaves.Count;
    }

    /// <summary>Rows (bands) made of mean 0 and norm 1, then columns (frames); their product.</summary>
    private static double Extended(ThirdOctaves bands, int segments)
    {
        double[] x = new double[ThirdOctaves.Count * Segment], y = new double[x.Length];
        Span<double> xSum = stackalloc double[Segment], ySum = stackalloc double[Segment], xx = stackalloc double[Segment], yy = stackalloc double[Segment], xy = stackalloc double[Segment];
        var sum = 0.0;
        for (var m = 0; m < segments; m++)
        {
            xSum.Clear();
            ySum.Clear();
            for (var band = 0; band < ThirdOctaves.Count; band++)
            {
                Span<double> xRow = x.AsSpan(band * Segment, Segment), yRow = y.AsSpan(band * Segment, Segment);
                Normalise(bands.Clean[band].AsSpan(m, Segment), xRow);
                Normalise(bands.Degraded[band].AsSpan(m, Segment), yRow);
                TensorPrimitives.Add<double>(xSum, xRow, xSum);
                TensorPrimitives.Add<double>(ySum, yRow, ySum);
            }
            TensorPrimitives.Divide(xSum, ThirdOctaves.Count, xSum);
            TensorPrimitives.Divide(ySum, ThirdOctaves.Count, ySum);
            xx.Clear();
            yy.Clear();
            xy.Clear();
            for (var band = 0; band < ThirdOctaves.Count; band++)
            {
                Span<double> xRow = x.AsSpan(band * Segment, Segment), yRow = y.AsSpan(band * Segment, Segment);
                TensorPrimitives.Subtract<double>(xRow, xSum, xRow);
                TensorPrimitives.Subtract<double>(yRow, ySum, yRow);
                TensorPrimitives.FusedMultiplyAdd<double>(xRow, xRow, xx, xx);
                TensorPrimitives.FusedMultiplyAdd<double>(yRow, yRow, yy, yy);
                TensorPrimitives.FusedMultiplyAdd<double>(xRow, yRow, xy, xy);
            }
            for (var t = 0; t < Segment; t++) sum += xy[t] / ((Math.Sqrt(xx[t]) + Epsilon) * (Math.Sqrt(yy[t]) + Epsilon));
        }
        return sum / Segment;
    }

    private static void Normalise(ReadOnlySpan<double> values, Span<double> normalised)
    {
        TensorPrimitives.Subtract(values, TensorPrimitives.Sum(values) / values.Length, normalised);
        TensorPrimitives.Divide(normalised, TensorPrimitives.Norm<double>(normalised) + Epsilon, normalised);
    }
}
