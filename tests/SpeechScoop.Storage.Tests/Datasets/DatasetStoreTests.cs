using SpeechScoop.Datasets;
using SpeechScoop.Storage.Datasets;

namespace SpeechScoop.Storage.Tests.Datasets;

public sealed class DatasetStoreTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new();

    public void Dispose() => temporary.Dispose();

    private DatasetStore Store => new(temporary.Database);

    [Fact]
    public async Task A_dataset_is_found_by_id_and_by_name_with_its_counts()
    {
        var (dataset, _) = await StoredRun.DatasetAsync(temporary.Database, 3, "rooms", DatasetKind.Recordings);
        foreach (var asked in new[] { dataset.Id, "rooms" })
        {
            var found = (await Store.FindAsync(asked)).Value;
            Assert.Equal((dataset.Id, 3, 3, 6.0, 0), (found.Id, found.Items, found.Texts, found.Seconds, found.Runs));
        }
        var error = Assert.IsType<Error.NotFound>((await Store.FindAsync("nowhere")).Error);
        Assert.Contains("nowhere", error.Message);
    }

    [Fact]
    public async Task A_name_is_taken_once_and_nothing_of_the_second_is_stored()
    {
        await StoredRun.DatasetAsync(temporary.Database, 2, "rooms");
        var second = new Dataset { Id = StoredRun.NewId(), Name = "rooms", Kind = DatasetKind.Prompts, CreatedAt = StoredRun.Noon };
        var error = Assert.IsType<Error.Conflict>((await Store.CreateAsync(second, [new DatasetItem { Id = "x", DatasetId = second.Id, Key = "k", Position = 0, Text = "t" }])).Error);
        Assert.Contains("rooms", error.Message);
        Assert.Single((await Store.ListAsync()).Value);
    }

    [Fact]
    public async Task Pages_follow_each_other_and_a_search_finds_key_text_speaker_and_attributes()
    {
        var (dataset, items) = await StoredRun.DatasetAsync(temporary.Database, 25);
        var (total, page) = (await Store.PageAsync(dataset.Id, 20, 10)).Value;
        Assert.Equal(25, total);
        Assert.Equal(items.Skip(20).Select(item => item.Key), page.Select(item => item.Key));
        Assert.Equal(12, (await Store.PageAsync(dataset.Id, 0, 10, "BOB")).Value.Total);
        Assert.Equal(1, (await Store.PageAsync(dataset.Id, 0, 10, "text 24")).Value.Total);
        Assert.Equal(25, (await Store.PageAsync(dataset.Id, 0, 10, "speech")).Value.Total);
        Assert.Equal(0, (await Store.PageAsync(dataset.Id, 0, 10, "%")).Value.Total);
    }

    [Fact]
    public async Task Items_come_back_as_they_were_stored()
    {
        var (dataset, items) = await StoredRun.DatasetAsync(temporary.Database, 3, kind: DatasetKind.Recordings);
        Assert.Equal(items, (await Store.ItemsAsync(dataset.Id)).Value);
        Assert.Equal(2, (await Store.FindItemAsync(items[1].Id)).Value.Seconds);
        Assert.IsType<Error.NotFound>((await Store.FindItemAsync("nothing")).Error);
    }

    [Fact]
    public async Task A_dataset_goes_only_when_no_run_uses_it()
    {
        var run = await StoredRun.CreateAsync(temporary.Database);
        var error = Assert.IsType<Error.Conflict>((await Store.DeleteAsync(run.DatasetId)).Error);
        Assert.Contains(run.Title, error.Message);
        var (free, _) = await StoredRun.DatasetAsync(temporary.Database, 2, "free");
        Assert.Equal(free.Id, (await Store.DeleteAsync(free.Id)).Value);
        Assert.IsType<Error.NotFound>((await Store.DeleteAsync(free.Id)).Error);
    }
}
