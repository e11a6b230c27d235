using Dapper;
using Microsoft.Data.Sqlite;

namespace SpeechScoop.Storage;

/// <summary>Queries as stores write them.</summary>
internal static class Queries
{
    /// <summary>All rows of a query, on a connection of its own.</summary>
    public static Task<Result<IReadOnlyList<T>>> ListAsync<T>(this Database database, string sql, object? parameters = null) =>
        database.ReadAsync(connection => connection.ListAsync<T>(sql, parameters));

    /// <summary>All rows of a query.</summary>
    public static async Task<IReadOnlyList<T>> ListAsync<T>(this SqliteConnection connection, string sql, object? parameters = null, SqliteTransaction? transaction = null) =>
        (await connection.QueryAsync<T>(sql, parameters, transaction)).AsList();

    /// <summary>The first row of a query, on a connection of its own; what <paramref name="missing"/> says where there is none.</summary>
    public static async Task<Result<T>> FindAsync<T>(this Database database, string sql, object parameters, Func<Error.NotFound> missing)
        where T : class
    {
        var row = await database.ReadAsync(connection => connection.QueryFirstOrDefaultAsync<T>(sql, parameters));
        return row.Then(found => found is null ? missing() : Result<T>.Ok(found));
    }
}
