using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Metrics.Intelligibility;

/// <summary>STOI and ESTOI.</summary>
public static class IntelligibilityMetrics
{
    public static IReadOnlyList<IClipMetric> All { get; } = [new StoiMetric(extended: false), new StoiMetric(extended: true)];

    private sealed class StoiMetric(bool extended) : IClipMetric
    {
        public MetricInfo Info { get; } = new()
        {
            Id = extended ? "estoi" : "stoi",
            Title = extended ? "ESTOI" : "STOI",
            Group = MetricGroup.Intelligibility,
            Version = Stoi.MetricVersion,
            Needs = MetricNeeds.Reference,
            Direction = MetricDirection.HigherIsBetter,
            Identity = 1,
            LowestSampleRate = 8_000,
            HighestSampleRate = 48_000,
            BandHz = 4_280,
            ShortestSeconds = 0.4,
            Domains = [SoundDomain.Speech],
            Source = extended
                ? "Jensen and Taal, IEEE TASLP 24(11), 2016; pystoi 0.4.1"
                : "Taal, Hendriks, Heusdens and Jensen, IEEE TASLP 19(7), 2011; pystoi 0.4.1",
            BlindTo = "Everything above 4.3 kHz, pitch, voice and level; stretches 40 dB below the reference's loudest.",
        };

        public MetricValue Measure(MetricInput input)
        {
            var bands = input.Share("intelligibility/bands", () => ThirdOctaves.Of(input.ReferenceMono.Channel(0), input.Mono.Channel(0), input.Clip.SampleRate));
            var value = Stoi.Compute(bands, extended);
            return value == Stoi.TooShort
                ? MetricValue.Refused($"{Info.Title} needs 30 frames (0.4 s) that are less than 40 dB below the reference's loudest: there is too little sound.")
                : MetricValue.Of(value);
        }
    }
}
