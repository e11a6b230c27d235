using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpeechScoop.Audio.Features;

/// <summary>
/// One pass of Stockham's algorithm: splits transforms of <c>size</c> points, <c>stride</c> of which lie interleaved,
/// into radix times as many of size/radix points.
/// </summary>
internal sealed class FourierStage<T>
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    private readonly int radix;
    private readonly int rest;
    private readonly int stride;
    private readonly (T Cos, T Sin)[] twiddles;
    private readonly (T Cos, T Sin)[] roots;

    private FourierStage(int radix, int size, int stride)
    {
        (this.radix, rest, this.stride) = (radix, size / radix, stride);
        twiddles = [.. from p in Enumerable.Range(0, rest) from j in Enumerable.Range(0, radix) select Root((long)p * j, size)];
        roots = [.. Enumerable.Range(0, radix).Select(k => Root(k, radix))];
    }

    /// <summary>The passes of a complex transform: radix 4 while it divides, then the prime factors.</summary>
    public static FourierStage<T>[] Plan(int size)
    {
        var stages = new List<FourierStage<T>>();
        for (int left = size, stride = 1; left > 1;)
        {
            var radix = left % 4 == 0 ? 4 : Enumerable.Range(2, left - 1).First(r => left % r == 0);
            stages.Add(new FourierStage<T>(radix, left, stride));
            left /= radix;
            stride *= radix;
        }
        return [.. stages];
    }

    /// <summary>exp(−2πi·k/size).</summary>
    public static (T Cos, T Sin) Root(long k, int size)
    {
        var (sin, cos) = Math.SinCos(-2 * Math.PI * (k % size) / size);
        return (T.CreateTruncating(cos), T.CreateTruncating(sin));
    }

    /// <summary>Runs the pass from one pair of arrays into another.</summary>
    public void Run(Vector<T>[] re, Vector<T>[] im, Vector<T>[] toRe, Vector<T>[] toIm)
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

    private void RunRadix2(ReadOnlySpan<Vector<T>> re, ReadOnlySpan<Vector<T>> im, Span<Vector<T>> toRe, Span<Vector<T>> toIm)
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

    private void RunRadix4(Vector<T>[] re, Vector<T>[] im, Vector<T>[] toRe, Vector<T>[] toIm)
    {
        var step = stride * rest;
        // Checked once here instead of at each of the sixteen accesses of a butterfly.
        if (re.Length < 4 * step || im.Length < 4 * step || toRe.Length < 4 * step || toIm.Length < 4 * step) throw new ArgumentException("The arrays are shorter than the transform.");
        ref var fromRe = ref MemoryMarshal.GetArrayDataReference(re);
        ref var fromIm = ref MemoryMarshal.GetArrayDataReference(im);
        ref var intoRe = ref MemoryMarshal.GetArrayDataReference(toRe);
        ref var intoIm = ref MemoryMarshal.GetArrayDataReference(toIm);
        for (var p = 0; p < rest; p++)
        {
            var (w1, w2, w3) = (twiddles[(4 * p) + 1], twiddles[(4 * p) + 2], twiddles[(4 * p) + 3]);
            for (var q = 0; q < stride; q++)
            {
                int a = q + (stride * p), b = a + step, c = b + step, d = c + step, to = q + (stride * 4 * p);
                var (aRe, bRe, cRe, dRe) = (Unsafe.Add(ref fromRe, a), Unsafe.Add(ref fromRe, b), Unsafe.Add(ref fromRe, c), Unsafe.Add(ref fromRe, d));
                var (aIm, bIm, cIm, dIm) = (Unsafe.Add(ref fromIm, a), Unsafe.Add(ref fromIm, b), Unsafe.Add(ref fromIm, c), Unsafe.Add(ref fromIm, d));
                var (sumAcRe, sumAcIm, sumBdRe, sumBdIm) = (aRe + cRe, aIm + cIm, bRe + dRe, bIm + dIm);
                var (differenceAcRe, differenceAcIm, differenceBdRe, differenceBdIm) = (aRe - cRe, aIm - cIm, bRe - dRe, bIm - dIm);
                (Unsafe.Add(ref intoRe, to), Unsafe.Add(ref intoIm, to)) = (sumAcRe + sumBdRe, sumAcIm + sumBdIm);
                var one = (Re: differenceAcRe + differenceBdIm, Im: differenceAcIm - differenceBdRe);
                var two = (Re: sumAcRe - sumBdRe, Im: sumAcIm - sumBdIm);
                var three = (Re: differenceAcRe - differenceBdIm, Im: differenceAcIm + differenceBdRe);
                if (p > 0) (one, two, three) = (Turn(one.Re, one.Im, w1), Turn(two.Re, two.Im, w2), Turn(three.Re, three.Im, w3));
                (Unsafe.Add(ref intoRe, to + stride), Unsafe.Add(ref intoIm, to + stride)) = one;
                (Unsafe.Add(ref intoRe, to + (2 * stride)), Unsafe.Add(ref intoIm, to + (2 * stride))) = two;
                (Unsafe.Add(ref intoRe, to + (3 * stride)), Unsafe.Add(ref intoIm, to + (3 * stride))) = three;
            }
        }
    }

    private void RunAnyRadix(ReadOnlySpan<Vector<T>> re, ReadOnlySpan<Vector<T>> im, Span<Vector<T>> toRe, Span<Vector<T>> toIm)
    {
        for (var p = 0; p < rest; p++)
        {
            for (var q = 0; q < stride; q++)
            {
                for (var j = 0; j < radix; j++)
                {
                    Vector<T> sumRe = default, sumIm = default;
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
    private static (Vector<T> Re, Vector<T> Im) Turn(Vector<T> re, Vector<T> im, (T Cos, T Sin) root) =>
        ((re * root.Cos) - (im * root.Sin), (re * root.Sin) + (im * root.Cos));
}
