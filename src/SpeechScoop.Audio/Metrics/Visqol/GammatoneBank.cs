using System.Numerics;

namespace SpeechScoop.Audio.Metrics.Visqol;

/// <summary>
/// Patterson's gammatone filters in Slaney's form (Apple technical report 35, 1993): four second-order sections a band, centre frequencies
/// evenly spaced on the ERB scale of Glasberg and Moore, gain 1 at the centre. Bands lie side by side in the lanes of a SIMD register.
/// </summary>
internal sealed class GammatoneBank
{
    private const double EarQ = 9.26449, MinimumBandwidthHz = 24.7, BandwidthFactor = 1.019;

    private readonly Vector<double>[][] coefficients;
    private readonly double[] gains;
    private readonly double[] energies;

    /// <param name="sampleRate">In hertz.</param>
    /// <param name="bands">Number of bands.</param>
    /// <param name="lowHz">Centre of the lowest band.</param>
    /// <param name="highHz">Edge above the highest band; at most half the rate.</param>
    public GammatoneBank(int sampleRate, int bands, double lowHz, double highHz)
    {
        var offset = EarQ * MinimumBandwidthHz;
        var step = Math.Log((lowHz + offset) / (highHz + offset)) / bands;
        CentresHz = [.. Enumerable.Range(0, bands).Select(band => ((highHz + offset) * Math.Exp((bands - band) * step)) - offset)];
        var lanes = Vector<double>.Count;
        var groups = (bands + lanes - 1) / lanes;
        var flat = new double[6][];
        for (var k = 0; k < 6; k++) flat[k] = new double[groups * lanes];
        gains = new double[bands];
        for (var band = 0; band < bands; band++)
        {
            var (zeros, pole1, pole2, gain) = Sections(CentresHz[band], sampleRate);
            for (var k = 0; k < 4; k++) flat[k][band] = zeros[k];
            (flat[4][band], flat[5][band], gains[band]) = (pole1, pole2, gain);
        }
        coefficients = [.. Enumerable.Range(0, groups).Select(group => flat.Select(values => new Vector<double>(values, group * lanes)).ToArray())];
        energies = new double[groups * lanes];
    }

    /// <summary>Centre frequencies in hertz, rising.</summary>
    public double[] CentresHz { get; }

    /// <summary>The root mean square of each band's output, the filters being at rest before the first sample.</summary>
    /// <param name="frame">A windowed frame.</param>
    /// <param name="rms">One value a band.</param>
    public void FrameRms(ReadOnlySpan<double> frame, Span<double> rms)
    {
        for (var group = 0; group < coefficients.Length; group++)
            Energy(frame, coefficients[group]).CopyTo(energies, group * Vector<double>.Count);
        for (var band = 0; band < gains.Length; band++) rms[band] = gains[band] * Math.Sqrt(energies[band] / frame.Length);
    }

    /// <summary>Σ y² of a cascade of y[n] = x[n] + c·x[n−1] + p·y[n−1] + q·y[n−2], the four sections differing in c alone.</summary>
    private static Vector<double> Energy(ReadOnlySpan<double> frame, Vector<double>[] group)
    {
        var (c1, c2, c3, c4, p, q) = (group[0], group[1], group[2], group[3], group[4], group[5]);
        Vector<double> x0 = default, a1 = default, a2 = default, b1 = default, b2 = default, d1 = default, d2 = default, e1 = default, e2 = default;
        var sum = Vector<double>.Zero;
        foreach (var sample in frame)
        {
            var x = new Vector<double>(sample);
            var a = Vector.FusedMultiplyAdd(p, a1, Vector.FusedMultiplyAdd(q, a2, Vector.FusedMultiplyAdd(c1, x0, x)));
            var b = Vector.FusedMultiplyAdd(p, b1, Vector.FusedMultiplyAdd(q, b2, Vector.FusedMultiplyAdd(c2, a1, a)));
            var d = Vector.FusedMultiplyAdd(p, d1, Vector.FusedMultiplyAdd(q, d2, Vector.FusedMultiplyAdd(c3, b1, b)));
            var e = Vector.FusedMultiplyAdd(p, e1, Vector.FusedMultiplyAdd(q, e2, Vector.FusedMultiplyAdd(c4, d1, d)));
            sum = Vector.FusedMultiplyAdd(e, e, sum);
            (x0, a2, a1, b2, b1, d2, d1, e2, e1) = (x, a1, a, b1, b, d1, d, e1, e);
        }
        return sum;
    }

    /// <summary>The zeros of the four sections, their common poles, and the factor that makes the gain 1 at the centre.</summary>
    private static (double[] Zeros, double Pole1, double Pole2, double Gain) Sections(double centreHz, int sampleRate)
    {
        var turn = 2 * Math.PI * centreHz / sampleRate;
        var decay = Math.Exp(-2 * Math.PI * BandwidthFactor * ((centreHz / EarQ) + MinimumBandwidthHz) / sampleRate);
        double near = Math.Sqrt(3 - Math.Pow(2, 1.5)), far = Math.Sqrt(3 + Math.Pow(2, 1.5));
        double[] zeros = [.. new[] { far, -far, near, -near }.Select(s => -decay * (Math.Cos(turn) + (s * Math.Sin(turn))))];
        var (pole1, pole2) = (2 * Math.Cos(turn) * decay, -decay * decay);
        var back = Complex.FromPolarCoordinates(1, -turn);
        var gain = Math.Pow(Complex.Abs(1 - (pole1 * back) - (pole2 * back * back)), 4);
        foreach (var zero in zeros) gain /= Complex.Abs(1 + (zero * back));
        return (zeros, pole1, pole2, gain);
    }
}
