using SpeechScoop.Audio.Metrics;
using SpeechScoop.Audio.Metrics.Visqol;
using SpeechScoop.Audio.Resampling;
using SpeechScoop.Audio.Tests.Signals;
using SpeechScoop.Metrics;
using SpeechScoop.Tests;

namespace SpeechScoop.Audio.Tests.Metrics.Visqol;

public sealed class VisqolMetricsTests
{
    private static readonly AudioClip Speech = new(48_000, TestSpeech.Make(3, 2 * 48_000, 48_000));
    private static readonly AudioClip Noisy = new(48_000, [.. Speech.Channel(0).ToArray().Zip(TestSpeech.Noise(4, Speech.Length), (x, n) => x + (0.1f * n))]);
    private static readonly VisqolSpeechMetric SpeechMetric = new();

    [Fact]
    public void A_clip_beside_itself_gets_what_the_metric_says_of_identity()
        => Assert.Equal(SpeechMetric.Info.Identity!.Value, SpeechMetric.Measure(new MetricInput(Speech, Speech)).Value!.Value, 1e-9);

    [Fact]
    public void Clips_of_another_rate_are_judged_at_16_kHz()
    {
        var wide = SpeechMetric.Measure(new MetricInput(Noisy, Speech)).Value!.Value;
        var narrow = SpeechMetric.Measure(new MetricInput(Resample.To(Noisy, 16_000), Resample.To(Speech, 16_000))).Value!.Value;
        Assert.Equal(narrow, wide, 1e-12);
        Assert.InRange(wide, 1.2, 4.8);
    }

    [Fact]
    public void Channels_are_averaged()
    {
        var stereo = new AudioClip(48_000, Noisy.Channel(0).ToArray(), Noisy.Channel(0).ToArray());
        Assert.Equal(SpeechMetric.Measure(new MetricInput(Noisy, Speech)).Value!.Value, SpeechMetric.Measure(new MetricInput(stereo, Speech)).Value!.Value, 1e-9);
    }

    [Fact]
    public void Clips_of_different_rates_are_refused_with_both_rates()
    {
        var measured = SpeechMetric.Measure(new MetricInput(Resample.To(Noisy, 24_000), Speech));
        Assert.Null(measured.Value);
        Assert.Contains("24000", measured.NotValid, StringComparison.Ordinal);
        Assert.Contains("48000", measured.NotValid, StringComparison.Ordinal);
    }

    [Fact]
    public void Audio_mode_says_which_model_it_lacks_or_what_is_wrong_with_it()
    {
        var without = new VisqolAudioMetric(null).Measure(new MetricInput(Noisy, Speech));
        Assert.Contains("SpeechScoop__VisqolModel", without.NotValid, StringComparison.Ordinal);
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "svm_type nu_svr\n");
        Assert.Contains(path, new VisqolAudioMetric(path).Measure(new MetricInput(Noisy, Speech)).NotValid, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public void Audio_mode_ranks_a_clip_before_its_noisy_copy()
    {
        var metric = new VisqolAudioMetric(SharedMaterial.PathTo("golden", "visqol", "libsvm_nu_svr_model.txt"));
        var equal = metric.Measure(new MetricInput(Speech, Speech)).Value!.Value;
        Assert.Equal(4.732101253042348, equal, 1e-9);
        Assert.InRange(metric.Measure(new MetricInput(Noisy, Speech)).Value!.Value, 1, equal - 0.1);
    }

    [Fact]
    public void Both_modes_are_in_the_registry_and_find_moments_themselves()
    {
        var registry = new MetricRegistry(MetricRegistry.BuiltInWith(null));
        Assert.All(["visqol-speech", "visqol-audio"], id => Assert.True(registry.Find(id)!.Info.AlignsItself));
        var longer = new AudioClip(48_000, [.. new float[24_000], .. Speech.Channel(0)]);
        Assert.InRange(MetricRegistry.Measure(SpeechMetric, new MetricInput(longer, Speech)).Value!.Value, 4.9, 5);
        Assert.Contains("16,000", MetricRegistry.Measure(SpeechMetric, new MetricInput(Resample.To(Speech, 8_000), Resample.To(Speech, 8_000))).NotValid, StringComparison.Ordinal);
        Assert.Contains("music", MetricRegistry.Measure(SpeechMetric, new MetricInput(Speech, Speech, Domain: SoundDomain.Music)).NotValid, StringComparison.Ordinal);
    }
}
