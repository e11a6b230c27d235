using SpeechScoop.Audio.Metrics;
using SpeechScoop.Audio.Metrics.Level;
using SpeechScoop.Audio.Signals;
using SpeechScoop.Audio.Tests.Loudness;

namespace SpeechScoop.Audio.Tests.Metrics.Level;

public sealed class LevelMetricsTests
{
    [Fact]
    public void The_tone_of_EBU_Tech_3341_has_its_loudness_and_peak()
    {
        var tone = Tones.Stereo(48_000, (20, -23));
        Assert.Equal(-23, Value("loudness", tone), 0.1);
        Assert.Equal(-23, Value("true-peak", tone), 0.2);
        Assert.Equal(0, Value("clipping", tone));
        Assert.Equal(0, Value("dc-offset", tone), 1e-4);
        Assert.InRange(Value("bandwidth", tone), 1_000, 1_700);
    }

    [Fact]
    public void Steps_of_level_have_their_range() => Assert.Equal(10, Value("loudness-range", Tones.Stereo(48_000, (20, -20), (20, -30))), 1.0);

    [Fact]
    public void Clipping_is_the_share_of_samples_at_full_scale_in_all_channels()
    {
        var clean = new float[100];
        var clipped = new float[100];
        clipped.AsSpan(10, 5).Fill(1);
        clipped.AsSpan(40, 5).Fill(-1);
        Assert.Equal(10, Value("clipping", new AudioClip(16_000, clipped)));
        Assert.Equal(5, Value("clipping", new AudioClip(16_000, clean, clipped)));
    }

    [Fact]
    public void The_offset_is_that_of_the_worst_channel()
    {
        var (up, down) = (Enumerable.Repeat(0.01f, 10_000).ToArray(), Enumerable.Repeat(-0.05f, 10_000).ToArray());
        Assert.Equal(5, Value("dc-offset", new AudioClip(16_000, up, down)), 1e-5);
    }

    [Theory]
    [InlineData("loudness")]
    [InlineData("loudness-range")]
    [InlineData("true-peak")]
    [InlineData("bandwidth")]
    public void Silence_has_none_of_it(string id)
    {
        var refused = MetricRegistry.Measure(Metric(id), new MetricInput(new AudioClip(48_000, new float[5 * 48_000])));
        Assert.Null(refused.Value);
        Assert.Contains("silent", refused.NotValid, StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_needs_three_seconds()
        => Assert.Contains("3 s", MetricRegistry.Measure(Metric("loudness-range"), new MetricInput(SpeechLike.Clip(1))).NotValid, StringComparison.Ordinal);

    [Theory]
    [InlineData(-20)]
    [InlineData(6)]
    public void A_gain_moves_loudness_and_peak_by_as_much_and_the_range_not_at_all(double db)
    {
        var (clip, changed) = (SpeechLike.Clip(2, seconds: 5), Mixing.Gain(SpeechLike.Clip(2, seconds: 5), db));
        Assert.Equal(Value("loudness", clip) + db, Value("loudness", changed), 0.02);
        Assert.Equal(Value("true-peak", clip) + db, Value("true-peak", changed), 0.01);
        Assert.Equal(Value("bandwidth", clip), Value("bandwidth", changed));
    }

    private static IClipMetric Metric(string id) => LevelMetrics.All.Single(metric => metric.Info.Id == id);

    private static double Value(string id, AudioClip clip) => MetricRegistry.Measure(Metric(id), new MetricInput(clip)) is { Value: { } value } ? value : double.NaN;
}
