using System.Text.Json;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;

namespace SpeechScoop.Web.Tests.Commands;

public sealed class ScoreCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scoop-score-").FullName;

    private Executable Scoop => new Executable().With("SpeechScoop__DataPath", folder).With("SpeechScoop__ModelsPath", folder);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_pair_is_measured_by_the_metrics_that_were_named()
    {
        var (clean, noisy) = (Write("clean.wav", Voice(0)), Write("noisy.wav", Voice(0.01f)));
        var (exitCode, output, _) = await Scoop.RunAsync("score", "audio", "--ref", clean, "--deg", noisy, "--metrics", "stoi,snr", "--metrics", "si-sdr", "--json");
        Assert.Equal(0, exitCode);
        var metrics = JsonDocument.Parse(output).RootElement.GetProperty("metrics");
        Assert.Equal(["stoi", "snr", "si-sdr"], metrics.EnumerateObject().Select(metric => metric.Name));
        Assert.InRange(metrics.GetProperty("stoi").GetProperty("value").GetDouble(), 0.1, 0.9);
        Assert.InRange(metrics.GetProperty("snr").GetProperty("value").GetDouble(), 10, 30);
        Assert.Equal("dB", metrics.GetProperty("snr").GetProperty("unit").GetString());
        Assert.Equal("pystoi-0.4.1", metrics.GetProperty("stoi").GetProperty("version").GetString());
        Assert.False(metrics.GetProperty("stoi").TryGetProperty("notValid", out _));
    }

    [Fact]
    public async Task An_infinite_value_is_a_word_and_an_invalid_one_a_reason()
    {
        var clean = Write("clean.wav", Voice(0));
        var (exitCode, output, _) = await Scoop.RunAsync("score", "audio", "--ref", clean, "--deg", clean, "--metrics", "snr,stoi", "--domain", "animal", "--json");
        Assert.Equal(0, exitCode);
        var metrics = JsonDocument.Parse(output).RootElement.GetProperty("metrics");
        Assert.Equal("Infinity", metrics.GetProperty("snr").GetProperty("value").GetString());
        Assert.Contains("animal", metrics.GetProperty("stoi").GetProperty("notValid").GetString(), StringComparison.Ordinal);
        Assert.False(metrics.GetProperty("stoi").TryGetProperty("value", out _));
    }

    [Fact]
    public async Task Without_a_reference_only_metrics_that_need_none_are_computed()
    {
        var (exitCode, output, _) = await Scoop.RunAsync("score", "audio", "--deg", Write("clean.wav", Voice(0)), "--json");
        Assert.Equal(0, exitCode);
        var metrics = JsonDocument.Parse(output).RootElement.GetProperty("metrics");
        Assert.True(metrics.TryGetProperty("loudness", out _));
        Assert.False(metrics.TryGetProperty("snr", out _));
    }

    [Fact]
    public async Task The_model_of_ViSQOLs_audio_mode_comes_from_an_option_or_the_setting()
    {
        var clean = Write("clean48.wav", [.. Voice(0), .. Voice(0), .. Voice(0), .. Voice(0)], 48_000);
        var model = Path.Combine(folder, "model.txt");
        await File.WriteAllTextAsync(model, $"svm_type nu_svr\nkernel_type rbf\ngamma 1\ntotal_sv 1\nrho -3.5\nSV\n1 {string.Join(' ', Enumerable.Range(1, 32).Select(i => $"{i}:1"))}\n", TestContext.Current.CancellationToken);
        string[] arguments = ["score", "audio", "--ref", clean, "--deg", clean, "--metrics", "visqol-audio", "--json"];
        Assert.Contains("SpeechScoop__VisqolModel", (await Measure(Scoop, arguments)).GetProperty("notValid").GetString(), StringComparison.Ordinal);
        Assert.Equal(4.5, (await Measure(Scoop.With("SpeechScoop__VisqolModel", model), arguments)).GetProperty("value").GetDouble(), 1e-6);
        Assert.Equal(4.5, (await Measure(Scoop, [.. arguments, "--visqol-model", model])).GetProperty("value").GetDouble(), 1e-6);

        static async Task<JsonElement> Measure(Executable scoop, string[] arguments)
        {
            var (exitCode, output, _) = await scoop.RunAsync(arguments);
            Assert.Equal(0, exitCode);
            return JsonDocument.Parse(output).RootElement.GetProperty("metrics").GetProperty("visqol-audio").Clone();
        }
    }

    [Fact]
    public async Task Mistakes_are_named_with_their_cure()
    {
        var clean = Write("clean.wav", Voice(0));
        var broken = Voice(0);
        broken[100] = float.NaN;
        (string[] Arguments, string[] Parts)[] mistakes =
        [
            (["--deg", clean, "--metrics", "stoy"], ["stoy", "stoi"]),
            (["--deg", Path.Combine(folder, "absent.wav")], ["absent.wav", "Check the path"]),
            (["--deg", clean, "--ref", Write("broken.wav", broken)], ["broken.wav", "no numbers"]),
        ];
        foreach (var (arguments, parts) in mistakes)
        {
            var (exitCode, output, error) = await Scoop.RunAsync(["score", "audio", .. arguments]);
            Assert.NotEqual(0, exitCode);
            Assert.Empty(output);
            Assert.All(parts, part => Assert.Contains(part, error, StringComparison.Ordinal));
            Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_metrics_are_listed_with_their_validity()
    {
        var (exitCode, output, _) = await Scoop.RunAsync("score", "metrics", "--json");
        Assert.Equal(0, exitCode);
        var stoi = JsonDocument.Parse(output).RootElement.EnumerateArray().Single(metric => metric.GetProperty("id").GetString() == "stoi");
        Assert.Equal(["reference"], stoi.GetProperty("needs").EnumerateArray().Select(need => need.GetString()));
        Assert.Equal(48_000, stoi.GetProperty("validity").GetProperty("highestSampleRate").GetInt32());
        Assert.Equal("speech", stoi.GetProperty("validity").GetProperty("domains")[0].GetString());
        Assert.Equal("higher-is-better", stoi.GetProperty("direction").GetString());
    }

    private string Write(string name, float[] samples, int sampleRate = 16_000)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, WavWriter.ToBytes(new AudioClip(sampleRate, samples), WavFormat.Float32));
        return path;
    }

    private static float[] Voice(float noise)
    {
        var random = new SeededRandom(3);
        return [.. Enumerable.Range(0, 16_000).Select(i =>
            (float)((0.2 * Math.Sin(i * 0.05) * Math.Abs(Math.Sin(i * 0.001))) + (0.1 * Math.Sin(i * 0.31))) + (noise * (float)((2 * random.NextDouble()) - 1)))];
    }
}
