using System.Numerics;
using System.Runtime.InteropServices;
using SpeechScoop.Audio.Features;

namespace SpeechScoop.Audio.Signals;

/// <summary>Σ x[i] · y[i + lag] for all lags up to a limit, in blocks of which as many are transformed at once as a SIMD register has lanes.</summary>
internal static class CrossCorrelation
{
    /// <summary>The correlation at lags −<paramref name="maximumLag"/>..<paramref name="maximumLag"/>; the signals are silent outside.</summary>
    /// <param name="x">Any length.</param>
    /// <param name="y">Any length.</param>
    /// <param name="maximumLag">In samples, at least 0.</param>
    /// <returns><c>2 · maximumLag + 1</c> sums; lag 0 in the middle.</returns>
    public static float[] Compute(ReadOnlySpan<float> x, ReadOnlySpan<float> y, int maximumLag)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumLag);
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1024, 4 * maximumLag));
        var block = size - (2 * maximumLag);
        var transform = new FourierTransform(size);
        var (bins, lanes) = (transform.Bins, FourierTransform.Lanes);
        var signals = new Vector<float>[size];
        var (re, im) = (new Vector<float>[bins], new Vector<float>[bins]);
        var (sumRe, sumIm) = (new Vector<float>[bins], new Vector<float>[bins]);
        for (var first = 0; first < x.Length; first += lanes * block)
        {
            Fill(signals, x, first, block, block, 0);
            transform.Transform(signals);
            transform.Real.CopyTo(re, 0);
            transform.Imaginary.CopyTo(im, 0);
            Fill(signals, y, first, block, size, -maximumLag);
            transform.Transform(signals);
            for (var k = 0; k < bins; k++)
            {
                sumRe[k] += (re[k] * transform.Real[k]) + (im[k] * transform.Imaginary[k]);
                sumIm[k] += (re[k] * transform.Imaginary[k]) - (im[k] * transform.Real[k]);
            }
        }
        return Inverse(transform, signals, sumRe, sumIm, (2 * maximumLag) + 1);
    }

    /// <summary>Puts one block of a signal into each lane, beginning <paramref name="shift"/> samples off the block's place.</summary>
    private static void Fill(Vector<float>[] signals, ReadOnlySpan<float> samples, int first, int block, int length, int shift)
    {
        var lanes = FourierTransform.Lanes;
        var target = MemoryMarshal.Cast<Vector<float>, float>(signals.AsSpan());
        target.Clear();
        for (var lane = 0; lane < lanes; lane++)
        {
            var start = first + ((long)lane * block) + shift;
            for (var i = (int)Math.Max(0, -start); i < length && start + i < samples.Length; i++)
                target[(i * lanes) + lane] = samples[(int)(start + i)];
        }
    }

    /// <summary>
    /// The first values of the real signal with a spectrum A + iB: with A even and B odd, the transform of the real signal A + B has the
    /// real part Σ A cos and the imaginary part −Σ B sin, whose sum is wanted.
    /// </summary>
    private static float[] Inverse(FourierTransform transform, Vector<float>[] signals, Vector<float>[] re, Vector<float>[] im, int count)
    {
        Array.Clear(signals);
        for (var k = 0; k < transform.Bins; k++)
        {
            var (a, b) = (Vector.Sum(re[k]), Vector.Sum(im[k]));
            if (k > 0) signals[transform.Size - k] = new Vector<float>(a - b);
            if (k < transform.Size - k || k == 0) signals[k] = new Vector<float>(a + b);
        }
        transform.Transform(signals);
        var result = new float[count];
        for (var m = 0; m < count; m++) result[m] = (transform.Real[m][0] + transform.Imaginary[m][0]) / transform.Size;
        return result;
    }
}
