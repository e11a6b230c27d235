using SpeechScoop.Audio.Metrics;
using SpeechScoop.Audio.Metrics.Waveform;
using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Tests.Metrics.Waveform;

public sealed class DelayAndGainTests
{
    private static readonly AudioClip Clean = SpeechLike.Clip(4);

    [Theory]
    [InlineData(80, 5)]
    [InlineData(-160, -10)]
    [InlineData(4_000, 250)]
    public void A_delay_is_found_in_milliseconds_and_the_gain_in_spite_of_it(int samples, double milliseconds)
    {
        var late = Mixing.Gain(DelayEstimate.Remove(SpeechLike.WithNoise(Clean, 0.01f, seed: 2), -samples), -6);
        Assert.Equal(milliseconds, Measure("delay", late).Value!.Value, 1e-9);
        Assert.Equal(-6, Measure("gain", late).Value!.Value, 0.01);
    }

    [Fact]
    public void Polarity_does_not_change_the_gain()
        => Assert.Equal(0, Measure("gain", new AudioClip(16_000, [.. Clean.Channel(0).ToArray().Select(x => -x)])).Value!.Value, 1e-9);

    [Theory]
    [InlineData("delay")]
    [InlineData("gain")]
    public void Another_recording_is_refused(string id)
    {
        var noise = SpeechLike.WithNoise(new AudioClip(16_000, new float[Clean.Length]), 0.5f, seed: 9);
        Assert.Contains("same recording", Measure(id, noise).NotValid, StringComparison.Ordinal);
    }

    private static SpeechScoop.Metrics.MetricValue Measure(string id, AudioClip clip) =>
        MetricRegistry.Measure(WaveformMetrics.All.Single(metric => metric.Info.Id == id), new MetricInput(clip, Clean));
}
