using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Storage.Tests.ListeningTests;

public sealed class ListeningSessionStoreTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new();

    private ListeningSessionStore Sessions => new(temporary.Database);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task Sessions_that_begin_at_once_get_different_numbers()
    {
        var link = await LinkAsync();
        var started = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => StoredTest.StartAsync(temporary.Database, link))));
        Assert.Equal(Enumerable.Range(0, 20), started.Select(session => session.Number).Order());
        Assert.All(started, session => Assert.Equal($"plan {session.Number}", session.Plan));
        Assert.Equal(started.OrderBy(session => session.Number), (await Sessions.OfTestAsync(link.TestId)).Value);
    }

    [Fact]
    public async Task Who_comes_again_gets_the_session_back()
    {
        var link = await LinkAsync();
        var session = await StoredTest.StartAsync(temporary.Database, link, "worker 7");
        Assert.Equal(session, await StoredTest.StartAsync(temporary.Database, link, "worker 7"));
        Assert.Equal(session, (await Sessions.FindByListenerAsync(link.TestId, "worker 7", preview: false)).Value);
        Assert.Null((await Sessions.FindByListenerAsync(link.TestId, "worker 8", preview: false)).Value);
        Assert.Equal(session, (await Sessions.FindAsync(session.Key)).Value);
    }

    [Fact]
    public async Task Previews_are_numbered_apart_and_never_listed()
    {
        var link = await LinkAsync();
        var preview = await StoredTest.StartAsync(temporary.Database, await StoredTest.LinkAsync(temporary.Database, link.TestId, preview: true));
        var session = await StoredTest.StartAsync(temporary.Database, link);
        Assert.Equal((0, 0), (preview.Number, session.Number));
        Assert.Equal([session], (await Sessions.OfTestAsync(link.TestId)).Value);
    }

    [Fact]
    public async Task A_link_or_a_test_takes_no_more_than_it_may()
    {
        var test = await StoredTest.CreateAsync(temporary.Database);
        var link = await StoredTest.LinkAsync(temporary.Database, test.Id, maximum: 1);
        var only = await StoredTest.StartAsync(temporary.Database, link);
        Assert.Equal("test-full", (await Sessions.StartAsync(StoredTest.Session(link), (_, _) => Task.FromResult<Result<string>>("plan"))).Error?.Code);
        var other = await StoredTest.LinkAsync(temporary.Database, test.Id);
        await Sessions.FinishAsync(only.Key, SessionOutcome.Completed, StoredTest.Noon);
        Assert.Equal("test-full", (await Sessions.StartAsync(StoredTest.Session(other), (_, _) => Task.FromResult<Result<string>>("plan"), maximumCompleted: 1)).Error?.Code);
        Assert.Null((await Sessions.StartAsync(StoredTest.Session(other), (_, _) => Task.FromResult<Result<string>>("plan"), maximumCompleted: 2)).Error);
    }

    [Fact]
    public async Task A_plan_that_cannot_be_made_leaves_no_session()
    {
        var link = await LinkAsync();
        var refused = new Error.Invalid("no-plan", "Refused on purpose.");
        Assert.Equal(refused, (await Sessions.StartAsync(StoredTest.Session(link), (_, _) => Task.FromResult<Result<string>>(refused))).Error);
        Assert.Empty((await Sessions.OfTestAsync(link.TestId)).Value);
    }

    [Fact]
    public async Task A_position_never_goes_back_and_an_end_stays()
    {
        var session = await StoredTest.StartAsync(temporary.Database, await LinkAsync());
        await Sessions.SetPositionAsync(session.Key, 3);
        Assert.Equal(3, (await Sessions.SetPositionAsync(session.Key, 2)).Value.Position);
        await Sessions.FinishAsync(session.Key, SessionOutcome.Declined, StoredTest.Noon);
        var ended = (await Sessions.FinishAsync(session.Key, SessionOutcome.Completed, StoredTest.Noon.AddHours(1))).Value;
        Assert.Equal((SessionOutcome.Declined, StoredTest.Noon), (ended.Outcome, ended.FinishedAt));
        Assert.Equal(3, (await Sessions.SetPositionAsync(session.Key, 9)).Value.Position);
    }

    private async Task<ListeningLink> LinkAsync() => await StoredTest.LinkAsync(temporary.Database, (await StoredTest.CreateAsync(temporary.Database)).Id);
}
