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
    private LogMel whole = null!;

    /// <summary>The front end.</summary>
    [Params("scoop64", "kaldi80", "nemo80", "dnsmos_p808")]
    public string Preset { get; set; } = "";

    /// <summary>Makes windows, twiddles and filters.</summary>
    [GlobalSetup]
    public void Setup() => whole = new LogMel(LogMelPresets.Find(Preset).Value);

    /// <summary>All at once.</summary>
    [Benchmark(Baseline = true)]
    public float[] WholeMinute() => whole.Compute(minute);

    /// <summary>In frames of 40 ms, as a microphone sends them; presets that need the whole clip are left out.</summary>
    [Benchmark]
    public long Streamed()
    {
        if (!whole.Preset.IsStreaming) return 0;
        var stream = new LogMelStream(whole.Preset);
        var output = new ArrayBufferWriter<float>();
        for (var start = 0; start < minute.Length; start += 640) stream.Accept(minute.AsSpan(start, 640), output);
        stream.Finish(output);
        return stream.FrameCount;
    }
}
