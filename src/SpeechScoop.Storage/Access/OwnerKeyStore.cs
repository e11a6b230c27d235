using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace SpeechScoop.Storage.Access;

/// <summary>
/// The key that opens this installation. Only its SHA-256 is stored; as the key has 256 random bits, a slow hash would
/// add nothing.
/// </summary>
public sealed class OwnerKeyStore(Database database, TimeProvider time)
{
    /// <summary>Makes the first key and returns it, the only time it can be seen; null when there is one already.</summary>
    public Task<Result<string?>> CreateFirstAsync() => database.WriteAsync<string?>(async (connection, transaction) =>
    {
        var count = await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM owner_key", transaction: transaction);
        return count > 0 ? Result<string?>.Ok(null) : await InsertAsync(connection, transaction);
    });

    /// <summary>Makes a new key and returns it; older keys stop working.</summary>
    public Task<Result<string>> ReplaceAsync() => database.WriteAsync<string>(async (connection, transaction) =>
    {
        await connection.ExecuteAsync("DELETE FROM owner_key", transaction: transaction);
        return await InsertAsync(connection, transaction);
    });

    /// <summary>Whether <paramref name="key"/> is the owner's.</summary>
    public async Task<Result<bool>> VerifyAsync(string key)
    {
        var hashes = await database.ReadAsync(connection => connection.QueryAsync<string>("SELECT hash FROM owner_key"));
        var given = Encoding.ASCII.GetBytes(Hash(key));
        return hashes.Select(stored => stored.Any(hash => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), given)));
    }

    private async Task<string> InsertAsync(System.Data.IDbConnection connection, System.Data.IDbTransaction transaction)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await connection.ExecuteAsync(
            "INSERT INTO owner_key (id, hash, created_at) VALUES (@Id, @Hash, @Now)",
            new { Id = Guid.CreateVersion7().ToString(), Hash = Hash(key), Now = time.GetUtcNow() }, transaction);
        return key;
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
