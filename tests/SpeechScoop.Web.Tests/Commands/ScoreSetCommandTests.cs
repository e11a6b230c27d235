using System.Text.Json;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;

namespace SpeechScoop.Web.Tests.Commands;

public sealed class ScoreSetCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scoop-sets-").FullName;

    private Executable Scoop => new Executable().With("SpeechScoop__DataPath", folder).With("SpeechScoop__ModelsPath", Path.Combine(folder, "no-models"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Folders_of_a_kind_lie_nearer_than_folders_of_different_kinds()
    {
        var (tones, others, noise) = (Tones("tones", 1), Tones("others", 2), Noise("noise"));
        var (identity, same, different) = (await Compare(tones, tones), await Compare(tones, others), await Compare(tones, noise, "--outliers", "2"));
        Assert.Equal(0, Value(identity, "frechet"), 1e-6);
        Assert.True(Value(same, "frechet") < Value(different, "frechet"));
        Assert.True(Value(same, "mmd") < Value(different, "mmd"));
        Assert.Equal("log-mel-stats", same.GetProperty("embedding").GetString());
        Assert.Equal(8, same.GetProperty("a").GetProperty("clips").GetInt32());
        // 8 vectors of 48 values: a distance with warnings, and nothing to extrapolate.
        Assert.Contains("at least 98", same.GetProperty("metrics").GetProperty("fad-inf").GetProperty("notValid").GetString(), StringComparison.Ordinal);
        Assert.Equal(6, same.GetProperty("warnings").GetArrayLength());
        Assert.Equal("dB²", same.GetProperty("metrics").GetProperty("frechet").GetProperty("unit").GetString());
        Assert.True(different.GetProperty("metrics").GetProperty("mmd").GetProperty("p").GetDouble() < 0.01);
        Assert.Equal(2, different.GetProperty("outliers").GetArrayLength());
    }

    [Fact]
    public async Task Files_of_embeddings_are_compared_without_audio_and_never_with_a_folder()
    {
        var file = Path.Combine(folder, "a.csv");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, 12).Select(i => FormattableString.Invariant($"clip{i},{i},{i * i % 7}")));
        Assert.Equal(0, Value(await Compare(file, file), "frechet"), 1e-9);
        var (exitCode, _, error) = await Scoop.RunAsync("score", "set", "--a", file, "--b", Tones("tones", 1));
        Assert.Equal(1, exitCode);
        Assert.Contains("embeddings-differ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clip_that_cannot_be_read_is_left_out_by_name()
    {
        var tones = Tones("tones", 1);
        await File.WriteAllTextAsync(Path.Combine(tones, "broken.wav"), "no audio");
        await File.WriteAllTextAsync(Path.Combine(tones, "notes.txt"), "no audio either");
        var skipped = Assert.Single((await Compare(tones, Tones("others", 2))).GetProperty("a").GetProperty("skipped").EnumerateArray());
        Assert.Equal("broken.wav", skipped.GetProperty("file").GetString());
    }

    [Fact]
    public async Task Sets_that_cannot_be_compared_are_refused_with_the_cure()
    {
        var empty = Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName;
        var tones = Tones("tones", 1);
        Assert.Contains("no audio files", await Refused(tones, empty), StringComparison.Ordinal);
        Assert.Contains("no folder", await Refused(tones, Path.Combine(folder, "nowhere")), StringComparison.Ordinal);
        Assert.Contains("Known are log-mel-stats", await Refused(tones, tones, "--embedding", "vggish"), StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(tones).Skip(1)) File.Delete(file);
        Assert.Contains("at least 2", await Refused(tones, tones), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speakers_who_sound_apart_are_told_apart()
    {
        var speakers = Path.Combine(folder, "speakers");
        Tones(Path.Combine("speakers", "a"), 1);
        Noise(Path.Combine("speakers", "b"));
        var (exitCode, output, _) = await Scoop.RunAsync("score", "speakers", speakers, "--json");
        Assert.Equal(0, exitCode);
        var found = JsonDocument.Parse(output).RootElement;
        Assert.Equal(2, found.GetProperty("speakers").GetInt32());
        Assert.Equal(64, found.GetProperty("impostor").GetInt32());
        Assert.True(found.GetProperty("equalErrorRate").GetDouble() < 0.3);

        (exitCode, _, var error) = await Scoop.RunAsync("score", "speakers", Path.Combine(speakers, "a"));
        Assert.Equal(1, exitCode);
        Assert.Contains("at least 2 speakers", error, StringComparison.Ordinal);
    }

    private async Task<JsonElement> Compare(string a, string b, params string[] more)
    {
        var (exitCode, output, error) = await Scoop.RunAsync(["score", "set", "--a", a, "--b", b, "--json", .. more]);
        Assert.True(exitCode == 0, error);
        return JsonDocument.Parse(output).RootElement;
    }

    private async Task<string> Refused(string a, string b, params string[] more)
    {
        var (exitCode, _, error) = await Scoop.RunAsync(["score", "set", "--a", a, "--b", b, .. more]);
        Assert.Equal(1, exitCode);
        return error;
    }

    private static double Value(JsonElement compared, string metric) => compared.GetProperty("metrics").GetProperty(metric).GetProperty("value").GetDouble();

    private string Tones(string name, int seed)
    {
        var random = new SeededRandom(seed);
        return Write(name, () =>
        {
            var hertz = 200 * Math.Pow(10, random.NextDouble());
            return i => 0.3 * Math.Sin(2 * Math.PI * hertz * i / 16_000);
        });
    }

    private string Noise(string name)
    {
        var random = new SeededRandom(3);
        return Write(name, () => _ => 0.3 * (random.NextDouble() - 0.5));
    }

    private string Write(string name, Func<Func<int, double>> clip)
    {
        var path = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        for (var n = 0; n < 8; n++)
        {
            var sample = clip();
            File.WriteAllBytes(Path.Combine(path, $"{n}.wav"), WavWriter.ToBytes(new AudioClip(16_000, [.. Enumerable.Range(0, 17_000).Select(i => (float)sample(i))])));
        }
        return path;
    }
}
