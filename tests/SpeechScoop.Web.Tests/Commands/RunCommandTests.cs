using System.Text.Json;
using SpeechScoop.Audio.Files;
using SpeechScoop.Web.Commands;
using SpeechScoop.Web.Tests.Runs;

namespace SpeechScoop.Web.Tests.Commands;

public sealed class RunCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scoop run-").FullName;

    public RunCommandTests()
    {
        var clips = Directory.CreateDirectory(Path.Combine(folder, "clips")).FullName;
        for (var i = 1; i <= 2; i++) File.WriteAllBytes(Path.Combine(clips, $"c{i}.wav"), WavWriter.ToBytes(RunsClient.Bursts(3 + i), WavFormat.Pcm16));
        Directory.CreateDirectory(Path.Combine(folder, "models"));
    }

    private Executable Scoop => new Executable()
        .With("SpeechScoop__DataPath", Path.Combine(folder, "data")).With("SpeechScoop__ModelsPath", Path.Combine(folder, "models")).With("SpeechScoop__OwnerKey", null);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_dataset_is_imported_run_to_the_end_exported_and_answered_by_outputs_made_elsewhere()
    {
        var (exitCode, output, error) = await Scoop.RunAsync("import", "dataset", Path.Combine(folder, "clips"), "--name", "two clips", "--json");
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(2, JsonDocument.Parse(output).RootElement.GetProperty("items").GetInt32());

        (exitCode, output, error) = await Scoop.RunAsync("run", "--dataset", "two clips", "--system", "baseline/mu-law", "--setting", "bits=8", "--setting", "bits=4", "--metrics", "stoi,loudness", "--json");
        Assert.True(exitCode == 0, error);
        Assert.Contains("4 of 4 done", error);
        var root = JsonDocument.Parse(output).RootElement;
        Assert.Equal(("done", "reconstruction", 4), (root.GetProperty("run").GetProperty("status").GetString(), root.GetProperty("run").GetProperty("kind").GetString(), root.GetProperty("run").GetProperty("progress").GetProperty("measured").GetInt32()));
        Assert.Equal(2, root.GetProperty("summary").GetArrayLength());
        var id = root.GetProperty("run").GetProperty("id").GetString()!;

        (exitCode, output, _) = await Scoop.RunAsync("export", "run", id, "--format", "jsonl");
        Assert.Equal((0, 4), (exitCode, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));

        // What was made is a fine import of a system that was made elsewhere.
        var made = Directory.CreateDirectory(Path.Combine(folder, "Vendor")).FullName;
        File.Copy(Path.Combine(folder, "clips", "c1.wav"), Path.Combine(made, "c1.wav"));
        (exitCode, _, error) = await Scoop.RunAsync("import", "outputs", made, "--dataset", "two clips");
        Assert.Equal(1, exitCode);
        Assert.Contains("c2: Vendor has nothing for this item", error);
        (exitCode, output, error) = await Scoop.RunAsync("import", "outputs", made, "--dataset", "two clips", "--allow-missing", "--metrics", "loudness", "--json");
        Assert.True(exitCode == 1, error);
        Assert.Equal((1, 1), (JsonDocument.Parse(output).RootElement.GetProperty("run").GetProperty("progress").GetProperty("done").GetInt32(), JsonDocument.Parse(output).RootElement.GetProperty("summary")[0].GetProperty("failed").GetInt32()));
    }

    [Fact]
    public async Task What_cannot_run_says_why_and_a_run_that_is_over_stays_as_it_is()
    {
        var (exitCode, _, error) = await Scoop.RunAsync("run", "--dataset", "nowhere", "--system", "baseline/mu-law", "--setting", "bits=8");
        Assert.Equal(1, exitCode);
        Assert.StartsWith("error dataset-not-found: ", error, StringComparison.Ordinal);
        (exitCode, _, error) = await Scoop.RunAsync("run", "--resume", "nothing");
        Assert.Equal(1, exitCode);
        Assert.StartsWith("error run-not-found: ", error, StringComparison.Ordinal);
        (exitCode, _, error) = await Scoop.RunAsync("import", "dataset", Path.Combine(folder, "gone"), "--name", "n");
        Assert.Equal(1, exitCode);
        Assert.Contains("gone", error);
    }

    [Fact]
    public void A_setting_twice_makes_a_condition_for_each_value()
    {
        var combined = RunCommand.Combine(["codebooks=2", "codebooks=4", "rate=1.5", "words=yes, no"]).Value;
        Assert.Equal(["""{"codebooks":2,"rate":1.5,"words":["yes","no"]}""", """{"codebooks":4,"rate":1.5,"words":["yes","no"]}"""], combined.Select(settings => settings.ToJsonString()));
        Assert.Equal("setting-unreadable", RunCommand.Combine(["codebooks"]).Error!.Code);
    }
}
