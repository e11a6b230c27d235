using Dapper;
using Microsoft.Data.Sqlite;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Storage.Tests.ListeningTests;

public sealed class ListeningRatingStoreTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new();

    private ListeningRatingStore Ratings => new(temporary.Database);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task A_rating_comes_back_as_it_was_stored_after_a_restart()
    {
        var session = await StartAsync();
        var typed = StoredTest.Rating(session, stimulus: "typed", second: 1) with { Value = null, Text = "naïve 😀 =SUM(A1)" };
        var given = StoredTest.Rating(session, value: 3.7);
        foreach (var rating in (ListeningRating[])[given, typed]) Assert.Equal(rating, (await Ratings.AddAsync(rating)).Value);
        temporary.Reopen();
        Assert.Equal([given, typed], (await Ratings.OfTestAsync(session.TestId)).Value.OrderBy(rating => rating.Stimulus, StringComparer.Ordinal));
        Assert.Equal([typed], (await Ratings.OfSessionAsync(session.Id, page: 0)).Value.Where(rating => rating.Text is not null));
    }

    [Fact]
    public async Task Adding_the_same_again_is_harmless_and_another_answer_under_its_id_is_refused()
    {
        var session = await StartAsync();
        var rating = StoredTest.Rating(session);
        await Ratings.AddAsync(rating);
        Assert.Equal(rating, (await Ratings.AddAsync(rating with { CreatedAt = StoredTest.Noon.AddHours(1) })).Value);
        Assert.Equal("rating-exists", (await Ratings.AddAsync(rating with { Value = 1 })).Error?.Code);
        Assert.Equal([rating], (await Ratings.HistoryOfTestAsync(session.TestId)).Value);
    }

    [Fact]
    public async Task The_newest_answer_counts_and_the_older_stays_in_the_history()
    {
        var session = await StartAsync();
        var first = (await Ratings.AddAsync(StoredTest.Rating(session, 2, second: 9))).Value;
        var second = (await Ratings.AddAsync(StoredTest.Rating(session, 5, second: 1))).Value;
        var other = (await Ratings.AddAsync(StoredTest.Rating(session, 1, stimulus: "b", second: 2))).Value;
        Assert.True(second.CreatedAt > first.CreatedAt, "the clock went back, the order must not");
        Assert.Equal([second, other], (await Ratings.OfTestAsync(session.TestId)).Value);
        Assert.Equal([first, second, other], (await Ratings.HistoryOfTestAsync(session.TestId)).Value);
    }

    [Fact]
    public async Task Of_a_pair_one_answer_counts_whichever_of_the_two_it_names()
    {
        var session = await StartAsync();
        await Ratings.AddAsync(StoredTest.Rating(session, 1, stimulus: "a", other: "b"));
        var changed = (await Ratings.AddAsync(StoredTest.Rating(session, 0, stimulus: "b", other: "a", second: 1))).Value;
        Assert.Equal([changed], (await Ratings.OfSessionAsync(session.Id)).Value);
    }

    [Fact]
    public async Task A_page_that_the_session_has_not_come_to_is_not_rated()
    {
        var session = await StartAsync();
        Assert.Equal("page-ahead", (await Ratings.AddAsync(StoredTest.Rating(session, page: 1))).Error?.Code);
        await new ListeningSessionStore(temporary.Database).SetPositionAsync(session.Key, 1);
        Assert.Null((await Ratings.AddAsync(StoredTest.Rating(session, page: 1))).Error);
    }

    [Fact]
    public async Task Previews_never_count()
    {
        var test = await StoredTest.CreateAsync(temporary.Database, publish: false);
        var session = await StoredTest.StartAsync(temporary.Database, await StoredTest.LinkAsync(temporary.Database, test.Id, preview: true));
        Assert.Null((await Ratings.AddAsync(StoredTest.Rating(session))).Error);
        Assert.Single((await Ratings.OfSessionAsync(session.Id)).Value);
        Assert.Empty((await Ratings.OfTestAsync(test.Id)).Value);
        Assert.Empty((await Ratings.HistoryOfTestAsync(test.Id)).Value);
    }

    [Fact]
    public async Task After_closing_or_finishing_no_rating_is_taken_but_a_known_one_is_still_acknowledged()
    {
        var session = await StartAsync();
        var rating = StoredTest.Rating(session);
        await Ratings.AddAsync(rating);
        await new ListeningTestStore(temporary.Database).CloseAsync(session.TestId, StoredTest.Noon);
        Assert.Equal("test-closed", (await Ratings.AddAsync(StoredTest.Rating(session))).Error?.Code);
        await new ListeningTestStore(temporary.Database).ReopenAsync(session.TestId, StoredTest.Noon);
        await new ListeningSessionStore(temporary.Database).FinishAsync(session.Key, SessionOutcome.Completed, StoredTest.Noon);
        Assert.Equal("session-finished", (await Ratings.AddAsync(StoredTest.Rating(session))).Error?.Code);
        Assert.Null((await Ratings.AddAsync(rating)).Error);
        Assert.Equal("session-unknown", (await Ratings.AddAsync(StoredTest.Rating(session) with { SessionId = "none" })).Error?.Code);
        Assert.Equal([rating], (await Ratings.HistoryOfTestAsync(session.TestId)).Value);
    }

    [Theory]
    [InlineData("UPDATE listening_rating SET value = 1")]
    [InlineData("DELETE FROM listening_rating")]
    [InlineData("INSERT OR REPLACE INTO listening_rating SELECT id, session_id, page, trial, stimulus, other_stimulus, scale, 1.0, text, elapsed_seconds, plays, given_at, created_at FROM listening_rating")]
    public async Task The_database_itself_refuses_to_change_or_remove_a_rating(string sql)
    {
        var rating = (await Ratings.AddAsync(StoredTest.Rating(await StartAsync()))).Value;
        await Assert.ThrowsAsync<SqliteException>(() => temporary.Database.WriteAsync<int>(async (c, t) => await c.ExecuteAsync(sql, transaction: t)));
        Assert.Equal([rating], (await Ratings.OfSessionAsync(rating.SessionId)).Value);
    }

    private async Task<ListeningSession> StartAsync() => await StoredTest.StartAsync(
        temporary.Database, await StoredTest.LinkAsync(temporary.Database, (await StoredTest.CreateAsync(temporary.Database)).Id));
}
