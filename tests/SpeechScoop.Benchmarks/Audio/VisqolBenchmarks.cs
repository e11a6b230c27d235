using BenchmarkDotNet.Attributes;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.Audio.Metrics.Visqol;
using SpeechScoop.Metrics;

namespace SpeechScoop.Benchmarks.Audio;

/// <summary>ViSQOL of a pair of ten seconds. Noise in syllables stands for speech: every patch has some, so none is left out.</summary>
[InProcess]
[WarmupCount(2)]
[IterationCount(8)]
[MinColumn]
[MemoryDiagnoser]
public class VisqolBenchmarks
{
    private const int Seconds = 10;
    private MetricInput speech = new(new AudioClip(16_000, [0])), wide = new(new AudioClip(48_000, [0]));

    /// <summary>Makes the signals.</summary>
    [GlobalSetup]
    public void Setup() => (speech, wide) = (Pair(16_000), Pair(48_000));

    /// <summary>Speech mode of clips at 16 kHz.</summary>
    [Benchmark]
    public MetricValue Speech() => new VisqolSpeechMetric().Measure(new MetricInput(speech.Clip, speech.Reference));

    /// <summary>Speech mode of clips at 48 kHz, resampling included.</summary>
    [Benchmark]
    public MetricValue SpeechFrom48() => new VisqolSpeechMetric().Measure(new MetricInput(wide.Clip, wide.Reference));

    /// <summary>The comparison of audio mode at 48 kHz, without the support vectors, which take no time to speak of.</summary>
    [Benchmark]
    public VisqolResult Audio() => VisqolComparison.Compare(wide.Reference!.Channel(0), wide.Clip.Channel(0), 48_000, VisqolMode.Audio, ExponentialMapping.Scaled).Value;

    private static MetricInput Pair(int rate)
    {
        var noise = Signals.Noise(Seconds * rate);
        var reference = noise.Select((x, i) => x * (1 + MathF.Sin(i * 20f / rate))).ToArray();
        var degraded = reference.Select((x, i) => (0.9f * x) + (0.1f * noise[^(i + 1)])).ToArray();
        return new MetricInput(new AudioClip(rate, degraded), new AudioClip(rate, reference));
    }
}
