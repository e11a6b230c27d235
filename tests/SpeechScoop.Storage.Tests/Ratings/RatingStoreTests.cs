using Dapper;
using Microsoft.Data.Sqlite;
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
        var elsewhere = second with { Id = Guid.CreateVersion7().ToString(), Session = "another" };
        await Ratings.AddAsync(elsewhere);
        Assert.Equal([second, elsewhere], (await Ratings.OfTrialAsync(first.TrialId)).Value);
        Assert.Equal([second], (await Ratings.OfTrialAsync(first.TrialId, first.Session)).Value);
        Assert.Equal(3, await CountAsync());
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
