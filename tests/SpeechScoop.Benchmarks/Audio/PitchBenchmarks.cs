using BenchmarkDotNet.Attributes;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Metrics.Pitch;

namespace SpeechScoop.Benchmarks.Audio;

/// <summary>The pitch of one minute of a voice-like sound: harmonics with a melody, a fifth of the time noise.</summary>
[InProcess]
[WarmupCount(2)]
[IterationCount(8)]
[MemoryDiagnoser]
public class PitchBenchmarks
{
    private AudioClip minute = new(16_000, [0]);

    /// <summary>Of the clip, in hertz.</summary>
    [Params(16_000, 48_000)]
    public int Rate { get; set; }

    /// <summary>Makes the signal.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var samples = Signals.Noise(60 * Rate);
        var phase = 0.0;
        for (var i = 0; i < samples.Length; i++)
        {
            var time = (double)i / Rate;
            phase += 2 * Math.PI * 150 * (1 + (0.2 * Math.Sin(4 * Math.PI * time))) / Rate;
            samples[i] *= 0.1f;
            if (time % 1 < 0.8)
                for (var k = 1; k <= 20; k++) samples[i] += (float)(0.1 * Math.Sin(k * phase) / k);
        }
        minute = new AudioClip(Rate, samples);
    }

    /// <summary>The whole track.</summary>
    [Benchmark]
    public PitchTrack Track() => PitchTracker.Track(minute);
}
