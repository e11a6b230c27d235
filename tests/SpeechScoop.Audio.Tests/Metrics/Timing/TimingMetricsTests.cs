using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.Audio.Metrics.Timing;
using SpeechScoop.Audio.Tests.Metrics.Pitch;
using SpeechScoop.Audio.VoiceActivity;
using SpeechScoop.Metrics;
using SpeechScoop.Tests;

namespace SpeechScoop.Audio.Tests.Metrics.Timing;

public sealed class TimingMetricsTests
{
    /// <summary>Two seconds of voice from 0.5 s on, in 3 s.</summary>
    private static readonly AudioClip Voice = Voices.Sing(3, t => t is > 0.5 and < 2.5 ? Voices.Melody(t, 140) : 0);

    private static MetricValue Measure(string id, AudioClip clip, string? text = null) =>
        MetricRegistry.Measure(TimingMetrics.All.Single(metric => metric.Info.Id == id), new MetricInput(clip, Text: text));

    private static AudioClip Head(AudioClip clip, double seconds) => new(clip.SampleRate, clip.Channel(0)[..(int)(seconds * clip.SampleRate)].ToArray());

    private static AudioClip Golden(string name) => WavReader.Read(File.ReadAllBytes(SharedMaterial.PathTo("golden", "espeak", name))).Value;

    [Theory]
    [InlineData("duration", 3)]
    [InlineData("speech-duration", 2)]
    [InlineData("silence-ratio", 1 / 3.0)]
    [InlineData("leading-silence", 0.5)]
    [InlineData("trailing-silence", 0.5)]
    [InlineData("longest-pause", 0)]
    [InlineData("sudden-cut-off", 0)]
    public void Times_are_those_of_the_voice(string id, double expected) => Assert.Equal(expected, Measure(id, Voice).Value!.Value, 0.02);

    [Fact]
    public void Rates_count_words_over_the_whole_speech_and_letters_over_speech_alone()
    {
        var paused = Voices.Sing(3, t => t is (> 0.5 and < 1.5) or (> 2 and < 2.5) ? 140 : 0);
        Assert.Equal(60 * 5 / 2.0, Measure("speaking-rate", paused, "Don't stop: it's 12 o'clock!").Value!.Value, 3.0);
        Assert.Equal(19 / 1.5, Measure("characters-per-second", paused, "Don't stop: it's 12 o'clock!").Value!.Value, 0.3);
        Assert.Equal(4 / 2.0, Measure("characters-per-second", Voice, "你好世界。").Value!.Value, 0.05);
        Assert.Contains("characters-per-second", Measure("speaking-rate", Voice, "你好世界").NotValid, StringComparison.Ordinal);
        Assert.Contains("text", Measure("speaking-rate", Voice).NotValid, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("take_a.wav")]
    [InlineData("take_b.wav")]
    [InlineData("take_c.wav")]
    [InlineData("take_d.wav")]
    [InlineData("take_e.wav")]
    [InlineData("take_f.wav")]
    public void Whole_takes_are_not_cut_off_and_most_cuts_are_noticed(string name)
    {
        var take = Golden(name);
        Assert.Equal(0, Measure("sudden-cut-off", take).Value);
        Assert.True(Measure("end-level", take).Value < -25);
        var cuts = Enumerable.Range(5, 14).Select(twentieth => Measure("sudden-cut-off", Head(take, twentieth / 20.0 * take.Duration.TotalSeconds)).Value).ToArray();
        Assert.True(cuts.Count(cut => cut == 1) >= 8, $"{cuts.Count(cut => cut == 1)} of 14 cuts were noticed");
    }

    [Fact]
    public void A_voice_that_fades_is_not_cut_off_and_one_that_stops_is()
    {
        var samples = Voices.Sing(2, t => t < 0.4 ? 0 : 150).Channel(0).ToArray();
        Assert.Equal(1, Measure("sudden-cut-off", new AudioClip(16_000, samples)).Value);
        Assert.InRange(Measure("end-level", new AudioClip(16_000, samples)).Value!.Value, -2, 2);
        for (var i = 0; i < 3_200; i++) samples[^(i + 1)] *= (float)(i / 3_200.0 * i / 3_200.0);
        Assert.Equal(0, Measure("sudden-cut-off", new AudioClip(16_000, samples)).Value);
    }

    [Fact]
    public void Each_sudden_end_of_a_short_sound_is_a_drop()
    {
        Assert.Equal(3, Measure("sudden-drops", Voices.Sing(4, t => t > 0.9 && t % 1 < 0.4 ? 150 : 0)).Value);
        Assert.Equal(0, Measure("sudden-drops", Voices.Sing(4, t => 150)).Value);
        Assert.Contains("0.93 s", Measure("sudden-drops", Voices.Sing(0.5, t => 150)).NotValid, StringComparison.Ordinal);
    }

    [Fact]
    public void Silence_has_a_duration_and_a_ratio_and_no_other_value()
    {
        var silence = new AudioClip(16_000, new float[32_000]);
        Assert.Equal(2, Measure("duration", silence).Value);
        Assert.Equal(0, Measure("speech-duration", silence).Value);
        Assert.Equal(1, Measure("silence-ratio", silence).Value);
        Assert.Equal(0, Measure("sudden-cut-off", silence).Value);
        foreach (var id in new[] { "leading-silence", "trailing-silence", "longest-pause", "end-level" }) Assert.Contains("No speech", Measure(id, silence).NotValid, StringComparison.Ordinal);
        Assert.Contains("No speech", Measure("speaking-rate", silence, "hello").NotValid, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_detector_gives_other_values_under_another_version()
    {
        var metric = TimingMetrics.By(new WholeClip()).Single(metric => metric.Info.Id == "silence-ratio");
        Assert.Equal("1+whole-1", metric.Info.Version);
        Assert.Equal("1+energy-1", TimingMetrics.All.Single(other => other.Info.Id == "silence-ratio").Info.Version);
        Assert.Equal(0, metric.Measure(new MetricInput(Voice)).Value);
    }

    [Fact]
    public void Level_does_not_matter()
    {
        var soft = Voices.Times(Voice, 0.1f);
        foreach (var id in new[] { "speech-duration", "leading-silence", "sudden-drops", "sudden-cut-off", "silence-ratio" }) Assert.Equal(Measure(id, Voice).Value, Measure(id, soft).Value);
    }

    private sealed class WholeClip : IVoiceActivityDetector
    {
        public string Version => "whole-1";

        public SpeechActivity Detect(AudioClip clip) => new(Version, clip.Duration.TotalSeconds, [new(0, clip.Duration.TotalSeconds)]);
    }
}
