using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Storage.Tests.ListeningTests;

public sealed class ListeningResponseStoreTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new();

    private ListeningResponseStore Responses => new(temporary.Database);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task An_answer_moves_its_session_on_once()
    {
        var session = await StartAsync();
        var response = Response(session);
        Assert.Equal(1, (await Responses.AddAsync(response, session.Key, position: 1)).Value.Position);
        Assert.Equal(1, (await Responses.AddAsync(response, session.Key, position: 1)).Value.Position);
        Assert.Equal("response-exists", (await Responses.AddAsync(response with { Answers = "{\"x\":1}" }, session.Key, position: 1)).Error?.Code);
        Assert.Equal("page-passed", (await Responses.AddAsync(Response(session), session.Key, position: 1)).Error?.Code);
        Assert.Equal([response], (await Responses.OfSessionAsync(session.Id)).Value);
        Assert.Equal([response], (await Responses.OfTestAsync(session.TestId)).Value);
        Assert.Equal(response, (await Responses.FindAsync(response.Id)).Value);
    }

    [Fact]
    public async Task The_last_answer_ends_the_session_and_is_still_acknowledged_afterwards()
    {
        var session = await StartAsync();
        var response = Response(session);
        var ended = (await Responses.AddAsync(response, session.Key, position: 1, SessionOutcome.Completed)).Value;
        Assert.Equal((SessionOutcome.Completed, StoredTest.Noon, 1), (ended.Outcome, ended.FinishedAt, ended.Position));
        Assert.Equal(ended, (await Responses.AddAsync(response, session.Key, position: 1, SessionOutcome.Completed)).Value);
        Assert.Equal("session-finished", (await Responses.AddAsync(Response(session) with { Page = 1 }, session.Key)).Error?.Code);
    }

    [Fact]
    public async Task A_batch_of_events_is_stored_once()
    {
        var session = await StartAsync();
        var events = new ListeningEventStore(temporary.Database);
        var batch = new ListeningEvents { Id = Guid.CreateVersion7().ToString(), SessionId = session.Id, Events = "[]", CreatedAt = StoredTest.Noon };
        Assert.True((await events.AddAsync(batch)).Value);
        Assert.False((await events.AddAsync(batch with { Events = "[1]" })).Value);
        Assert.Equal([batch], (await events.OfTestAsync(session.TestId)).Value);
    }

    private async Task<ListeningSession> StartAsync() => await StoredTest.StartAsync(
        temporary.Database, await StoredTest.LinkAsync(temporary.Database, (await StoredTest.CreateAsync(temporary.Database)).Id));

    private static ListeningResponse Response(ListeningSession session) => new()
    {
        Id = Guid.CreateVersion7().ToString(),
        SessionId = session.Id,
        Page = 0,
        Answers = "{\"agrees\":true}",
        ElapsedSeconds = 2,
        CreatedAt = StoredTest.Noon,
    };
}
