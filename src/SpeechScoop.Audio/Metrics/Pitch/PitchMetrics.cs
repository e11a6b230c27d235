using System.Globalization;
using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Metrics.Pitch;

/// <summary>The pitch of a voice by itself, and against a reference.</summary>
public static class PitchMetrics
{
    private const string BlindToVoice = "Pitch outside 50 to 600 Hz; creaky and whispered voice counts as unvoiced, and a second voice or music disturbs it.";

    public static IReadOnlyList<IClipMetric> All { get; } =
    [
        new StatisticMetric("f0-mean", "F0 mean", "Hz", statistics => statistics.MeanHertz),
        new StatisticMetric("f0-median", "F0 median", "Hz", statistics => statistics.MedianHertz),
        new StatisticMetric("f0-sd", "F0 standard deviation", "Hz", statistics => statistics.DeviationHertz),
        new StatisticMetric("f0-sd-semitones", "F0 standard deviation in semitones", "st", statistics => statistics.DeviationSemitones),
        new StatisticMetric("f0-range", "F0 range", "st", statistics => statistics.RangeSemitones),
        new VoicedShareMetric(),
        new DifferenceMetric("f0-rmse", "F0 RMSE", "Hz", MetricDirection.LowerIsBetter, 0, difference => difference.RmseHertz),
        new DifferenceMetric("f0-rmse-cents", "F0 RMSE in cents", "cents", MetricDirection.LowerIsBetter, 0, difference => difference.RmseCents),
        new DifferenceMetric("f0-correlation", "F0 correlation", "", MetricDirection.HigherIsBetter, 1, difference => difference.Correlation),
        new DifferenceMetric("f0-gross-error", "Gross pitch error", "", MetricDirection.LowerIsBetter, 0, difference => difference.GrossErrors),
        new DifferenceMetric("voicing-error", "Voicing decision error", "", MetricDirection.LowerIsBetter, 0, difference => difference.VoicingErrors),
    ];

    private static MetricInfo Describe(string id, string title, string unit, MetricDirection direction = MetricDirection.Neutral) => new()
    {
        Id = id,
        Title = title,
        Group = MetricGroup.Pitch,
        Version = PitchTracker.MetricVersion,
        Unit = unit,
        Direction = direction,
        LowestSampleRate = 4_000,
        BandHz = 600,
        ShortestSeconds = 0.2,
        Domains = [SoundDomain.Speech, SoundDomain.Singing],
        Source = "Boersma, Proceedings of the Institute of Phonetic Sciences 17, 1993; Praat 6.3 \"To Pitch (ac)\", 0.01 s, 50 to 600 Hz",
        BlindTo = BlindToVoice,
    };

    private static PitchTrack Track(MetricInput input) => input.Share("pitch/track", () => PitchTracker.Track(input.Mono));

    private static string TooFew(int frames) => string.Create(CultureInfo.InvariantCulture,
        $"{frames * 0.01:0.00} s of voice were found; {PitchStatistics.FewestFrames * 0.01:0.0} s are needed. The clip may be silent, whispered, or no voice between 50 and 600 Hz.");

    private sealed class StatisticMetric(string id, string title, string unit, Func<PitchStatistics, double> value) : IClipMetric
    {
        public MetricInfo Info { get; } = Describe(id, title, unit);

        public MetricValue Measure(MetricInput input)
        {
            var track = Track(input);
            return PitchStatistics.Of(track) is { } statistics ? MetricValue.Of(value(statistics)) : MetricValue.Refused(TooFew(track.Voiced.Count));
        }
    }

    private sealed class VoicedShareMetric : IClipMetric
    {
        public MetricInfo Info { get; } = Describe("voiced-share", "Voiced share", "");

        public MetricValue Measure(MetricInput input) => MetricValue.Of(Track(input).VoicedShare);
    }

    private sealed class DifferenceMetric(string id, string title, string unit, MetricDirection direction, double identity, Func<PitchDifference, double?> value) : IClipMetric
    {
        public MetricInfo Info { get; } = Describe(id, title, unit, direction) with { Needs = MetricNeeds.Reference, Identity = identity };

        public MetricValue Measure(MetricInput input)
        {
            var difference = input.Share("pitch/difference", () => Compare(input));
            if (value(difference) is { } found) return MetricValue.Of(found);
            return MetricValue.Refused(difference.BothVoiced < PitchStatistics.FewestFrames
                ? $"In clip and reference together, {TooFew(difference.BothVoiced)}"
                : "The pitch of the clip or of the reference does not move, so that no correlation exists.");
        }

        /// <summary>Frames are centred in a clip: clips of different lengths are cut to the shorter one first, so that the tracks begin together.</summary>
        private static PitchDifference Compare(MetricInput input)
        {
            var (clip, reference) = (input.Mono, input.ReferenceMono);
            var length = Math.Min(clip.Length, reference.Length);
            return PitchDifference.Between(
                clip.Length == length ? Track(input) : PitchTracker.Track(Cut(clip, length)),
                PitchTracker.Track(Cut(reference, length)));
        }

        private static AudioClip Cut(AudioClip mono, int length) => mono.Length == length ? mono : new(mono.SampleRate, mono.Channel(0)[..length].ToArray());
    }
}
