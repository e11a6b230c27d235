using BenchmarkDotNet.Attributes;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;

namespace SpeechScoop.Benchmarks.Audio;

/// <summary>Reading and writing one minute of 16-bit audio.</summary>
[InProcess]
[WarmupCount(2)]
[IterationCount(8)]
[MemoryDiagnoser]
public class WavBenchmarks
{
    private AudioClip clip = null!;
    private byte[] file = [];

    /// <summary>Channels at 48 kHz.</summary>
    [Params(1, 2)]
    public int Channels { get; set; }

    /// <summary>Makes the file.</summary>
    [GlobalSetup]
    public void Setup()
    {
        clip = new AudioClip(48_000, [.. Enumerable.Range(0, Channels).Select(_ => Signals.Noise(60 * 48_000))]);
        file = WavWriter.ToBytes(clip);
    }

    /// <summary>Bytes to samples.</summary>
    [Benchmark]
    public AudioClip Read() => WavReader.Read(file).Value;

    /// <summary>Samples to bytes.</summary>
    [Benchmark]
    public byte[] Write() => WavWriter.ToBytes(clip);
}
