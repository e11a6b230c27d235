using System.Text.Json;
using SpeechScoop.Audio.Files;
using SpeechScoop.Tests;

namespace SpeechScoop.Audio.Tests.Metrics;

/// <summary>Pairs of recordings with values that other programs gave them; none of it is part of the repository.</summary>
internal static class GoldenPairs
{
    /// <summary>Calls with the reference, the degraded clip and the pair's values, for each pair whose files are at hand.</summary>
    public static void ForEach(Action<AudioClip, AudioClip, JsonElement> check)
    {
        var folder = SharedMaterial.PathTo("golden");
        using var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "golden_signal_metrics.json")));
        var compared = 0;
        foreach (var pair in golden.RootElement.GetProperty("pairs").EnumerateArray())
        {
            var (reference, degraded) = (Path.Combine(folder, pair.GetProperty("ref").GetString()!), Path.Combine(folder, pair.GetProperty("deg").GetString()!));
            if (!File.Exists(reference) || !File.Exists(degraded)) continue;
            check(WavReader.Read(File.ReadAllBytes(reference)).Value, WavReader.Read(File.ReadAllBytes(degraded)).Value, pair);
            compared++;
        }
        Assert.True(compared >= 20, $"only {compared} pairs were found");
    }

    /// <summary>Asserts that a value is the golden one.</summary>
    public static void Agree(this JsonElement pair, string key, double actual, double tolerance) =>
        Assert.True(Math.Abs(pair.GetProperty(key).GetDouble() - actual) <= tolerance,
            $"{pair.GetProperty("deg")}: {key} is {pair.GetProperty(key).GetDouble()}, measured {actual}");
}
