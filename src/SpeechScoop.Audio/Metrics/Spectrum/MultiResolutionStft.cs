using System.Numerics.Tensors;

namespace SpeechScoop.Audio.Metrics.Spectrum;

/// <summary>
/// Multi-resolution STFT distance (Yamamoto, Song and Kim, ICASSP 2020) with the defaults of auraloss: spectral convergence plus mean absolute difference of
/// natural log magnitudes, averaged over three resolutions.
/// </summary>
public static class MultiResolutionStft
{
    /// <summary>Version of the computation, stored with measurements.</summary>
    public const string MetricVersion = "auraloss-0853e9e";

    /// <summary>Samples that it needs.</summary>
    public const int ShortestSamples = 1_025;

    private const double PowerFloor = 1e-8;

    private static readonly (int FftSize, int Hop, int Window)[] Resolutions = [(1024, 120, 600), (2048, 240, 1200), (512, 50, 240)];

    /// <summary>The distance: 0 for equal magnitudes.</summary>
    public static double Compute(ReadOnlySpan<float> reference, ReadOnlySpan<float> degraded)
    {
        var sum = 0.0;
        foreach (var (fftSize, hop, window) in Resolutions)
        {
            double difference = 0, energy = 0, logs = 0;
            var pairs = new SpectrumPairs(fftSize, hop, window);
            var frames = pairs.Visit(reference, degraded, (y, x) =>
            {
                Magnitudes(x);
                Magnitudes(y);
                energy += TensorPrimitives.SumOfSquares<double>(y);
                var distance = TensorPrimitives.Distance<double>(y, x);
                difference += distance * distance;
                TensorPrimitives.Log(x, x);
                TensorPrimitives.Log(y, y);
                TensorPrimitives.Subtract<double>(x, y, x);
                logs += TensorPrimitives.SumOfMagnitudes<double>(x);
            });
            sum += Math.Sqrt(difference / energy) + (logs / ((double)frames * pairs.Bins));
        }
        return sum / Resolutions.Length;
    }

    private static void Magnitudes(Span<double> power)
    {
        TensorPrimitives.Max(power, PowerFloor, power);
        TensorPrimitives.Sqrt(power, power);
    }
}
