using BenchmarkDotNet.Attributes;
using SpeechScoop.Audio.Metrics.Cepstrum;

namespace SpeechScoop.Benchmarks.Audio;

/// <summary>Mel-cepstral distortion of two clips of ten seconds at 16 kHz.</summary>
[InProcess]
[WarmupCount(2)]
[IterationCount(8)]
[MemoryDiagnoser]
public class CepstrumBenchmarks
{
    private const int Rate = 16_000;
    private readonly float[] clip = Signals.Noise(10 * Rate), reference = [.. Signals.Noise(11 * Rate)[Rate..]];

    /// <summary>Frame by frame.</summary>
    [Benchmark]
    public double Plain() => MelCepstralDistortion.Compute(clip, reference, Rate);

    /// <summary>Warped in time: four million pairs of frames.</summary>
    [Benchmark]
    public double Warped() => MelCepstralDistortion.ComputeWarped(clip, reference, Rate);
}
