using System.Numerics.Tensors;

namespace SpeechScoop.Audio.Metrics.Spectrum;

/// <summary>
/// Log-spectral distance: the root mean square difference of log10 power spectra over frequencies, averaged over frames. Literature varies in everything
/// (transform, logarithm, floor); this is transform 2,048, hop 512, periodic Hann, log10 |X|² with floor 1e-8, so that 1 is a difference of 10 dB.
/// </summary>
public static class LogSpectralDistance
{
    /// <summary>Version of the computation, stored with measurements.</summary>
    public const string MetricVersion = "log10-2048-512-1";

    /// <summary>Samples that it needs.</summary>
    public const int ShortestSamples = (FftSize / 2) + 1;

    private const int FftSize = 2048, Hop = 512;
    private const double Floor = 1e-8;

    /// <summary>The distance: 0 for equal spectra.</summary>
    public static double Compute(ReadOnlySpan<float> reference, ReadOnlySpan<float> degraded)
    {
        var pairs = new SpectrumPairs(FftSize, Hop, FftSize);
        var sum = 0.0;
        var frames = pairs.Visit(reference, degraded, (x, y) =>
        {
            TensorPrimitives.Max(x, Floor, x);
            TensorPrimitives.Max(y, Floor, y);
            TensorPrimitives.Log10(x, x);
            TensorPrimitives.Log10(y, y);
            TensorPrimitives.Subtract<double>(x, y, x);
            for (; !x.IsEmpty; x = x[pairs.Bins..]) sum += Math.Sqrt(TensorPrimitives.SumOfSquares<double>(x[..pairs.Bins]) / pairs.Bins);
        });
        return sum / frames;
    }
}
