using BenchmarkDotNet.Attributes;
using SpeechScoop.Audio;
using SpeechScoop.Audio.ListeningTests;
using SpeechScoop.Audio.Loudness;
using SpeechScoop.Audio.Signals;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Benchmarks.Audio;

/// <summary>What preparing a listening test costs: a MUSHRA trial of ten seconds at 48 kHz with eight systems, and its parts on one clip.</summary>
[InProcess]
[WarmupCount(2)]
[IterationCount(8)]
[MemoryDiagnoser]
public class LoudnessBenchmarks
{
    private const int Rate = 48_000;
    private AudioClip clip = new(Rate, [0]), late = new(Rate, [0]);
    private SourceStimulus[] trial = [];

    /// <summary>Makes the signals.</summary>
    [GlobalSetup]
    public void Setup()
    {
        clip = new AudioClip(Rate, Signals.Noise(10 * Rate));
        late = DelayEstimate.Remove(clip, -1_234);
        trial = [new("reference", StimulusRole.Reference, clip), .. Enumerable.Range(1, 8).Select(i => new SourceStimulus($"system-{i}", StimulusRole.System, Mixing.Gain(late, -i)))];
    }

    /// <summary>Integrated loudness.</summary>
    [Benchmark]
    public double Integrated() => LoudnessMeter.Integrated(clip);

    /// <summary>True peak.</summary>
    [Benchmark]
    public double Peak() => TruePeak.Db(clip);

    /// <summary>Delay within half a second.</summary>
    [Benchmark]
    public int Delay() => DelayEstimate.Of(late.Channel(0), clip.Channel(0), Rate).Samples;

    /// <summary>The low anchor.</summary>
    [Benchmark]
    public AudioClip LowAnchor() => Anchors.Of(clip, Anchor.LowPass35);

    /// <summary>The whole trial.</summary>
    [Benchmark]
    public PreparedTrial Trial() => StimulusPreparation.Prepare(TrialDesign.Mushra, new PreparationSettings(), trial);
}
