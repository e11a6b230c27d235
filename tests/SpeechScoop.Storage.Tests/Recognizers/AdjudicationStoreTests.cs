using Dapper;
using Microsoft.Data.Sqlite;
using SpeechScoop.Storage.Recognizers;

namespace SpeechScoop.Storage.Tests.Recognizers;

public sealed class AdjudicationStoreTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new();

    public void Dispose() => temporary.Dispose();

    private AdjudicationStore Adjudications => new(temporary.Database);

    [Fact]
    public async Task The_newest_of_each_listener_and_reading_counts_whatever_the_clock_does()
    {
        await Adjudications.AddAsync(Made("1", "ann", AdjudicationChoice.Reference, 2));
        await Adjudications.AddAsync(Made("2", "ann", AdjudicationChoice.Systems, 1));
        await Adjudications.AddAsync(Made("3", "ben", AdjudicationChoice.Neither, 0));
        temporary.Reopen();
        var newest = (await Adjudications.NewestAsync()).Value;
        Assert.Equal([("2", AdjudicationChoice.Systems), ("3", AdjudicationChoice.Neither)], newest.OrderBy(each => each.Id, StringComparer.Ordinal).Select(each => (each.Id, each.Choice)));
        Assert.Equal(3, (await Adjudications.CountAsync()).Value);
    }

    [Theory]
    [InlineData("UPDATE adjudication SET choice = 'systems'", "never changed")]
    [InlineData("DELETE FROM adjudication", "never removed")]
    [InlineData("INSERT OR REPLACE INTO adjudication SELECT * FROM adjudication", "never replaced")]
    public async Task Nothing_is_ever_changed_or_removed(string sql, string refusal)
    {
        await Adjudications.AddAsync(Made("1", "ann", AdjudicationChoice.Reference, 0));
        using var connection = new SqliteConnection($"Data Source={temporary.Database.FilePath};Pooling=False");
        await connection.OpenAsync();
        Assert.Contains(refusal, (await Assert.ThrowsAsync<SqliteException>(() => connection.ExecuteAsync(sql))).Message, StringComparison.Ordinal);
    }

    private static Adjudication Made(string id, string listener, AdjudicationChoice choice, int second) => new()
    {
        Id = id, ItemId = "item", FromWord = 1, ToWord = 2, Reading = "two", Choice = choice, Listener = listener, ReferenceFirst = true, CreatedAt = StoredTrial.Noon.AddSeconds(second),
    };
}
