using SpeechScoop.Datasets;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Clips;
using SpeechScoop.Storage.Datasets;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Storage.Systems;
using SpeechScoop.Systems;

namespace SpeechScoop.Storage.Tests;

/// <summary>Datasets and runs as they are stored.</summary>
internal static class StoredRun
{
    public static readonly DateTimeOffset Noon = StoredTrial.Noon;

    public static async Task<(Dataset Dataset, DatasetItem[] Items)> DatasetAsync(Database database, int items, string name = "set", DatasetKind kind = DatasetKind.Prompts)
    {
        var dataset = new Dataset { Id = NewId(), Name = name, Kind = kind, CreatedAt = Noon };
        var clip = kind is DatasetKind.Recordings ? await ClipAsync(database, name) : null;
        DatasetItem[] made = [.. Enumerable.Range(0, items).Select(i => new DatasetItem
        {
            Id = NewId(), DatasetId = dataset.Id, Key = $"item{i}", Position = i, Text = $"text {i}", Speaker = i % 2 == 0 ? "ann" : "bob",
            ClipSha256 = clip, Attributes = ItemAttributes.Write([new("domain", "speech")]),
        })];
        Assert.Null((await new DatasetStore(database).CreateAsync(dataset, made)).Error);
        return (dataset, made);
    }

    public static async Task<Run> CreateAsync(Database database, int items = 3, string[]? systems = null, int takes = 1, RunKind kind = RunKind.Synthesis, string name = "set", RunStatus status = RunStatus.Running)
    {
        systems ??= ["first", "second"];
        await new SystemStore(database).NoteAsync([.. systems.Select(id => StoredTrial.System(id) with { Kind = kind.Systems() })]);
        var (dataset, made) = await DatasetAsync(database, items, name, kind.Dataset());
        var run = new Run
        {
            Id = NewId(), DatasetId = dataset.Id, Kind = kind, Title = $"Run over {name}", Status = status, Seed = 7, CreatedAt = Noon,
            Plan = new RunPlan { Conditions = [.. systems.Select(system => new RunCondition(system))], Takes = takes }.Write(),
        };
        var position = 0;
        var outputs = made.SelectMany(item => systems.SelectMany(system => Enumerable.Range(0, takes).Select(take => new RunOutput
        {
            Id = NewId(), RunId = run.Id, ItemId = item.Id, Take = take, Position = position++, SystemId = system, Status = OutputStatus.Queued, CreatedAt = Noon,
        })));
        Assert.Null((await new RunStore(database).CreateAsync(run, outputs)).Error);
        return run;
    }

    public static string NewId() => Guid.CreateVersion7().ToString();

    private static async Task<string> ClipAsync(Database database, string name)
    {
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)));
        await new ClipStore(database).AddAsync(new StoredClip { Sha256 = sha256, Name = $"{name}.wav", SampleRate = 16_000, Channels = 1, Frames = 32_000, CreatedAt = Noon });
        return sha256;
    }
}
