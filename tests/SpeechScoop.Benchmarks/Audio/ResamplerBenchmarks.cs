using BenchmarkDotNet.Attributes;
using SpeechScoop.Audio.Resampling;

namespace SpeechScoop.Benchmarks.Audio;

/// <summary>One minute of one channel between the usual rates.</summary>
[InProcess]
[WarmupCount(2)]
[IterationCount(8)]
[MemoryDiagnoser]
public class ResamplerBenchmarks
{
    private float[] minute = [];

    /// <summary>From and to, in hertz; 16,001 takes the interpolated filter table.</summary>
    [Params("48000-16000", "44100-16000", "24000-16000", "16000-48000", "16001-16000")]
    public string Rates { get; set; } = "";

    private (int From, int To) Pair => (int.Parse(Rates.Split('-')[0], null), int.Parse(Rates.Split('-')[1], null));

    /// <summary>Makes the signal and the filter.</summary>
    [GlobalSetup]
    public void Setup()
    {
        minute = Signals.Noise(60 * Pair.From);
        Resample.To(minute.AsSpan(0, 1000), Pair.From, Pair.To);
    }

    /// <summary>The whole minute.</summary>
    [Benchmark]
    public float[] WholeMinute() => Resample.To(minute, Pair.From, Pair.To);
}
