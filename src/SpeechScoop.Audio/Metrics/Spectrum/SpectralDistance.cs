using System.Numerics.Tensors;

namespace SpeechScoop.Audio.Metrics.Spectrum;

/// <summary>
/// The distances that codecs are compared by (audiotools and the Descript Audio Codec): over several windows, periodic Hann with a hop of a quarter, the mean
/// absolute difference of log10 magnitudes, plus where the configuration says so that of magnitudes; over bins, or over mel bands of magnitudes
/// (librosa's filters: Slaney's scale and area, 0 Hz to half the rate). Values of different configurations or sample rates are not comparable.
/// </summary>
public sealed class SpectralDistance
{
    private const double Floor = 1e-5;

    private readonly (int Window, int Bands)[] scales;
    private readonly double logFactor, magnitudeWeight;

    private SpectralDistance(string version, double logFactor, double magnitudeWeight, params (int Window, int Bands)[] scales)
    {
        (MetricVersion, this.logFactor, this.magnitudeWeight, this.scales) = (version, logFactor, magnitudeWeight, scales);
        ShortestSamples = (scales.Max(scale => scale.Window) / 2) + 1;
    }

    /// <summary>audiotools' MultiScaleSTFTLoss as it is by default: windows of 2,048 and 512, power 2, magnitudes count too.</summary>
    public static SpectralDistance Stft { get; } = new("audiotools-stft-1", 2, 1, (2048, 0), (512, 0));

    /// <summary>audiotools' MelSpectrogramLoss as it is by default: 150 and 80 bands, power 2, magnitudes count too.</summary>
    public static SpectralDistance Mel { get; } = new("audiotools-mel-1", 2, 1, (2048, 150), (512, 80));

    /// <summary>As the Descript Audio Codec sets it: 5 to 320 bands, power 1, logarithms alone.</summary>
    public static SpectralDistance MelDac { get; } = new("dac-mel-1", 1, 0, (32, 5), (64, 10), (128, 20), (256, 40), (512, 80), (1024, 160), (2048, 320));

    /// <summary>Version of the computation, stored with measurements.</summary>
    public string MetricVersion { get; }

    /// <summary>Samples that it needs.</summary>
    public int ShortestSamples { get; }

    /// <summary>The distance: 0 for equal magnitudes.</summary>
    /// <param name="reference">The signal as it should be.</param>
    /// <param name="degraded">The signal to judge: same rate, aligned; the shorter length of both counts.</param>
    /// <param name="sampleRate">Rate of both, in hertz.</param>
    public double Compute(ReadOnlySpan<float> reference, ReadOnlySpan<float> degraded, int sampleRate)
    {
        var sum = 0.0;
        foreach (var (window, bands) in scales)
        {
            var pairs = new SpectrumPairs(window, window / 4, window);
            var filters = bands == 0 ? null : new MelBands(bands, window, sampleRate);
            var (values, logs, magnitudes) = (0L, 0.0, 0.0);
            var (a, b) = (new double[SpectrumFrames.Lanes * bands], new double[SpectrumFrames.Lanes * bands]);
            pairs.Visit(reference, degraded, (x, y) =>
            {
                TensorPrimitives.Sqrt(x, x);
                TensorPrimitives.Sqrt(y, y);
                if (filters is not null)
                {
                    x = filters.Apply(x, a);
                    y = filters.Apply(y, b);
                }
                values += x.Length;
                if (magnitudeWeight > 0) magnitudes += Difference(x, y);
                Logarithms(x);
                Logarithms(y);
                logs += Difference(x, y);
            });
            sum += ((logFactor * logs) + (magnitudeWeight * magnitudes)) / values;
        }
        return sum;
    }

    private static void Logarithms(Span<double> magnitudes)
    {
        TensorPrimitives.Max(magnitudes, Floor, magnitudes);
        TensorPrimitives.Log10(magnitudes, magnitudes);
    }

    private static double Difference(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += Math.Abs(a[i] - b[i]);
        return sum;
    }
}
