using SpeechScoop.Audio.Loudness;
using SpeechScoop.Audio.Signals;
using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Metrics.Level;

/// <summary>Metrics of a clip alone that describe its level and band, or find damage.</summary>
public static class LevelMetrics
{
    private static readonly MetricInfo OfClip = new()
    {
        Id = "",
        Title = "",
        Group = MetricGroup.Level,
        Version = "1",
        Direction = MetricDirection.Neutral,
        Source = "",
        BlindTo = "",
    };

    public static IReadOnlyList<IClipMetric> All { get; } =
    [
        new LevelMetric(
            OfClip with
            {
                Id = "loudness",
                Title = "Integrated loudness",
                Version = LoudnessMeter.MetricVersion,
                Unit = "LUFS",
                Source = "ITU-R BS.1770-4, gated; EBU Tech 3341",
                BlindTo = "How loud single sounds are: it is one figure for the whole clip, and pauses do not count.",
            },
            "Nothing in the clip is louder than −70 LUFS, the gate of BS.1770: it is as good as silent.",
            input => Reading(input).Integrated),
        new LevelMetric(
            OfClip with
            {
                Id = "loudness-range",
                Title = "Loudness range",
                Version = LoudnessMeter.MetricVersion,
                Unit = "LU",
                ShortestSeconds = 3,
                Source = "EBU Tech 3342 (2016): 10th to 95th percentile of short-term loudness, gated",
                BlindTo = "Changes within 3 s; says little of clips of less than a minute.",
            },
            "Nothing in the clip is louder than −70 LUFS, the gate of BS.1770: it is as good as silent.",
            input => Reading(input) is { Integrated: > Levels.SilenceDb } reading ? reading.Range : Levels.SilenceDb),
        new LevelMetric(
            OfClip with
            {
                Id = "true-peak",
                Title = "True peak",
                Version = LoudnessMeter.MetricVersion,
                Unit = "dBTP",
                Source = "ITU-R BS.1770-4, Annex 2: four times oversampled",
                BlindTo = "How often it is reached. Reads up to 0.2 dB too much at a quarter of the rate.",
            },
            "The clip is silent: it has no peak.",
            input => Reading(input).TruePeakDb),
        new LevelMetric(
            OfClip with
            {
                Id = "clipping",
                Title = "Clipping",
                Unit = "%",
                Direction = MetricDirection.LowerIsBetter,
                Source = "Share of samples, over all channels, with a magnitude of at least 32767/32768",
                BlindTo = "Clipping before a change of level or a codec, and clipping that a limiter rounded off.",
            },
            "",
            input => 100.0 * Channels(input.Clip).Sum(c => (double)Levels.CountClipped(input.Clip.Channel(c))) / ((double)input.Clip.ChannelCount * input.Clip.Length)),
        new LevelMetric(
            OfClip with
            {
                Id = "dc-offset",
                Title = "DC offset",
                Unit = "%",
                Direction = MetricDirection.LowerIsBetter,
                Source = "Largest magnitude of a channel's mean, in per cent of full scale",
                BlindTo = "Offsets that change sign within the clip.",
            },
            "",
            input => Channels(input.Clip).Max(c => 100 * Math.Abs(Levels.Mean(input.Clip.Channel(c))))),
        new LevelMetric(
            OfClip with
            {
                Id = "bandwidth",
                Title = "Bandwidth",
                Unit = "Hz",
                ShortestSeconds = 0.032,
                Source = "Upper edge of the highest third of a kilohertz within 65 dB of the strongest",
                BlindTo = "What the band is filled with: noise counts as sound.",
            },
            "The clip is silent: it has no band.",
            input => SpectralBandwidth.Hertz(input.Clip) is > 0 and var hertz ? hertz : Levels.SilenceDb),
    ];

    private static LoudnessReading Reading(MetricInput input) => input.Share("level/loudness", () => LoudnessMeter.Measure(input.Clip));

    private static IEnumerable<int> Channels(AudioClip clip) => Enumerable.Range(0, clip.ChannelCount);

    private sealed class LevelMetric(MetricInfo info, string silent, Func<MetricInput, double> measure) : IClipMetric
    {
        public MetricInfo Info => info;

        public MetricValue Measure(MetricInput input) => measure(input) is var value && value == Levels.SilenceDb ? MetricValue.Refused(silent) : MetricValue.Of(value);
    }
}
