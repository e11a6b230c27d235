using System.Numerics;

namespace SpeechScoop.Audio.Features;

/// <summary>
/// One pass of Stockham's algorithm: splits transforms of <c>size</c> points, <c>stride</c> of which lie interleaved,
/// into radix times as many of size/radix points.
/// </summary>
internal sealed class FourierStage
{
    private readonly int radix;
    private readonly int rest;
    private readonly int stride;
    private readonly (float Cos, float Sin)[] twiddles;
    private readonly (float Cos, float Sin)[] roots;

    private FourierStage(int radix, int size, int stride)
    {
        (this.radix, rest, this.stride) = (radix, size / radix, stride);
        twiddles = [.. from p in Enumerable.Range(0, rest) from j in Enumerable.Range(0, radix) select Root((long)p * j, size)];
        roots = [.. Enumerable.Range(0, radix).Select(k => Root(k, radix))];
    }

    /// <summary>The passes of a complex transform: radix 4 while it divides, then the prime factors.</summary>
    public static FourierStage[] Plan(int size)
    {
        var stages = new List<FourierStage>();
        for (int left = size, stride = 1; left > 1;)
        {
            var radix = left % 4 == 0 ? 4 : Enumerable.Range(2, left - 1).First(r => left % r == 0);
            stages.Add(new FourierStage(radix, left, stride));
            left /= radix;
            stride *= radix;
        }
        return [.. stages];
    }

    /// <summary>exp(−2πi·k/size).</summary>
    public static (float Cos, float Sin) Root(long k, int size)
    {
        var (sin, cos) = Math.SinCos(-2 * Math.PI * (k % size) / size);
        return ((float)cos, (float)sin);
    }

    /// <summary>Runs the pass from one pair of arrays into another.</summary>
    public void Run(Vector<float>[] re, Vector<float>[] im, Vector<float>[] toRe, Vector<float>[] toIm)
    {
        switch (radix)
        {
            case 4:
                RunRadix4(re, im, toRe, toIm);
                break;
            case 2:
                RunRadix2(re, im, toRe, toIm);
                break;
            default:
                RunAnyRadix(re, im, toRe, toIm);
                break;
        }
    }

    private void RunRadix2(ReadOnlySpan<Vector<float>> re, ReadOnlySpan<Vector<float>> im, Span<Vector<float>> toRe, Span<Vector<float>> toIm)
    {
        for (var p = 0; p < rest; p++)
        {
            var w = twiddles[(2 * p) + 1];
            for (var q = 0; q < stride; q++)
            {
                int a = q + (stride * p), b = a + (stride * rest), to = q + (stride * 2 * p);
                var (differenceRe, differenceIm) = (re[a] - re[b], im[a] - im[b]);
                (toRe[to], toIm[to]) = (re[a] + re[b], im[a] + im[b]);
                (toRe[to + stride], toIm[to + stride]) = Turn(differenceRe, differenceIm, w);
            }
        }
    }

    private void RunRadix4(ReadOnlySpan<Vector<float>> re, ReadOnlySpan<Vector<float>> im, Span<Vector<float>> toRe, Span<Vector<float>> toIm)
    {
        var step = stride * rest;
        for (var p = 0; p < rest; p++)
        {
            var (w1, w2, w3) = (twiddles[(4 * p) + 1], twiddles[(4 * p) + 2], twiddles[(4 * p) + 3]);
            for (var q = 0; q < stride; q++)
            {
                int a = q + (stride * p), b = a + step, c = b + step, d = c + step, to = q + (stride * 4 * p);
                var (sumAcRe, sumAcIm) = (re[a] + re[c], im[a] + im[c]);
                var (sumBdRe, sumBdIm) = (re[b] + re[d], im[b] + im[d]);
                var (differenceAcRe, differenceAcIm) = (re[a] - re[c], im[a] - im[c]);
                var (differenceBdRe, differenceBdIm) = (re[b] - re[d], im[b] - im[d]);
                (toRe[to], toIm[to]) = (sumAcRe + sumBdRe, sumAcIm + sumBdIm);
                (toRe[to + stride], toIm[to + stride]) = Turn(differenceAcRe + differenceBdIm, differenceAcIm - differenceBdRe, w1);
                (toRe[to + (2 * stride)], toIm[to + (2 * stride)]) = Turn(sumAcRe - sumBdRe, sumAcIm - sumBdIm, w2);
                (toRe[to + (3 * stride)], toIm[to + (3 * stride)]) = Turn(differenceAcRe - differenceBdIm, differenceAcIm + differenceBdRe, w3);
            }
        }
    }

    private void RunAnyRadix(ReadOnlySpan<Vector<float>> re, ReadOnlySpan<Vector<float>> im, Span<Vector<float>> toRe, Span<Vector<float>> toIm)
    {
        for (var p = 0; p < rest; p++)
        {
            for (var q = 0; q < stride; q++)
            {
                for (var j = 0; j < radix; j++)
                {
                    Vector<float> sumRe = default, sumIm = default;
                    for (int l = 0, from = q + (stride * p), turn = 0; l < radix; l++, from += stride * rest)
                    {
                        var (x, y) = Turn(re[from], im[from], roots[turn]);
                        sumRe += x;
                        sumIm += y;
                        turn = turn + j >= radix ? turn + j - radix : turn + j;
                    }
                    var to = q + (stride * ((radix * p) + j));
                    (toRe[to], toIm[to]) = Turn(sumRe, sumIm, twiddles[(radix * p) + j]);
                }
            }
        }
    }

    /// <summary>Complex product with a root of unity.</summary>
    private static (Vector<float> Re, Vector<float> Im) Turn(Vector<float> re, Vector<float> im, (float Cos, float Sin) root) =>
        ((re * root.Cos) - (im * root.Sin), (re * root.Sin) + (im * root.Cos));
}
