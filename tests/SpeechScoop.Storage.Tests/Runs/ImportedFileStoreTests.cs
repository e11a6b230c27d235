using System.Security.Cryptography;
using System.Text;
using SpeechScoop.Datasets;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Storage.Systems;

namespace SpeechScoop.Storage.Tests.Runs;

public sealed class ImportedFileStoreTests
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("ünïque line\r\n", 5_000)));

    private static async Task<Run> ImportAsync(Database database, params PackedFile[] files)
    {
        await new SystemStore(database).NoteAsync([StoredTrial.System("import:bolt") with { Kind = RunKind.Recognition.Systems() }]);
        var (dataset, _) = await StoredRun.DatasetAsync(database, 1, "calls", DatasetKind.Recordings);
        var run = new Run
        {
            Id = StoredRun.NewId(), DatasetId = dataset.Id, Kind = RunKind.Recognition, Title = "Imported", Status = RunStatus.Done, Seed = 1, Imported = true, CreatedAt = StoredRun.Noon,
            Plan = new RunPlan { Conditions = [new RunCondition("import:bolt")] }.Write(),
        };
        Assert.Null((await new RunStore(database).CreateAsync(run, [], files)).Error);
        return run;
    }

    [Fact]
    public async Task Files_come_back_byte_for_byte_in_their_order_and_take_less_room()
    {
        using var temporary = new TemporaryDatabase();
        var packed = PackedFile.Of("acme/calls.csv", Content);
        Assert.True(packed.Content.Length < Content.Length / 10);
        var run = await ImportAsync(temporary.Database, packed, PackedFile.Of("empty.txt", default));
        var store = new ImportedFileStore(temporary.Database);
        var listed = (await store.OfRunAsync(run.Id)).Value;
        Assert.Equal([("acme/calls.csv", Content.Length), ("empty.txt", 0)], listed.Select(file => (file.Name, (int)file.Bytes)));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Content)), listed[0].Sha256);
        Assert.Equal(Content, (await store.FindAsync(run.Id, 0)).Value.Unpack());
        Assert.Empty((await store.FindAsync(run.Id, 1)).Value.Unpack());
    }

    [Fact]
    public async Task They_go_with_their_run_and_a_missing_one_is_named()
    {
        using var temporary = new TemporaryDatabase();
        var run = await ImportAsync(temporary.Database, PackedFile.Of("calls.csv", Content));
        var store = new ImportedFileStore(temporary.Database);
        Assert.Contains("No file 7", (await store.FindAsync(run.Id, 7)).Error!.Message, StringComparison.Ordinal);
        Assert.Null((await new RunStore(temporary.Database).DeleteAsync(run.Id)).Error);
        Assert.Empty((await store.OfRunAsync(run.Id)).Value);
    }
}
