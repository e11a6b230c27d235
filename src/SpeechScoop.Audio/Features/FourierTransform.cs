using System.Numerics;

namespace SpeechScoop.Audio.Features;

/// <summary>
/// The discrete Fourier transform X[k] = Σ x[n] exp(−2πi·kn/N) of real signals of any length N, of as many signals at
/// once as a SIMD register has lanes: lane i of every vector belongs to signal i and no lane influences another, so a
/// signal's result does not depend on its company. Stockham's self-sorting mixed-radix algorithm; quick for products of
/// small primes. Not thread-safe: it owns its scratch memory.
/// </summary>
/// <typeparam name="T"><see cref="float"/>, or where a definition takes logarithms of next to nothing, <see cref="double"/>.</typeparam>
internal class FourierTransform<T>
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    private static readonly T Half = T.CreateTruncating(0.5), Quarter = T.CreateTruncating(0.25);

    private readonly FourierStage<T>[] stages;
    private readonly int complexSize;
    private readonly (T Cos, T Sin)[] roots;
    private Vector<T>[] re, im, nextRe, nextIm;

    /// <param name="size">Length of the signals, at least 2.</param>
    public FourierTransform(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 2);
        Size = size;
        // An even transform of reals is a complex one of half the length over pairs of samples.
        complexSize = size % 2 == 0 ? size / 2 : size;
        stages = FourierStage<T>.Plan(complexSize);
        roots = [.. Enumerable.Range(0, complexSize + 1).Select(k => FourierStage<T>.Root(k, size))];
        re = new Vector<T>[complexSize];
        im = new Vector<T>[complexSize];
        nextRe = new Vector<T>[complexSize];
        nextIm = new Vector<T>[complexSize];
        Real = new Vector<T>[Bins];
        Imaginary = new Vector<T>[Bins];
    }

    /// <summary>Signals transformed at once.</summary>
    public static int Lanes => Vector<T>.Count;

    /// <summary>Length of the signals.</summary>
    public int Size { get; }

    /// <summary>Frequencies of the result, 0 .. N/2.</summary>
    public int Bins => (Size / 2) + 1;

    /// <summary>Real part of each bin after <see cref="Transform"/>.</summary>
    public Vector<T>[] Real { get; }

    /// <summary>Imaginary part of each bin after <see cref="Transform"/>.</summary>
    public Vector<T>[] Imaginary { get; }

    /// <summary>Computes <see cref="Real"/> and <see cref="Imaginary"/>.</summary>
    /// <param name="signals"><see cref="Size"/> vectors.</param>
    public void Transform(ReadOnlySpan<Vector<T>> signals)
    {
        RunStages(signals);
        if (complexSize == Size)
        {
            re.AsSpan(0, Bins).CopyTo(Real);
            im.AsSpan(0, Bins).CopyTo(Imaginary);
            return;
        }
        (Real[0], Imaginary[0]) = (re[0] + im[0], default);
        (Real[complexSize], Imaginary[complexSize]) = (re[0] - im[0], default);
        for (var k = 1; k <= complexSize / 2; k++)
        {
            var (evenRe, evenIm, oddRe, oddIm) = Halves(k);
            (Real[k], Imaginary[k]) = ((evenRe + oddRe) * Half, (evenIm + oddIm) * Half);
            (Real[complexSize - k], Imaginary[complexSize - k]) = ((evenRe - oddRe) * Half, (oddIm - evenIm) * Half);
        }
    }

    /// <summary>Computes |X|² of each bin.</summary>
    /// <param name="signals"><see cref="Size"/> vectors.</param>
    /// <param name="power"><see cref="Bins"/> vectors.</param>
    public void TransformToPower(ReadOnlySpan<Vector<T>> signals, Span<Vector<T>> power)
    {
        RunStages(signals);
        if (complexSize == Size)
        {
            for (var k = 0; k < Bins; k++) power[k] = (re[k] * re[k]) + (im[k] * im[k]);
            return;
        }
        var (first, last) = (re[0] + im[0], re[0] - im[0]);
        (power[0], power[complexSize]) = (first * first, last * last);
        for (var k = 1; k <= complexSize / 2; k++)
        {
            var (evenRe, evenIm, oddRe, oddIm) = Halves(k);
            var (sumRe, sumIm, differenceRe, differenceIm) = (evenRe + oddRe, evenIm + oddIm, evenRe - oddRe, evenIm - oddIm);
            power[k] = ((sumRe * sumRe) + (sumIm * sumIm)) * Quarter;
            power[complexSize - k] = ((differenceRe * differenceRe) + (differenceIm * differenceIm)) * Quarter;
        }
    }

    private void RunStages(ReadOnlySpan<Vector<T>> signals)
    {
        if (complexSize == Size)
        {
            signals[..complexSize].CopyTo(re);
            im.AsSpan().Clear();
        }
        else
        {
            for (var i = 0; i < complexSize; i++) (re[i], im[i]) = (signals[2 * i], signals[(2 * i) + 1]);
        }
        foreach (var stage in stages)
        {
            stage.Run(re, im, nextRe, nextIm);
            (re, im, nextRe, nextIm) = (nextRe, nextIm, re, im);
        }
    }

    /// <summary>
    /// Twice the spectra of the even and of the odd samples at bin k, the latter turned to its place in the whole
    /// signal's: their sum is twice X[k], their difference twice the conjugate of X[N/2 − k].
    /// </summary>
    private (Vector<T> EvenRe, Vector<T> EvenIm, Vector<T> OddRe, Vector<T> OddIm) Halves(int k)
    {
        var mirror = complexSize - k;
        var (oddRe, oddIm) = (im[k] + im[mirror], re[mirror] - re[k]);
        var (cos, sin) = roots[k];
        return (re[k] + re[mirror], im[k] - im[mirror], (oddRe * cos) - (oddIm * sin), (oddIm * cos) + (oddRe * sin));
    }
}

/// <summary>The transform in single precision.</summary>
internal sealed class FourierTransform(int size) : FourierTransform<float>(size);
