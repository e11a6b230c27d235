using SpeechScoop.Audio.Metrics;
using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Tests.Metrics;

/// <summary>What every metric keeps to, whatever it measures.</summary>
public sealed class MetricPropertyTests
{
    private static readonly AudioClip Clean = SpeechLike.Clip(1);

    public static TheoryData<string> Comparing => [.. MetricRegistry.BuiltIn.Where(metric => metric.Info.Needs == MetricNeeds.Reference).Select(metric => metric.Info.Id)];

    /// <summary>Pitch is found or not: noise does not make it wrong little by little.</summary>
    public static TheoryData<string> Judging =>
        [.. MetricRegistry.BuiltIn.Where(metric => metric.Info is { Needs: MetricNeeds.Reference, Direction: not MetricDirection.Neutral, Group: not MetricGroup.Pitch }).Select(metric => metric.Info.Id)];

    public static TheoryData<string> All => [.. MetricRegistry.BuiltIn.Where(metric => !metric.Info.Needs.HasFlag(MetricNeeds.Text)).Select(metric => metric.Info.Id)];

    [Theory]
    [MemberData(nameof(Comparing))]
    public void A_clip_against_itself_has_the_best_value(string id)
    {
        var value = Value(id, Clean);
        Assert.Equal(Metric(id).Info.Identity, double.IsFinite(value) ? Math.Round(value, 9) : value);
    }

    [Theory]
    [MemberData(nameof(Judging))]
    public void More_noise_is_worse(string id)
    {
        var values = new[] { 0, 0.003f, 0.01f, 0.03f, 0.1f, 0.3f }.Select(gain => Value(id, SpeechLike.WithNoise(Clean, gain, seed: 7))).ToArray();
        var sign = Metric(id).Info.Direction == MetricDirection.HigherIsBetter ? 1 : -1;
        for (var i = 1; i < values.Length; i++) Assert.True(sign * values[i] <= sign * values[i - 1], $"{id}: {string.Join(", ", values)}");
        Assert.True(sign * values[^1] < sign * values[0], $"{id}: {string.Join(", ", values)}");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Empty_and_broken_clips_are_refused(string id)
    {
        var broken = Clean.Channel(0).ToArray();
        broken[^1] = float.NaN;
        Assert.Contains("no samples", Refusal(id, new AudioClip(16_000, [[]]), Clean), StringComparison.Ordinal);
        Assert.Contains("no number", Refusal(id, new AudioClip(16_000, broken), Clean), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Comparing))]
    public void What_cannot_be_compared_is_refused(string id)
    {
        var silence = new AudioClip(16_000, new float[Clean.Length]);
        Assert.Contains("reference", Refusal(id, Clean, null), StringComparison.Ordinal);
        Assert.Contains("silent", Refusal(id, silence, Clean), StringComparison.Ordinal);
        Assert.Contains("silent", Refusal(id, Clean, silence), StringComparison.Ordinal);
        Assert.Contains("resample", Refusal(id, new AudioClip(24_000, Clean.Channel(0).ToArray()), Clean), StringComparison.Ordinal);
        var half = new AudioClip(16_000, Clean.Channel(0)[..(Clean.Length / 2)].ToArray());
        if (!Metric(id).Info.AlignsItself) Assert.Contains("cut both", Refusal(id, half, Clean), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_single_sample_is_a_value_or_a_reason_but_no_crash(string id)
    {
        var one = new AudioClip(16_000, [0.5f]);
        var value = MetricRegistry.Measure(Metric(id), new MetricInput(one, one, "a"));
        Assert.True(value.Value is null != value.NotValid is null);
    }

    [Theory]
    [InlineData("si-sdr")]
    [InlineData("si-sdr-zero-mean")]
    [InlineData("stoi")]
    [InlineData("estoi")]
    public void A_gain_does_not_matter(string id)
    {
        var noisy = SpeechLike.WithNoise(Clean, 0.05f, seed: 3);
        var softer = new AudioClip(16_000, [.. noisy.Channel(0).ToArray().Select(x => x / 4)]);
        Assert.Equal(Value(id, noisy), Value(id, softer), 1e-9);
    }

    [Theory]
    [InlineData("lsd")]
    [InlineData("mr-stft")]
    [InlineData("stft-distance")]
    [InlineData("mel-distance")]
    [InlineData("mel-distance-dac")]
    [InlineData("log-mel-l1")]
    public void Polarity_does_not_matter(string id) =>
        Assert.Equal(0, Value(id, new AudioClip(16_000, [.. Clean.Channel(0).ToArray().Select(x => -x)])), 1e-12);

    private static IClipMetric Metric(string id) => MetricRegistry.BuiltIn.Single(metric => metric.Info.Id == id);

    private static double Value(string id, AudioClip clip)
    {
        var measured = MetricRegistry.Measure(Metric(id), new MetricInput(clip, Clean, "a"));
        return measured.Value ?? throw new InvalidOperationException(measured.NotValid);
    }

    private static string Refusal(string id, AudioClip clip, AudioClip? reference) =>
        MetricRegistry.Measure(Metric(id), new MetricInput(clip, reference, "a")).NotValid ?? throw new InvalidOperationException($"{id} refused nothing");
}
