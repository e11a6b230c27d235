using Dapper;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Storage.Tests.ListeningTests;

public sealed class ListeningTestStoreTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new();

    private ListeningTestStore Tests => new(temporary.Database);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task A_test_comes_back_as_it_was_stored_after_a_restart()
    {
        var test = await StoredTest.CreateAsync(temporary.Database, title: "naïve 😀 <b>markup</b>");
        temporary.Reopen();
        Assert.Equal(test, (await Tests.FindAsync(test.Id)).Value);
        Assert.Equal([test], (await Tests.ListAsync()).Value);
        Assert.Equal((ListeningTestStatus.Open, "{\"seed\":1}", new string('a', 64)), (test.Status, test.Definition, test.Hash));
    }

    [Fact]
    public async Task A_published_test_is_not_saved_nor_published_again_nor_deleted()
    {
        var test = await StoredTest.CreateAsync(temporary.Database);
        Assert.Equal("test-published", (await Tests.SaveDraftAsync(test.Id, "x", "{}", null, StoredTest.Noon)).Error?.Code);
        Assert.Equal("test-published", (await Tests.PublishAsync(test.Id, new string('b', 64), "{}", StoredTest.Noon)).Error?.Code);
        Assert.Equal("test-published", (await Tests.DeleteDraftAsync(test.Id)).Error?.Code);
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => temporary.Database.WriteAsync<int>(async (c, t) =>
            await c.ExecuteAsync("UPDATE listening_test SET definition = '{}'", transaction: t)));
        Assert.Equal(test, (await Tests.FindAsync(test.Id)).Value);
    }

    [Fact]
    public async Task A_test_closes_and_opens_again()
    {
        var test = await StoredTest.CreateAsync(temporary.Database);
        Assert.Equal("test-not-closed", (await Tests.ReopenAsync(test.Id, StoredTest.Noon)).Error?.Code);
        Assert.Equal(ListeningTestStatus.Closed, (await Tests.CloseAsync(test.Id, StoredTest.Noon)).Value.Status);
        Assert.Equal("test-not-open", (await Tests.CloseAsync(test.Id, StoredTest.Noon)).Error?.Code);
        var again = (await Tests.ReopenAsync(test.Id, StoredTest.Noon)).Value;
        Assert.Equal((ListeningTestStatus.Open, null, test.PublishedAt), (again.Status, again.ClosedAt, again.PublishedAt));
    }

    [Fact]
    public async Task A_new_version_is_a_draft_of_the_same_lineage()
    {
        var first = await StoredTest.CreateAsync(temporary.Database);
        var second = (await Tests.NewVersionAsync(first.Id, "second", StoredTest.Noon)).Value;
        Assert.Equal((2, first.Lineage, ListeningTestStatus.Draft, first.Definition, null), (second.Version, second.Lineage, second.Status, second.Definition, second.Hash));
        Assert.Equal(3, (await Tests.NewVersionAsync(first.Id, "third", StoredTest.Noon)).Value.Version);
        Assert.Equal([3, 2, 1], (await Tests.ListAsync()).Value.Select(test => test.Version));
    }

    [Fact]
    public async Task A_draft_is_deleted_with_its_previews()
    {
        var test = await StoredTest.CreateAsync(temporary.Database, publish: false);
        var session = await StoredTest.StartAsync(temporary.Database, await StoredTest.LinkAsync(temporary.Database, test.Id, preview: true));
        Assert.Null((await new ListeningRatingStore(temporary.Database).AddAsync(StoredTest.Rating(session))).Error);
        Assert.Null((await Tests.DeleteDraftAsync(test.Id)).Error);
        Assert.IsType<Error.NotFound>((await Tests.FindAsync(test.Id)).Error);
        Assert.IsType<Error.NotFound>((await Tests.DeleteDraftAsync(test.Id)).Error);
    }
}
