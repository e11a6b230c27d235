using System.Numerics;

namespace SpeechScoop.Audio.Features;

/// <summary>
/// The discrete Fourier transform X[k] = Σ x[n] exp(−2πi·kn/N) of real signals of any length N, of as many signals at
/// once as a SIMD register has lanes: lane i of every vector belongs to signal i and no lane influences another, so a
/// signal's result does not depend on its company. Stockham's self-sorting mixed-radix algorithm in single precision;
/// quick for products of small primes. Not thread-safe: it owns its scratch memory.
/// </summary>
internal sealed class FourierTransform
{
    private readonly FourierStage[] stages;
    private readonly int complexSize;
    private readonly (float Cos, float Sin)[] roots;
    private Vector<float>[] re, im, nextRe, nextIm;

    /// <param name="size">Length of the signals, at least 2.</param>
    public FourierTransform(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 2);
        Size = size;
        // An even transform of reals is a complex one of half the length over pairs of samples.
        complexSize = size % 2 == 0 ? size / 2 : size;
        stages = FourierStage.Plan(complexSize);
        roots = [.. Enumerable.Range(0, complexSize + 1).Select(k => FourierStage.Root(k, size))];
        re = new Vector<float>[complexSize];
        im = new Vector<float>[complexSize];
        nextRe = new Vector<float>[complexSize];
        nextIm = new Vector<float>[complexSize];
        Real = new Vector<float>[Bins];
        Imaginary = new Vector<float>[Bins];
    }

    /// <summary>Signals transformed at once.</summary>
    public static int Lanes => Vector<float>.Count;

    /// <summary>Length of the signals.</summary>
    public int Size { get; }

    /// <summary>Frequencies of the result, 0 .. N/2.</summary>
    public int Bins => (Size / 2) + 1;

    /// <summary>Real part of each bin after <see cref="Transform"/>.</summary>
    public Vector<float>[] Real { get; }

    /// <summary>Imaginary part of each bin after <see cref="Transform"/>.</summary>
    public Vector<float>[] Imaginary { get; }

    /// <summary>Computes <see cref="Real"/> and <see cref="Imaginary"/>.</summary>
    /// <param name="signals"><see cref="Size"/> vectors.</param>
    public void Transform(ReadOnlySpan<Vector<float>> signals)
    {
        var isEven = complexSize != Size;
        if (isEven)
        {
            for (var i = 0; i < complexSize; i++) (re[i], im[i]) = (signals[2 * i], signals[(2 * i) + 1]);
        }
        else
        {
            signals[..complexSize].CopyTo(re);
            im.AsSpan().Clear();
        }
        foreach (var stage in stages)
        {
            stage.Run(re, im, nextRe, nextIm);
            (re, im, nextRe, nextIm) = (nextRe, nextIm, re, im);
        }
        if (isEven)
        {
            Unpack();
            return;
        }
        re.AsSpan(0, Bins).CopyTo(Real);
        im.AsSpan(0, Bins).CopyTo(Imaginary);
    }

    /// <summary>Separates the spectra of the even and odd samples and joins them to that of the whole signal.</summary>
    private void Unpack()
    {
        var half = new Vector<float>(0.5f);
        for (var k = 0; k <= complexSize; k++)
        {
            var (a, b) = (k % complexSize, (complexSize - k) % complexSize);
            var evenRe = (re[a] + re[b]) * half;
            var evenIm = (im[a] - im[b]) * half;
            var oddRe = (im[a] + im[b]) * half;
            var oddIm = (re[b] - re[a]) * half;
            var (cos, sin) = roots[k];
            Real[k] = evenRe + (oddRe * cos) - (oddIm * sin);
            Imaginary[k] = evenIm + (oddIm * cos) + (oddRe * sin);
        }
    }
}
