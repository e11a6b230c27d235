using System.Text.Json;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.Audio.Metrics.Cepstrum;
using SpeechScoop.Audio.Tests.Metrics.Pitch;
using SpeechScoop.Audio.Tests.Signals;
using SpeechScoop.Metrics;
using SpeechScoop.Tests;

namespace SpeechScoop.Audio.Tests.Metrics.Cepstrum;

public sealed class MelCepstralDistortionTests
{
    private static readonly string Folder = Path.Combine(SharedMaterial.RepositoryRoot, "tests", "SpeechScoop.Audio.Tests");
    private static readonly float[] Signal = WavReader.Read(File.ReadAllBytes(Path.Combine(Folder, "Features", "Golden", "signal.wav"))).Value.Channel(0).ToArray();

    private static MetricValue Measure(string id, AudioClip clip, AudioClip reference) =>
        MetricRegistry.Measure(CepstrumMetrics.All.Single(metric => metric.Info.Id == id), new MetricInput(clip, reference));

    private static AudioClip Speech(int seed, int length, int rate = 16_000) => new(rate, TestSpeech.Make(seed, length, rate));

    /// <summary>Expected values from Golden/make_mel_cepstral_distortion.py (numpy and scipy, double precision).</summary>
    [Fact]
    public void It_agrees_with_an_independent_computation_with_and_without_warping()
    {
        var variants = new Dictionary<string, float[]>
        {
            ["half"] = [.. Signal.Select(x => x / 2)],
            ["coarse"] = [.. Signal.Select(x => MathF.Floor((x * 16) + 0.5f) / 16)],
            ["noisy"] = [.. Signal.Select((x, i) => (float)(x + (0.01 * ((i * 7919 % 101 / 50.0) - 1))))],
            ["slow"] = [.. Enumerable.Range(0, Signal.Length * 5 / 4).Select(i => Signal[i * 4 / 5])],
            ["late"] = [.. new float[800], .. Signal],
        };
        using var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "Golden", "mel-cepstral-distortion.json")));
        Assert.Equal(variants.Count, golden.RootElement.GetArrayLength());
        foreach (var row in golden.RootElement.EnumerateArray())
        {
            var variant = variants[row.GetProperty("variant").GetString()!];
            Assert.Equal(row.GetProperty("mcd").GetDouble(), MelCepstralDistortion.Compute(variant, Signal, 16_000), 1e-4);
            Assert.Equal(row.GetProperty("warped").GetDouble(), MelCepstralDistortion.ComputeWarped(variant, Signal, 16_000), 1e-4);
        }
    }

    [Fact]
    public void It_agrees_with_every_golden_pair_at_hand()
    {
        var folder = SharedMaterial.PathTo("golden");
        using var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "golden_signal_metrics.json")));
        var (compared, largest) = (0, 0.0);
        foreach (var pair in golden.RootElement.GetProperty("pairs").EnumerateArray())
        {
            var (reference, degraded) = (Path.Combine(folder, pair.GetProperty("ref").GetString()!), Path.Combine(folder, pair.GetProperty("deg").GetString()!));
            if (!File.Exists(reference) || !File.Exists(degraded)) continue;
            var (x, y) = (WavReader.Read(File.ReadAllBytes(reference)).Value, WavReader.Read(File.ReadAllBytes(degraded)).Value);
            var value = MelCepstralDistortion.Compute(y.Channel(0), x.Channel(0), x.SampleRate);
            Assert.Equal(pair.GetProperty("mfcc_mcd_db").GetDouble(), value, 1e-4);
            largest = Math.Max(largest, Math.Abs(value - pair.GetProperty("mfcc_mcd_db").GetDouble()));
            compared++;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{compared} pairs, largest difference {largest:g3} dB");
        Assert.True(compared >= 15, $"only {compared} pairs were found");
    }

    [Fact]
    public void A_clip_is_at_no_distance_from_itself_and_order_does_not_matter()
    {
        var (a, b) = (Speech(1, 16_000), Speech(2, 16_000));
        Assert.Equal(0, Measure("mfcc-mcd", a, a).Value);
        Assert.Equal(0, Measure("mfcc-mcd-dtw", a, a).Value);
        Assert.Equal(Measure("mfcc-mcd", a, b).Value!.Value, Measure("mfcc-mcd", b, a).Value!.Value, 1e-9);
        Assert.Equal(Measure("mfcc-mcd-dtw", a, b).Value!.Value, Measure("mfcc-mcd-dtw", b, a).Value!.Value, 0.01);
        Assert.True(Measure("mfcc-mcd-dtw", a, b).Value < Measure("mfcc-mcd", a, b).Value);
    }

    [Fact]
    public void It_grows_with_noise()
    {
        var (speech, noise) = (Speech(3, 32_000), TestSpeech.Noise(4, 32_000));
        var values = new[] { 0.001f, 0.01f, 0.1f, 1 }.Select(gain =>
            Measure("mfcc-mcd", new AudioClip(16_000, [.. speech.Channel(0).ToArray().Select((x, i) => x + (gain * noise[i]))]), speech).Value!.Value).ToArray();
        Assert.Equal(values.Order(), values);
        Assert.True(values[0] < values[3] / 2);
    }

    [Fact]
    public void Level_does_not_matter_where_no_band_is_empty()
    {
        var (speech, other) = (new AudioClip(16_000, TestSpeech.Noise(5, 16_000)), new AudioClip(16_000, TestSpeech.Noise(6, 16_000)));
        Assert.Equal(Measure("mfcc-mcd", speech, other).Value!.Value, Measure("mfcc-mcd", Voices.Times(speech, 0.1f), other).Value!.Value, 1e-4);
    }

    [Fact]
    public void Warping_forgives_a_slower_voice()
    {
        var voice = Voices.Sing(1, t => Voices.Melody(t, 120), noise: 0.01);
        var slower = Voices.Sing(1.4, t => Voices.Melody(t / 1.4, 120), noise: 0.01);
        Assert.Contains("moment by moment", Measure("mfcc-mcd", slower, voice).NotValid, StringComparison.Ordinal);
        Assert.True(Measure("mfcc-mcd-dtw", slower, voice).Value < Measure("mfcc-mcd-dtw", slower, Speech(7, 16_000)).Value / 2);
    }

    [Fact]
    public void Warping_is_refused_beyond_a_minute_with_the_cure()
    {
        var long1 = new AudioClip(8_000, TestSpeech.Noise(8, 8_000 * 90));
        Assert.Contains("90 s", Measure("mfcc-mcd-dtw", long1, long1).NotValid, StringComparison.Ordinal);
        Assert.Contains("cut both", Measure("mfcc-mcd-dtw", long1, long1).NotValid, StringComparison.Ordinal);
        Assert.Equal(0, Measure("mfcc-mcd", long1, long1).Value);
    }

    [Fact]
    public void Too_short_and_silent_clips_are_refused()
    {
        var speech = Speech(9, 16_000);
        Assert.Contains("0.1 s", Measure("mfcc-mcd", Speech(9, 1_000), Speech(9, 1_000)).NotValid, StringComparison.Ordinal);
        Assert.Contains("silent", Measure("mfcc-mcd-dtw", new AudioClip(16_000, new float[16_000]), speech).NotValid, StringComparison.Ordinal);
        Assert.Contains("no number", Measure("mfcc-mcd", new AudioClip(16_000, [.. Enumerable.Repeat(float.NaN, 16_000)]), speech).NotValid, StringComparison.Ordinal);
    }
}
