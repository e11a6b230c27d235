using Dapper;

namespace SpeechScoop.Storage.Recognizers;

/// <summary>Adjudications of references: added, never changed or removed; triggers in the database refuse both.</summary>
public sealed class AdjudicationStore(Database database)
{
    /// <summary>Adds one; it is on the disk when this returns. Its time is later than that of all before it, whatever the clock did.</summary>
    public Task<Result<Adjudication>> AddAsync(Adjudication adjudication) => database.WriteAsync<Adjudication>(async (connection, transaction) =>
    {
        var last = await connection.QuerySingleAsync<DateTimeOffset?>("SELECT max(created_at) FROM adjudication", transaction: transaction);
        var stored = adjudication with { CreatedAt = last >= adjudication.CreatedAt ? last.Value.AddTicks(1) : adjudication.CreatedAt };
        await connection.ExecuteAsync(
            """
            INSERT INTO adjudication (id, item_id, from_word, to_word, reading, choice, listener, reference_first, created_at)
            VALUES (@Id, @ItemId, @FromWord, @ToWord, @Reading, @Choice, @Listener, @ReferenceFirst, @CreatedAt)
            """,
            new
            {
                stored.Id,
                stored.ItemId,
                stored.FromWord,
                stored.ToWord,
                stored.Reading,
                Choice = Stored.Name(stored.Choice),
                stored.Listener,
                stored.ReferenceFirst,
                stored.CreatedAt,
            }, transaction);
        return stored;
    });

    /// <summary>All that count: of each listener, stretch and reading the newest; in no particular order.</summary>
    public Task<Result<IReadOnlyList<Adjudication>>> NewestAsync() => database.ListAsync<Adjudication>(
        """
        SELECT * FROM adjudication
        WHERE NOT EXISTS (
          SELECT 1 FROM adjudication newer
          WHERE newer.item_id = adjudication.item_id AND newer.from_word = adjudication.from_word AND newer.to_word = adjudication.to_word
            AND newer.reading = adjudication.reading AND newer.listener = adjudication.listener AND newer.created_at > adjudication.created_at)
        """);

    /// <summary>Everything that was ever given, the oldest first.</summary>
    public Task<Result<IReadOnlyList<Adjudication>>> AllAsync() => database.ReadAsync(async connection =>
        (IReadOnlyList<Adjudication>)(await connection.QueryAsync<Adjudication>("SELECT * FROM adjudication ORDER BY created_at, id")).AsList());

    /// <summary>How many were ever given; since none is removed, the same number means the same adjudications.</summary>
    public Task<Result<int>> CountAsync() => database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT count(*) FROM adjudication"));
}
