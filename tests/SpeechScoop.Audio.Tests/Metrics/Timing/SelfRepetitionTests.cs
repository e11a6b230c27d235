using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.Audio.Metrics.Timing;
using SpeechScoop.Tests;

namespace SpeechScoop.Audio.Tests.Metrics.Timing;

public sealed class SelfRepetitionTests
{
    private static readonly IClipMetric Metric = TimingMetrics.All.Single(metric => metric.Info.Id == "self-repetition");

    [Theory]
    [InlineData("take_a.wav")]
    [InlineData("take_c.wav")]
    [InlineData("take_f.wav")]
    public void A_sentence_repeats_only_what_is_repeated_in_it(string name)
    {
        var take = WavReader.Read(File.ReadAllBytes(SharedMaterial.PathTo("golden", "espeak", name))).Value;
        Assert.InRange(MetricRegistry.Measure(Metric, new MetricInput(take)).Value!.Value, 0, 0.3);

        var (samples, rate) = (take.Channel(0).ToArray(), take.SampleRate);
        AudioClip Again(int from, int to, float gain = 1) => new(rate, [.. samples[..(to * rate / 10)], .. samples[(from * rate / 10)..].Select(x => gain * x)]);
        Assert.Equal(0.8, MetricRegistry.Measure(Metric, new MetricInput(Again(15, 23))).Value!.Value, 0.12);
        Assert.Equal(1.5, MetricRegistry.Measure(Metric, new MetricInput(Again(10, 25, 0.8f))).Value!.Value, 0.3);
    }

    [Fact]
    public void Too_much_speech_and_none_are_refused()
    {
        var noise = new AudioClip(8_000, Signals.TestSpeech.Noise(1, 8_000 * 200));
        Assert.Contains("180 s", MetricRegistry.Measure(Metric, new MetricInput(noise)).NotValid, StringComparison.Ordinal);
        Assert.Equal(0, MetricRegistry.Measure(Metric, new MetricInput(new AudioClip(8_000, new float[8_000]))).Value);
    }
}
