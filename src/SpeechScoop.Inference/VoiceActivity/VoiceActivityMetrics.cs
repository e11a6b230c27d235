using SpeechScoop.Audio.Metrics;
using SpeechScoop.Audio.Metrics.Timing;
using SpeechScoop.Audio.VoiceActivity;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Metrics;

namespace SpeechScoop.Inference.VoiceActivity;

/// <summary>Metrics of speech and silence by the network of a pack instead of by level: noise and music are not taken for speech.</summary>
public static class VoiceActivityMetrics
{
    private const string Blind = "Speech shorter than a quarter of a second and pauses shorter than a tenth; it finds singing only at times.";

    /// <summary>The metrics of the timing family that ask where speech is; those about levels stay with the energy detector.</summary>
    private static readonly string[] ByNetwork =
        ["speech-duration", "silence-ratio", "leading-silence", "trailing-silence", "longest-pause", "speaking-rate", "characters-per-second"];

    /// <summary><c>speech-ratio</c>, and with a pack of the task <c>voice-activity</c> the timing metrics by its network.</summary>
    public static IReadOnlyList<IClipMetric> Of(SystemCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        if (catalog.PacksFor("voice-activity") is not [var pack, ..]) return [new SpeechRatio(EnergyVoiceActivity.Instance)];
        var detector = new SileroActivity(PackVersion.Of(pack), new(() => catalog.Load<SileroVad>(pack.Id, "voice-activity")));
        return [new SpeechRatio(detector), .. TimingMetrics.By(detector).Where(metric => ByNetwork.Contains(metric.Info.Id)).Select(metric => new ByPack(metric, detector))];
    }

    /// <summary>Where the network does not load, the reason stands for the value.</summary>
    private static MetricValue? Refusal(IVoiceActivityDetector detector) => detector is SileroActivity { Model.Error: { } error } ? MetricValue.Refused(error.Message) : null;

    private static MetricInfo Described(MetricInfo info, bool byPack) => byPack ? info with
    {
        Needs = info.Needs | MetricNeeds.Pack,
        LowestSampleRate = 8_000,
        Domains = [SoundDomain.Speech],
        Source = "Silero VAD; rules of its script: threshold 0.5, shortest speech 0.25 s, shortest silence 0.1 s, padding 0.03 s",
        BlindTo = Blind,
    } : info;

    private sealed class ByPack(IClipMetric metric, SileroActivity detector) : IClipMetric
    {
        public MetricInfo Info { get; } = Described(metric.Info, byPack: true);

        public MetricValue Measure(MetricInput input) => Refusal(detector) ?? metric.Measure(input);
    }

    private sealed class SpeechRatio(IVoiceActivityDetector detector) : IClipMetric
    {
        public MetricInfo Info { get; } = Described(new MetricInfo
        {
            Id = "speech-ratio",
            Title = "Speech ratio",
            Group = MetricGroup.Timing,
            Version = $"{TimingMetrics.MetricVersion}+{detector.Version}",
            Direction = MetricDirection.Neutral,
            LowestSampleRate = 2_000,
            ShortestSeconds = 0.03,
            Source = "SpeechScoop, docs/methods/timing.md",
            BlindTo = "What the sounds are: by energy alone noise and music count as speech.",
        }, detector is SileroActivity);

        public MetricValue Measure(MetricInput input) => Refusal(detector)
            ?? MetricValue.Of(1 - input.Share($"voice-activity/{detector.Version}", () => detector.Detect(input.Mono)).SilenceRatio);
    }
}
