using Microsoft.Data.Sqlite;

namespace SpeechScoop.Storage;

/// <summary>Inserts many rows into one table with one prepared statement, within a transaction.</summary>
internal sealed class ManyInserts : IAsyncDisposable
{
    private readonly SqliteCommand command;

    /// <param name="table">A name from the schema, never from a user; so are <paramref name="columns"/>.</param>
    public ManyInserts(SqliteConnection connection, SqliteTransaction transaction, string table, params string[] columns)
    {
        command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => $"@{column}"))})";
        foreach (var column in columns) command.Parameters.Add(new SqliteParameter { ParameterName = $"@{column}" });
    }

    /// <summary>Inserts a row; values in the order of the columns.</summary>
    public Task<int> AddAsync(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] switch
            {
                null => DBNull.Value,
                DateTimeOffset instant => InstantHandler.Format(instant),
                var value => value,
            };
        return command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();
}
