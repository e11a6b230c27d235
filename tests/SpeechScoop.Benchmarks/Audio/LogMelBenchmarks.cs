using System.Buffers;
using BenchmarkDotNet.Attributes;
using SpeechScoop.Audio.Features;

namespace SpeechScoop.Benchmarks.Audio;

/// <summary>Features of one minute of speech at 16 kHz.</summary>
[InProcess]
[WarmupCount(2)]
[IterationCount(8)]
[MemoryDiagnoser]
public class LogMelBenchmarks
{
    private readonly float[] minute = Signals.Noise(60 * 16_000);
    private readonly Dictionary<string, LogMel> frontEnds = LogMelPresets.All.ToDictionary(preset => preset.Name, preset => new LogMel(preset), StringComparer.Ordinal);

    /// <summary>All at once.</summary>
    [Benchmark]
    [Arguments("scoop64")]
    [Arguments("kaldi80")]
    [Arguments("nemo80")]
    [Arguments("dnsmos_p808")]
    public float[] WholeMinute(string preset) => frontEnds[preset].Compute(minute);

    /// <summary>In frames of 40 ms, as a microphone sends them.</summary>
    [Benchmark]
    [Arguments("scoop64")]
    [Arguments("kaldi80")]
    public long Streamed(string preset)
    {
        var stream = new LogMelStream(frontEnds[preset].Preset);
        var output = new ArrayBufferWriter<float>();
        for (var start = 0; start < minute.Length; start += 640) stream.Accept(minute.AsSpan(start, 640), output);
        stream.Finish(output);
        return stream.FrameCount;
    }
}
