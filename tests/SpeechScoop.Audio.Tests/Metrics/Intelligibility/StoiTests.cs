using System.Text.Json;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Metrics.Intelligibility;
using SpeechScoop.Tests;

namespace SpeechScoop.Audio.Tests.Metrics.Intelligibility;

public sealed class StoiTests
{
    [Fact]
    public void It_agrees_with_pystoi_on_every_golden_pair_at_hand()
    {
        var folder = SharedMaterial.PathTo("golden");
        using var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "golden_signal_metrics.json")));
        var compared = 0;
        foreach (var pair in golden.RootElement.GetProperty("pairs").EnumerateArray())
        {
            var (reference, degraded) = (Path.Combine(folder, pair.GetProperty("ref").GetString()!), Path.Combine(folder, pair.GetProperty("deg").GetString()!));
            if (!File.Exists(reference) || !File.Exists(degraded)) continue;
            var (x, y) = (WavReader.Read(File.ReadAllBytes(reference)).Value, WavReader.Read(File.ReadAllBytes(degraded)).Value);
            Assert.Equal(pair.GetProperty("stoi").GetDouble(), Stoi.Compute(x.Channel(0), y.Channel(0), x.SampleRate), 1e-6);
            Assert.Equal(pair.GetProperty("estoi").GetDouble(), Stoi.Compute(x.Channel(0), y.Channel(0), x.SampleRate, extended: true), 1e-5);
            compared++;
        }
        Assert.True(compared >= 15, $"only {compared} pairs were found");
    }

    [Fact]
    public void A_signal_is_as_intelligible_as_itself_and_noise_is_not()
    {
        var random = new SeededRandom(5);
        var speechLike = Enumerable.Range(0, 32_000).Select(i => (float)(Math.Sin(i * 0.09) * Math.Sin(i * 0.001) * random.NextDouble())).ToArray();
        var noise = Enumerable.Range(0, 32_000).Select(_ => (float)random.NextDouble() - 0.5f).ToArray();
        Assert.Equal(1, Stoi.Compute(speechLike, speechLike, 16_000), 1e-6);
        Assert.InRange(Stoi.Compute(speechLike, noise, 16_000), -0.2, 0.3);
    }

    [Fact]
    public void Too_little_speech_is_marked()
    {
        Assert.Equal(Stoi.TooShort, Stoi.Compute(new float[1000], new float[1000], 16_000));
        Assert.Equal(Stoi.TooShort, Stoi.Compute([], [], 16_000));
    }
}
