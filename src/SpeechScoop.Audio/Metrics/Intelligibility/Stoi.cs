using System.Numerics;

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

    /// <summary>Sum over segments of the mean over bands of the correlation; as many segments at once as a register has lanes.</summary>
    private static double Plain(ThirdOctaves bands, int segments)
    {
        var (epsilon, clip) = (new Vector<double>(Epsilon), new Vector<double>(ClipFactor));
        var clipped = new Vector<double>[Segment];
        var sum = 0.0;
        for (var band = 0; band < ThirdOctaves.Count; band++)
        {
            var (x, y) = (bands.Clean[band], bands.Degraded[band]);
            for (var m = 0; m < segments; m += Vector<double>.Count)
            {
                Vector<double> xx = default, yy = default, xSum = default, ySum = default;
                for (var t = 0; t < Segment; t++)
                {
                    var (a, b) = (At(x, m + t), At(y, m + t));
                    xSum += a;
                    xx += a * a;
                    yy += b * b;
                }
                var scale = Vector.SquareRoot(xx) / (Vector.SquareRoot(yy) + epsilon);
                for (var t = 0; t < Segment; t++)
                {
                    clipped[t] = Vector.Min(At(y, m + t) * scale, At(x, m + t) * clip);
                    ySum += clipped[t];
                }
                (xSum, ySum, xx, yy) = (xSum / Segment, ySum / Segment, default, default);
                Vector<double> xy = default;
                for (var t = 0; t < Segment; t++)
                {
                    var (a, b) = (At(x, m + t) - xSum, clipped[t] - ySum);
                    xx += a * a;
                    yy += b * b;
                    xy += a * b;
                }
                sum += SumOf(xy / ((Vector.SquareRoot(xx) + epsilon) * (Vector.SquareRoot(yy) + epsilon)), segments - m);
            }
        }
        return sum / ThirdOctaves.Count;
    }

    /// <summary>Rows (bands) made of mean 0 and norm 1, then columns (frames); the mean over frames of their products.</summary>
    private static double Extended(ThirdOctaves bands, int segments)
    {
        var epsilon = new Vector<double>(Epsilon);
        Vector<double>[] x = new Vector<double>[ThirdOctaves.Count * Segment], y = new Vector<double>[x.Length];
        var sum = 0.0;
        for (var m = 0; m < segments; m += Vector<double>.Count)
        {
            for (var band = 0; band < ThirdOctaves.Count; band++)
            {
                NormaliseRow(bands.Clean[band], m, x.AsSpan(band * Segment, Segment));
                NormaliseRow(bands.Degraded[band], m, y.AsSpan(band * Segment, Segment));
            }
            Vector<double> product = default;
            for (var t = 0; t < Segment; t++)
            {
                Vector<double> xSum = default, ySum = default, xx = default, yy = default, xy = default;
                for (var i = t; i < x.Length; i += Segment) (xSum, ySum) = (xSum + x[i], ySum + y[i]);
                (xSum, ySum) = (xSum / ThirdOctaves.Count, ySum / ThirdOctaves.Count);
                for (var i = t; i < x.Length; i += Segment)
                {
                    var (a, b) = (x[i] - xSum, y[i] - ySum);
                    xx += a * a;
                    yy += b * b;
                    xy += a * b;
                }
                product += xy / ((Vector.SquareRoot(xx) + epsilon) * (Vector.SquareRoot(yy) + epsilon));
            }
            sum += SumOf(product, segments - m);
        }
        return sum / Segment;
    }

    private static void NormaliseRow(double[] band, int first, Span<Vector<double>> row)
    {
        Vector<double> mean = default, power = default;
        for (var t = 0; t < Segment; t++) mean += At(band, first + t);
        mean /= Segment;
        for (var t = 0; t < Segment; t++)
        {
            row[t] = At(band, first + t) - mean;
            power += row[t] * row[t];
        }
        var scale = Vector<double>.One / (Vector.SquareRoot(power) + new Vector<double>(Epsilon));
        foreach (ref var value in row) value *= scale;
    }

    /// <summary>A frame of as many segments as a register has lanes, each one frame later.</summary>
    private static Vector<double> At(double[] band, int frame) => new(band, frame);

    /// <summary>The sum of the first lanes: the rest belong to segments that do not exist.</summary>
    private static double SumOf(Vector<double> values, int count)
    {
        if (count >= Vector<double>.Count) return Vector.Sum(values);
        var sum = 0.0;
        for (var lane = 0; lane < count; lane++) sum += values[lane];
        return sum;
    }
}
