using SpeechScoop.Audio.VoiceActivity;
using SpeechScoop.Metrics;
using SpeechScoop.Recognition;

namespace SpeechScoop.Audio.Metrics.Timing;

/// <summary>Durations, silences, endings and speaking rates.</summary>
public static class TimingMetrics
{
    /// <summary>Version of the computations; that of the detector follows it.</summary>
    public const string MetricVersion = "1";

    private const string OwnSource = "SpeechScoop, docs/methods/timing.md";

    /// <summary>By energy: the metrics that need no pack.</summary>
    public static IReadOnlyList<IClipMetric> All { get; } = By(EnergyVoiceActivity.Instance);

    /// <summary>The same metrics by another detector of speech; their versions name it.</summary>
    public static IReadOnlyList<IClipMetric> By(IVoiceActivityDetector detector) =>
    [
        new DurationMetric(),
        .. AllActivity().Select(metric => new ActivityMetric(detector, metric.Info, metric.Measure)),
    ];

    /// <summary>What the clip's speech says, with and without the clip itself.</summary>
    private static IEnumerable<(MetricInfo Info, Func<MetricInput, SpeechActivity, double?> Measure)> AllActivity()
    {
        yield return (Describe("speech-duration", "Speech duration", "s"), (_, activity) => activity.SpeechSeconds);
        yield return (Describe("silence-ratio", "Silence ratio"), (_, activity) => activity.SilenceRatio);
        yield return (Describe("leading-silence", "Leading silence", "s"), (_, activity) => IfSpoken(activity, activity.LeadingSilence));
        yield return (Describe("trailing-silence", "Trailing silence", "s"), (_, activity) => IfSpoken(activity, activity.TrailingSilence));
        yield return (Describe("longest-pause", "Longest pause", "s"), (_, activity) => IfSpoken(activity, activity.LongestPause));
        yield return (Describe("end-level", "End level", "dB") with
        {
            BlindTo = "Sounds that are cut while they are quiet; a loud background makes every end loud.",
        }, (input, activity) => EndLevel.RelativeDb(input.Mono, activity));
        yield return (Describe("sudden-cut-off", "Sudden cut-off") with
        {
            Direction = MetricDirection.LowerIsBetter,
            BlindTo = "Cuts in a pause or in a quiet sound, and whether a recording was meant to end so; it is 1 or 0.",
        }, (input, activity) => EndLevel.IsCutOff(input.Mono, activity) ? 1 : 0);
        yield return (Describe("sudden-drops", "Sudden drops") with
        {
            ShortestSeconds = (EndLevel.History + 1) * EndLevel.FrameSeconds,
            Source = "Full-Duplex-Bench: frames of 30 ms, a drop of 18 dB from 6 dB above the 10th percentile of the last 30 frames",
            BlindTo = "Why the level falls: plosives and ends of words count like drop-outs.",
        }, (input, _) => EndLevel.SuddenDrops(input.Mono));
        yield return (Describe("self-repetition", "Longest passage heard twice", "s") with
        {
            LowestSampleRate = 8_000,
            HighestSampleRate = 96_000,
            ShortestSeconds = 0.1,
            BlindTo = "Whether the text repeats itself; passages said twice in another voice or intonation. Long steady sounds resemble themselves.",
        }, (input, activity) => SelfRepetition.Seconds(input.Mono, activity));
        yield return (DescribeRate("speaking-rate", "Speaking rate", "words/min"),
            (input, activity) => SpeakingRate.WordsPerMinute(input.Text!, activity));
        yield return (DescribeRate("characters-per-second", "Letters and digits a second", "1/s"),
            (input, activity) => SpeakingRate.CharactersPerSecond(input.Text!, activity));
    }

    private static double? IfSpoken(SpeechActivity activity, double value) => activity.Segments.Count > 0 ? value : null;

    private static MetricInfo Describe(string id, string title, string unit = "") => new()
    {
        Id = id,
        Title = title,
        Group = MetricGroup.Timing,
        Version = MetricVersion,
        Unit = unit,
        Direction = MetricDirection.Neutral,
        LowestSampleRate = 2_000,
        ShortestSeconds = EndLevel.FrameSeconds,
        Source = OwnSource,
        BlindTo = "What the sounds are: by energy alone noise and music count as speech, and a voice less than 15 dB above its background has no end.",
    };

    private static MetricInfo DescribeRate(string id, string title, string unit) => Describe(id, title, unit) with
    {
        Needs = MetricNeeds.Text,
        Domains = [SoundDomain.Speech],
        BlindTo = "Whether the text was said: words left out or repeated make the rate wrong. Digits count as they are written, not as they are spoken.",
    };

    private sealed class DurationMetric : IClipMetric
    {
        public MetricInfo Info { get; } = Describe("duration", "Duration", "s") with { LowestSampleRate = 1, ShortestSeconds = 0, BlindTo = "What fills the time." };

        public MetricValue Measure(MetricInput input) => MetricValue.Of(input.Clip.Duration.TotalSeconds);
    }

    private sealed class ActivityMetric(IVoiceActivityDetector detector, MetricInfo info, Func<MetricInput, SpeechActivity, double?> measure) : IClipMetric
    {
        public MetricInfo Info { get; } = info with { Version = $"{MetricVersion}+{detector.Version}" };

        public MetricValue Measure(MetricInput input)
        {
            if (Info.Id == "speaking-rate" && !WordSpaces.Separate(input.Text!))
                return MetricValue.Refused("The text's writing does not separate words by spaces, so they cannot be counted: use characters-per-second.");
            var activity = input.Share($"voice-activity/{detector.Version}", () => detector.Detect(input.Mono));
            if (measure(input, activity) is { } value) return MetricValue.Of(value);
            return MetricValue.Refused(activity.Segments.Count == 0
                ? "No speech was found in the clip: it is silent, or no louder than its background."
                : $"The clip has more than {SelfRepetition.MostSeconds:0} s of speech, too much to compare with itself: cut it into sentences.");
        }
    }
}
