using System.Numerics;

namespace SpeechScoop.Audio.Metrics.Visqol;

/// <summary>
/// The local mean and standard deviation at every point of a patch, under NSIM's window of 3 × 3 points (a Gaussian of 0.5 points).
/// A variance that rounding made negative keeps its sign in the deviation, so that a product of two deviations shows it.
/// </summary>
/// <param name="Means">One value a point, laid out as the spectrogram's.</param>
/// <param name="Deviations">Likewise.</param>
internal sealed record PatchMoments(double[] Means, double[] Deviations)
{
    private const double Corner = 0.0113033910173052, Side = 0.0838251475442633, Centre = 0.619485845753726;

    /// <summary>Of frames whose neighbours in time are those beside them; the first and last are their own.</summary>
    /// <param name="values">Frames with edges.</param>
    /// <param name="stride">Values a frame.</param>
    public static PatchMoments Of(ReadOnlySpan<double> values, int stride)
    {
        var frames = values.Length / stride;
        return Of(values, stride, f => Math.Max(0, f - 1), f => Math.Min(frames - 1, f + 1));
    }

    /// <summary>As <see cref="Of(ReadOnlySpan{double}, int)"/>, as if a patch began at every frame.</summary>
    public static PatchMoments OfFirst(ReadOnlySpan<double> values, int stride)
    {
        var frames = values.Length / stride;
        return Of(values, stride, f => f, f => Math.Min(frames - 1, f + 1));
    }

    /// <summary>As <see cref="Of(ReadOnlySpan{double}, int)"/>, as if a patch ended at every frame.</summary>
    public static PatchMoments OfLast(ReadOnlySpan<double> values, int stride) => Of(values, stride, f => Math.Max(0, f - 1), f => f);

    private static PatchMoments Of(ReadOnlySpan<double> values, int stride, Func<int, int> before, Func<int, int> after)
    {
        var squares = new double[values.Length];
        for (var i = 0; i < squares.Length; i++) squares[i] = values[i] * values[i];
        var (means, deviations) = (new double[values.Length], new double[values.Length]);
        for (var f = 0; f < values.Length / stride; f++)
        {
            int a = before(f) * stride, b = f * stride, c = after(f) * stride;
            for (var i = 0; i + Vector<double>.Count + 2 <= stride; i += Vector<double>.Count)
            {
                var mean = Smooth(values, a + i, b + i, c + i);
                var variance = Smooth(squares, a + i, b + i, c + i) - (mean * mean);
                mean.CopyTo(means, b + i);
                Vector.CopySign(Vector.SquareRoot(Vector.Abs(variance)), variance).CopyTo(deviations, b + i);
            }
        }
        return new PatchMoments(means, deviations);
    }

    /// <summary>The windowed mean at the points of a frame: those at <paramref name="at"/> + 1 and on, with the frames before and after.</summary>
    public static Vector<double> Smooth(ReadOnlySpan<double> values, int before, int at, int after)
    {
        var middle = new Vector<double>(values[(at + 1)..]);
        var sides = new Vector<double>(values[at..]) + new Vector<double>(values[(at + 2)..]) + new Vector<double>(values[(before + 1)..]) + new Vector<double>(values[(after + 1)..]);
        var corners = new Vector<double>(values[before..]) + new Vector<double>(values[(before + 2)..]) + new Vector<double>(values[after..]) + new Vector<double>(values[(after + 2)..]);
        return (Centre * middle) + (Side * sides) + (Corner * corners);
    }
}
