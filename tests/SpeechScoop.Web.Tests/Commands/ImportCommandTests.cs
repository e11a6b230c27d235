using System.Text.Json;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;

namespace SpeechScoop.Web.Tests.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scoop-import-").FullName;

    private Executable Scoop => new Executable().With("SpeechScoop__DataPath", Path.Combine(folder, "data")).With("SpeechScoop__OwnerKey", null);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_webmushra_configuration_becomes_a_draft_with_the_audio_that_is_there()
    {
        Directory.CreateDirectory(Path.Combine(folder, "media", "audio"));
        var clip = new AudioClip(48_000, [.. Enumerable.Range(0, 4800).Select(i => MathF.Sin(i * 0.05f) / 2)]);
        await File.WriteAllBytesAsync(Path.Combine(folder, "media", "audio", "ref.wav"), WavWriter.ToBytes(clip, WavFormat.Pcm16));
        await File.WriteAllTextAsync(Path.Combine(folder, "media", "audio", "broken.wav"), "no audio");
        await File.WriteAllTextAsync(Path.Combine(folder, "test.yaml"), """
            testname: Imported
            pages:
              - {type: mushra, id: m1, name: One, showConditionNames: true, reference: configs/audio/ref.wav, createAnchor35: true, stimuli: {C1: configs/audio/broken.wav, C2: ../../etc/passwd}}
              - {type: spatial, id: s}
            """);

        var (exitCode, output, error) = await Scoop.RunAsync("import", "listening-test", Path.Combine(folder, "test.yaml"), "--media", Path.Combine(folder, "media"), "--seed", "5", "--json");
        Assert.Equal((0, ""), (exitCode, error));
        var root = JsonDocument.Parse(output).RootElement;
        var trial = Assert.Single(root.GetProperty("trials").EnumerateArray());
        Assert.Equal(("m1", "mushra"), (trial.GetProperty("id").GetString(), trial.GetProperty("design").GetString()));
        Assert.Equal(["reference", "C1", "C2", "anchor35"], trial.GetProperty("stimuli").EnumerateArray().Select(stimulus => stimulus.GetProperty("id").GetString()!));
        Assert.Equal([true, false, false, false], trial.GetProperty("stimuli").EnumerateArray().Select(stimulus => stimulus.GetProperty("audio").GetString() is { Length: 64 }));
        Assert.Equal(["pages[0].showConditionNames", "pages[1]"], root.GetProperty("notCarriedOver").EnumerateArray().Select(note => note.GetProperty("place").GetString()!));
        Assert.Equal(["configs/audio/broken.wav", "../../etc/passwd"], root.GetProperty("missingAudio").EnumerateArray().Select(missing => missing.GetProperty("file").GetString()!));
        Assert.True(Guid.TryParse(root.GetProperty("id").GetString(), out _));
    }

    [Fact]
    public async Task Tables_of_the_p808_toolkit_are_taken_together()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "clips.csv"), "rating_clips\nx/a.wav\ny/a.wav\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "gold.csv"), "gold_clips,gold_clips_ans\ng.wav,5\n");
        var (exitCode, output, _) = await Scoop.RunAsync("import", "listening-test", Path.Combine(folder, "clips.csv"), Path.Combine(folder, "gold.csv"), "--design", "p835", "--json");

        Assert.Equal(0, exitCode);
        Assert.Equal(["x-a", "y-a", "gold-g"], JsonDocument.Parse(output).RootElement.GetProperty("trials").EnumerateArray().Select(trial => trial.GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task Malformed_files_are_refused_with_line_and_cure()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "bad.yaml"), "testname: T\npages: [1, 2\n");
        var (exitCode, output, error) = await Scoop.RunAsync("import", "listening-test", Path.Combine(folder, "bad.yaml"), "--json");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("error yaml-malformed: Line ", error, StringComparison.Ordinal);

        (exitCode, _, error) = await Scoop.RunAsync("import", "listening-test", Path.Combine(folder, "none.yaml"));
        Assert.Equal(1, exitCode);
        Assert.Contains("none.yaml", error, StringComparison.Ordinal);
    }
}
