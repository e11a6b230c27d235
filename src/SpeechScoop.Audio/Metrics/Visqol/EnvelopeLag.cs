using System.Numerics;

namespace SpeechScoop.Audio.Metrics.Visqol;

/// <summary>
/// By how many samples one signal follows another: the lag at which their envelopes correlate most. The reference implementation's inverse transform
/// drops the imaginary half of the analytic signal; what is left of the envelope is twice the rectified signal. So it is here, since its published values
/// come of it. Not thread-safe: it keeps its transform for the next signals of a length.
/// </summary>
internal sealed class EnvelopeLag
{
    private PowerOfTwoTransform? transform;
    private double[] re = [], im = [];

    /// <summary>How much later than in the degraded signal a thing happens in the reference, in samples; 0 where it is more than half the reference.</summary>
    public int Of(ReadOnlySpan<double> reference, ReadOnlySpan<double> degraded)
    {
        var longest = Math.Max(reference.Length, degraded.Length);
        Correlate(reference, degraded, longest);
        var (best, lag) = (double.NegativeInfinity, 0);
        for (var i = 1 - longest; i < longest; i++)
        {
            var value = re[i < 0 ? i + re.Length : i];
            if (value > best) (best, lag) = (value, i);
        }
        return Math.Abs(lag) > reference.Length / 2.0 ? 0 : lag;
    }

    /// <summary>Leaves Σ x[n + lag] · y[n] of the envelopes in <see cref="re"/>, negative lags at its end.</summary>
    private void Correlate(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int longest)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * longest));
        if (transform?.Size != size) (transform, re, im) = (new PowerOfTwoTransform(size), new double[size], new double[size]);
        Envelope(x, re);
        Envelope(y, im);
        transform.Forward(re, im);
        // One transform of x + iy holds both spectra: X = (Z + Z*′)/2 and Y = (Z − Z*′)/2i, where ′ is the mirrored bin. Wanted is X·Y*.
        for (var k = 0; k < size; k++)
        {
            var mirror = PowerOfTwoTransform.Mirror(k);
            if (mirror < k) continue;
            double a = (re[k] + re[mirror]) / 2, b = (im[k] - im[mirror]) / 2, c = (im[k] + im[mirror]) / 2, d = (re[mirror] - re[k]) / 2;
            var (real, imaginary) = ((a * c) + (b * d), (b * c) - (a * d));
            (re[k], im[k], re[mirror], im[mirror]) = (real, imaginary, real, -imaginary);
        }
        transform.Backward(re, im);
    }

    /// <summary>2 |x − mean| + mean, the part at half the sample rate (which alternates) counted once instead of twice, or not at all where the signal is padded.</summary>
    private static void Envelope(ReadOnlySpan<double> signal, Span<double> target)
    {
        target.Clear();
        var sum = 0.0;
        foreach (var sample in signal) sum += sample;
        var mean = sum / signal.Length;
        var alternating = 0.0;
        for (var i = 0; i < signal.Length; i++) alternating += i % 2 == 0 ? signal[i] - mean : mean - signal[i];
        var size = Math.Max(32, BitOperations.RoundUpToPowerOf2((uint)signal.Length));
        alternating *= (size == signal.Length ? 1.0 : 2.0) / size;
        for (var i = 0; i < signal.Length; i++) target[i] = Math.Abs((2 * (signal[i] - mean)) - (i % 2 == 0 ? alternating : -alternating)) + mean;
    }
}
