using System.Numerics;

namespace SpeechScoop.Audio.Metrics.Visqol;

/// <summary>
/// The complex discrete Fourier transform of a length that is a power of two, in double precision and in place. Forward, it leaves bin k at the
/// place whose binary digits are k's reversed; backward, it takes them so: what lies between needs no sorting.
/// </summary>
internal sealed class PowerOfTwoTransform
{
    /// <summary>Longest table of one stage; longer stages turn it.</summary>
    private const int LongestTable = 4096;

    private readonly (double[] Cos, double[] Sin)[] tables;

    /// <param name="size">A power of two.</param>
    public PowerOfTwoTransform(int size)
    {
        Size = size;
        tables = [.. Enumerable.Range(0, BitOperations.Log2((uint)size)).Select(stage => Table(1 << stage))];
    }

    /// <summary>Length of the signals.</summary>
    public int Size { get; }

    /// <summary>X[k] = Σ x[n] exp(−2πi·kn/N), in reversed order.</summary>
    public void Forward(Span<double> re, Span<double> im)
    {
        if (re.Length == 1) return;
        var half = re.Length / 2;
        Turn(re[..half], im[..half], re[half..], im[half..], forward: true);
        Forward(re[..half], im[..half]);
        Forward(re[half..], im[half..]);
    }

    /// <summary>x[n] = Σ X[k] exp(2πi·kn/N) of bins in reversed order, not divided by N.</summary>
    public void Backward(Span<double> re, Span<double> im)
    {
        if (re.Length == 1) return;
        var half = re.Length / 2;
        Backward(re[..half], im[..half]);
        Backward(re[half..], im[half..]);
        Turn(re[..half], im[..half], re[half..], im[half..], forward: false);
    }

    /// <summary>The place of bin −k of the one at <paramref name="place"/>.</summary>
    public static int Mirror(int place) => place == 0 ? 0 : (3 << BitOperations.Log2((uint)place)) - 1 - place;

    private static (double[] Cos, double[] Sin) Table(int half)
    {
        var angles = Enumerable.Range(0, Math.Min(half, LongestTable)).Select(j => Math.PI * j / half).ToArray();
        return ([.. angles.Select(Math.Cos)], [.. angles.Select(Math.Sin)]);
    }

    private void Turn(Span<double> re, Span<double> im, Span<double> farRe, Span<double> farIm, bool forward)
    {
        var half = re.Length;
        var (cos, sin) = tables[BitOperations.Log2((uint)half)];
        for (var start = 0; start < half; start += cos.Length)
        {
            var (sinStart, cosStart) = Math.SinCos(Math.PI * start / half);
            Span<double> a = re.Slice(start, cos.Length), b = im.Slice(start, cos.Length);
            Span<double> c = farRe.Slice(start, cos.Length), d = farIm.Slice(start, cos.Length);
            if (cos.Length < Vector<double>.Count) TurnFew(a, b, c, d, cos, sin, forward);
            else if (forward) Split(a, b, c, d, cos, sin, cosStart, sinStart);
            else Join(a, b, c, d, cos, sin, cosStart, sinStart);
        }
    }

    private static void TurnFew(Span<double> re, Span<double> im, Span<double> farRe, Span<double> farIm, double[] cos, double[] sin, bool forward)
    {
        for (var j = 0; j < re.Length; j++)
        {
            var (w, v) = (cos[j], forward ? -sin[j] : sin[j]);
            var (a, b, c, d) = (re[j], im[j], farRe[j], farIm[j]);
            if (!forward) (c, d) = ((c * w) - (d * v), (c * v) + (d * w));
            (re[j], im[j], c, d) = (a + c, b + d, a - c, b - d);
            if (forward) (c, d) = ((c * w) - (d * v), (c * v) + (d * w));
            (farRe[j], farIm[j]) = (c, d);
        }
    }

    private static void Split(Span<double> re, Span<double> im, Span<double> farRe, Span<double> farIm, double[] cos, double[] sin, double cosStart, double sinStart)
    {
        for (var j = 0; j < re.Length; j += Vector<double>.Count)
        {
            var (c, s) = (new Vector<double>(cos, j), new Vector<double>(sin, j));
            var (w, v) = ((c * cosStart) - (s * sinStart), (s * cosStart) + (c * sinStart));
            var (ar, ai) = (new Vector<double>(re[j..]), new Vector<double>(im[j..]));
            var (br, bi) = (new Vector<double>(farRe[j..]), new Vector<double>(farIm[j..]));
            (ar + br).CopyTo(re[j..]);
            (ai + bi).CopyTo(im[j..]);
            var (dr, di) = (ar - br, ai - bi);
            ((dr * w) + (di * v)).CopyTo(farRe[j..]);
            ((di * w) - (dr * v)).CopyTo(farIm[j..]);
        }
    }

    private static void Join(Span<double> re, Span<double> im, Span<double> farRe, Span<double> farIm, double[] cos, double[] sin, double cosStart, double sinStart)
    {
        for (var j = 0; j < re.Length; j += Vector<double>.Count)
        {
            var (c, s) = (new Vector<double>(cos, j), new Vector<double>(sin, j));
            var (w, v) = ((c * cosStart) - (s * sinStart), (s * cosStart) + (c * sinStart));
            var (ar, ai) = (new Vector<double>(re[j..]), new Vector<double>(im[j..]));
            var (br, bi) = (new Vector<double>(farRe[j..]), new Vector<double>(farIm[j..]));
            var (dr, di) = ((br * w) - (bi * v), (bi * w) + (br * v));
            (ar + dr).CopyTo(re[j..]);
            (ai + di).CopyTo(im[j..]);
            (ar - dr).CopyTo(farRe[j..]);
            (ai - di).CopyTo(farIm[j..]);
        }
    }
}
