using System.Numerics.Tensors;
using SpeechScoop.Audio.Features;

namespace SpeechScoop.Audio.Metrics;

/// <summary>
/// How far a reconstruction's spectrum is from the original's: the mean absolute difference of log-mel magnitudes, averaged
/// over four resolutions. The recipe is the one by which the default tokenizer was trained and its card reports figures;
/// it is not comparable with mel distances of other recipes.
/// </summary>
public static class LogMelDistance
{
    /// <summary>Version of the computation, stored with measurements.</summary>
    public const string MetricVersion = "scoop-mel-l1-1";

    /// <summary>Rate at which it is defined, in hertz.</summary>
    public const int SampleRate = 16_000;

    private const double LowHz = 30, HighHz = 8_000, PowerFloor = 1e-7, MagnitudeFloor = 1e-3;

    private static readonly (int Window, int Hop, int Bands)[] Resolutions = [(2048, 1024, 80), (1024, 256, 80), (512, 128, 64), (160, 80, 24)];

    /// <summary>The distance: 0 for equal signals, about 0.2 to 0.5 for reconstructions of neural codecs below 4 kbps.</summary>
    /// <param name="original">Mono at <see cref="SampleRate"/>, at least 1,025 samples.</param>
    /// <param name="reconstruction">Aligned with it; the shorter length of both counts.</param>
    /// <exception cref="ArgumentException">Less than 1,025 samples.</exception>
    public static double Compute(ReadOnlySpan<float> original, ReadOnlySpan<float> reconstruction)
    {
        var length = Math.Min(original.Length, reconstruction.Length);
        if (length <= Resolutions[0].Window / 2) throw new ArgumentException("The signals are too short for a window of 2,048 samples.", nameof(original));
        var sum = 0.0;
        foreach (var (window, hop, bands) in Resolutions)
        {
            var stft = new Stft(window, hop, AnalysisWindow.PeriodicHann.Samples(window));
            var filters = Filters(window, bands);
            var a = LogMagnitudes(stft, filters, original[..length], window);
            var b = LogMagnitudes(stft, filters, reconstruction[..length], window);
            var difference = 0.0;
            for (var i = 0; i < a.Length; i++) difference += Math.Abs(a[i] - b[i]);
            sum += difference / a.Length;
        }
        return sum / Resolutions.Length;
    }

    private static double[] LogMagnitudes(Stft stft, (int Start, double[] Weights)[] filters, ReadOnlySpan<float> signal, int window)
    {
        var power = stft.Power(Stft.ReflectEnds(signal, window / 2));
        var frames = power.Length / stft.Bins;
        var logs = new double[frames * filters.Length];
        var magnitudes = new double[stft.Bins];
        for (var f = 0; f < frames; f++)
        {
            for (var k = 0; k < stft.Bins; k++) magnitudes[k] = Math.Sqrt((power[(f * stft.Bins) + k] / window) + PowerFloor);
            for (var band = 0; band < filters.Length; band++)
            {
                var (start, weights) = filters[band];
                var sum = TensorPrimitives.Dot(magnitudes.AsSpan(start, weights.Length), weights);
                logs[(f * filters.Length) + band] = Math.Log(sum + MagnitudeFloor);
            }
        }
        return logs;
    }

    /// <summary>HTK triangles, each summing to 1; one too narrow for any bin takes the nearest.</summary>
    private static (int Start, double[] Weights)[] Filters(int window, int bands)
    {
        double low = Mel(LowHz), high = Mel(HighHz);
        var corners = Enumerable.Range(0, bands + 2).Select(i => Hertz(low + ((high - low) * i / (bands + 1)))).ToArray();
        var bins = Enumerable.Range(0, (window / 2) + 1).Select(k => (double)k * SampleRate / window).ToArray();
        return [.. Enumerable.Range(0, bands).Select(b =>
        {
            var (left, centre, right) = (corners[b], corners[b + 1], corners[b + 2]);
            var weights = bins.Select(bin => Math.Max(0, Math.Min((bin - left) / (centre - left), (right - bin) / (right - centre)))).ToArray();
            if (weights.Sum() == 0) weights[Array.IndexOf(bins, bins.MinBy(bin => Math.Abs(bin - centre)))] = 1;
            var sum = weights.Sum();
            var (first, last) = (Array.FindIndex(weights, weight => weight > 0), Array.FindLastIndex(weights, weight => weight > 0));
            return (first, weights[first..(last + 1)].Select(weight => weight / sum).ToArray());
        })];

        static double Mel(double hertz) => 2595 * Math.Log10(1 + (hertz / 700));

        static double Hertz(double mel) => 700 * (Math.Pow(10, mel / 2595) - 1);
    }
}
