using Dapper;
using Microsoft.Data.Sqlite;
using SpeechScoop.Storage.Live;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Ratings;

namespace SpeechScoop.Storage.Tests.Ratings;

public sealed class RatingStoreTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new();

    public void Dispose() => temporary.Dispose();

    private RatingStore Ratings => new(temporary.Database);

    [Fact]
    public async Task A_rating_is_there_after_a_restart()
    {
        var rating = await NewRatingAsync();
        Assert.Equal(rating, (await Ratings.AddAsync(rating)).Value);
        temporary.Reopen();
        Assert.Equal([rating], (await Ratings.OfTrialAsync(rating.TrialId)).Value);
    }

    [Fact]
    public async Task Sending_a_rating_twice_stores_it_once()
    {
        var rating = await NewRatingAsync();
        await Ratings.AddAsync(rating);
        var again = await Ratings.AddAsync(rating with { CreatedAt = rating.CreatedAt.AddHours(1), Blind = false });
        Assert.Equal(rating, again.Value);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task The_same_id_with_another_answer_is_a_conflict_and_the_first_stays()
    {
        var rating = await NewRatingAsync();
        await Ratings.AddAsync(rating);
        Assert.IsType<Error.Conflict>((await Ratings.AddAsync(rating with { Value = 1 })).Error);
        Assert.Equal([rating], (await Ratings.OfTrialAsync(rating.TrialId)).Value);
    }

    [Fact]
    public async Task The_newest_rating_of_a_session_counts_and_older_ones_stay_stored()
    {
        var first = await NewRatingAsync();
        await Ratings.AddAsync(first);
        var second = first with { Id = Guid.CreateVersion7().ToString(), Value = 5, CreatedAt = first.CreatedAt.AddSeconds(1) };
        await Ratings.AddAsync(second);
        var elsewhere = second with { Id = Guid.CreateVersion7().ToString(), Session = "another", CreatedAt = first.CreatedAt.AddSeconds(2) };
        await Ratings.AddAsync(elsewhere);
        Assert.Equal([second, elsewhere], (await Ratings.OfTrialAsync(first.TrialId)).Value);
        Assert.Equal([second], (await Ratings.OfTrialAsync(first.TrialId, first.Session)).Value);
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task The_answer_that_came_last_is_the_newest_even_if_the_clock_went_back()
    {
        var first = await NewRatingAsync();
        await Ratings.AddAsync(first with { Id = "f" });
        await Ratings.AddAsync(first with { Id = "e", Value = 5 });
        await Ratings.AddAsync(first with { Id = "d", Value = 2, CreatedAt = first.CreatedAt.AddHours(-1) });
        var counts = Assert.Single((await Ratings.OfTrialAsync(first.TrialId)).Value);
        Assert.Equal(("d", 2, first.CreatedAt.AddTicks(2)), (counts.Id, counts.Value, counts.CreatedAt));
    }

    [Fact]
    public async Task A_rating_that_arrives_after_the_reveal_is_not_blind_whatever_its_sender_knew()
    {
        var rating = await NewRatingAsync();
        await new LiveTrialStore(temporary.Database).RevealAsync(rating.TrialId, StoredTrial.Noon);
        Assert.False((await Ratings.AddAsync(rating)).Value.Blind);
        Assert.False(Assert.Single((await Ratings.OfTrialAsync(rating.TrialId)).Value).Blind);
    }

    [Fact]
    public async Task One_rating_sent_by_twenty_clients_at_once_is_stored_once()
    {
        var rating = await NewRatingAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Ratings.AddAsync(rating))));
        Assert.All(answers, answer => Assert.Equal(rating, answer.Value));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Twenty_answers_under_one_id_at_once_are_one_rating_and_nineteen_conflicts()
    {
        var rating = await NewRatingAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => Ratings.AddAsync(rating with { Session = $"session {i}" }))));
        var stored = Assert.Single(answers, answer => answer.Error is null).Value;
        Assert.Equal(19, answers.Count(answer => answer.Error is Error.Conflict));
        Assert.Equal([stored], (await Ratings.OfTrialAsync(rating.TrialId)).Value);
    }

    [Theory]
    [InlineData("UPDATE rating SET value = 1")]
    [InlineData("DELETE FROM rating")]
    [InlineData("INSERT OR REPLACE INTO rating SELECT id, trial_id, output_id, other_output_id, scale, 1, blind, listener, session, created_at FROM rating")]
    public async Task The_database_refuses_to_change_or_remove_a_rating(string sql)
    {
        var rating = await NewRatingAsync();
        await Ratings.AddAsync(rating);
        await Assert.ThrowsAsync<SqliteException>(() => temporary.Database.WriteAsync<int>(async (c, t) => await c.ExecuteAsync(sql, transaction: t)));
        Assert.Equal([rating], (await Ratings.OfTrialAsync(rating.TrialId)).Value);
    }

    [Theory]
    [InlineData("acr", 6, false)]
    [InlineData("mushra", -1, false)]
    [InlineData("preference", 1, false)]
    [InlineData("acr", 3, true)]
    public async Task The_database_refuses_values_off_the_scale(string scale, int value, bool other)
    {
        var rating = await NewRatingAsync();
        var outputs = (await new OutputStore(temporary.Database).OfTrialAsync(rating.TrialId)).Value;
        await Assert.ThrowsAsync<SqliteException>(() => Ratings.AddAsync(rating with { Scale = scale, Value = value, OtherOutputId = other ? outputs[1].Id : null }));
    }

    [Fact]
    public async Task On_a_full_disk_the_rating_is_refused_aloud_and_earlier_ones_stay()
    {
        using var small = new TemporaryDatabase(maximumBytes: 250_000);
        var (trial, outputs) = await StoredTrial.CreateAsync(small.Database);
        var stored = new List<Rating>();
        Error? error = null;
        for (var i = 0; i < 5000 && error is null; i++)
        {
            var rating = Rating(trial.Id, outputs[0].Id) with { Session = $"session {i}" };
            error = (await new RatingStore(small.Database).AddAsync(rating)).Error;
            if (error is null) stored.Add(rating);
        }
        Assert.Equal("disk-full", Assert.IsType<Error.Unavailable>(error).Code);
        small.Reopen();
        Assert.Equal(stored.Count, (await new RatingStore(small.Database).OfTrialAsync(trial.Id)).Value.Count);
    }

    private async Task<Rating> NewRatingAsync()
    {
        var (trial, outputs) = await StoredTrial.CreateAsync(temporary.Database);
        return Rating(trial.Id, outputs[0].Id);
    }

    private static Rating Rating(string trialId, string outputId) => new()
    {
        Id = Guid.CreateVersion7().ToString(),
        TrialId = trialId,
        OutputId = outputId,
        Scale = "acr",
        Value = 4,
        Blind = true,
        Listener = "Zoë",
        Session = "one",
        CreatedAt = StoredTrial.Noon,
    };

    private async Task<int> CountAsync() =>
        (await temporary.Database.ReadAsync(c => c.ExecuteScalarAsync<int>("SELECT count(*) FROM rating"))).Value;
}
