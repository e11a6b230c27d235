using System.Numerics;
using System.Runtime.InteropServices;
using SpeechScoop.Audio.Features;

namespace SpeechScoop.Audio.Metrics.Cepstrum;

/// <summary>
/// 24 mel-frequency cepstra of a signal every 5 ms: transforms of 1,024 samples under a periodic Hann window, centred, with reflected ends; magnitudes
/// in 40 Slaney bands of equal area from 0 to half the rate; natural logarithm of no less than 1e-10; cosine transform
/// c[d] = 1/40 Σ x[b] cos(πd(b + ½)/40), d = 1 .. 24, without c[0], the level.
/// </summary>
internal static class MelCepstra
{
    /// <summary>Coefficients of a frame.</summary>
    public const int Order = 24;

    /// <summary>Fewest samples: the ends are reflected by half a window.</summary>
    public const int FewestSamples = (FftSize / 2) + 1;

    private const int FftSize = 1024, Bands = 40;
    private const double HopSeconds = 0.005, Floor = 1e-10;

    private static readonly double[] Cosines =
        [.. from d in Enumerable.Range(1, Order) from b in Enumerable.Range(0, Bands) select Math.Cos(Math.PI * d * (b + 0.5) / Bands) / Bands];

    /// <summary>Samples from frame to frame.</summary>
    public static int Hop(int sampleRate) => Math.Max(1, (int)(HopSeconds * sampleRate));

    /// <summary>Frames of a signal of some length.</summary>
    public static int FrameCount(int samples, int sampleRate) => 1 + (samples / Hop(sampleRate));

    /// <summary>The cepstra of every frame: frames × <see cref="Order"/>, row-major.</summary>
    /// <param name="samples">At least <see cref="FewestSamples"/>.</param>
    /// <param name="sampleRate">In hertz.</param>
    public static float[] Of(ReadOnlySpan<float> samples, int sampleRate)
    {
        var (hop, lanes) = (Hop(sampleRate), FourierTransform.Lanes);
        var extended = Stft.ReflectEnds(samples, FftSize / 2);
        var window = AnalysisWindow.PeriodicHann.Samples(FftSize);
        var transform = new FourierTransform(FftSize);
        var filters = new MelFilters(MelScale.SlaneyArea, Bands, 0, sampleRate / 2.0, FftSize, sampleRate);
        var (signals, spectrum, mels) = (new Vector<float>[FftSize], new Vector<float>[transform.Bins], new Vector<float>[Bands]);
        var cepstra = new float[FrameCount(samples.Length, sampleRate) * Order];
        var logs = new double[Bands];
        for (var first = 0; first * Order < cepstra.Length; first += lanes)
        {
            var count = Math.Min(lanes, (cepstra.Length / Order) - first);
            var laneSamples = MemoryMarshal.Cast<Vector<float>, float>(signals.AsSpan());
            laneSamples.Clear();
            for (var lane = 0; lane < count; lane++)
            {
                var frame = extended.AsSpan((first + lane) * hop, FftSize);
                for (int i = 0, to = lane; i < FftSize; i++, to += lanes) laneSamples[to] = frame[i] * window[i];
            }
            transform.TransformToPower(signals, spectrum);
            for (var k = 0; k < spectrum.Length; k++) spectrum[k] = Vector.SquareRoot(spectrum[k]);
            filters.Apply(spectrum, mels);
            for (var lane = 0; lane < count; lane++)
            {
                for (var b = 0; b < Bands; b++) logs[b] = Math.Log(Math.Max(mels[b][lane], Floor));
                Transform(logs, cepstra.AsSpan((first + lane) * Order, Order));
            }
        }
        return cepstra;
    }

    private static void Transform(double[] logs, Span<float> cepstra)
    {
        for (var d = 0; d < Order; d++)
        {
            var sum = 0.0;
            for (var b = 0; b < Bands; b++) sum += logs[b] * Cosines[(d * Bands) + b];
            cepstra[d] = (float)sum;
        }
    }
}
