using System.Text.Json;
using SpeechScoop.Audio.Files;

namespace SpeechScoop.Web.Tests.Commands;

public sealed class SoundsCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scoop-sounds-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Sounds_are_written_with_a_manifest_that_tells_their_domains()
    {
        var made = Path.Combine(folder, "new", "sounds");
        var (exitCode, output, _) = await new Executable().RunAsync("sounds", "make", "--out", made, "--rate", "8000", "--count", "1", "--json");
        Assert.Equal(0, exitCode);
        var sounds = JsonDocument.Parse(output).RootElement.EnumerateArray().ToList();
        Assert.Equal(3, sounds.Count);
        var manifest = await File.ReadAllLinesAsync(Path.Combine(made, "manifest.csv"));
        Assert.Equal("file,key,domain,kind,generator", manifest[0]);
        Assert.Contains("impulses-1.wav,impulses-1,environment,impulses,test-sounds-1", manifest);
        foreach (var sound in sounds)
        {
            var clip = WavReader.Read(await File.ReadAllBytesAsync(Path.Combine(made, sound.GetProperty("file").GetString()!))).Value;
            Assert.Equal(8000, clip.SampleRate);
            Assert.Equal(3 * 8000, clip.Length);
        }
    }

    [Fact]
    public async Task A_rate_that_cannot_be_made_is_refused_and_nothing_is_written()
    {
        var made = Path.Combine(folder, "none");
        var (exitCode, _, error) = await new Executable().RunAsync("sounds", "make", "--out", made, "--rate", "400000");
        Assert.Equal(1, exitCode);
        Assert.Contains("192,000", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(made));
    }

    [Fact]
    public async Task Numbers_in_messages_are_English_on_a_machine_of_another_language()
    {
        var (_, _, error) = await new Executable().With("LC_ALL", "de_DE.UTF-8").RunAsync("sounds", "make", "--out", Path.Combine(folder, "none"), "--rate", "400000");
        Assert.Contains("192,000", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_a_file_is_refused_with_the_cure()
    {
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "");
        var (exitCode, _, error) = await new Executable().RunAsync("sounds", "make", "--out", file, "--rate", "8000", "--count", "1");
        Assert.Equal(3, exitCode);
        Assert.Contains("--out", error, StringComparison.Ordinal);
    }
}
