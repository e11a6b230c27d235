using Dapper;

namespace SpeechScoop.Storage.Clips;

/// <summary>What is known of the audio files. Rows are never changed: the same content keeps its first name.</summary>
public sealed class ClipStore(Database database)
{
    /// <summary>Adds a clip whose file is stored already.</summary>
    /// <returns>The clip as stored: with its first name, where the content was known.</returns>
    public Task<Result<StoredClip>> AddAsync(StoredClip clip) => database.WriteAsync<StoredClip>(async (connection, transaction) =>
    {
        await connection.ExecuteAsync(
            """
            INSERT INTO clip (sha256, name, sample_rate, channels, frames, created_at)
            VALUES (@Sha256, @Name, @SampleRate, @Channels, @Frames, @CreatedAt) ON CONFLICT (sha256) DO NOTHING
            """, clip, transaction);
        return await connection.QuerySingleAsync<StoredClip>("SELECT * FROM clip WHERE sha256 = @Sha256", clip, transaction);
    });

    /// <returns><see cref="Error.NotFound"/> for content that is not here.</returns>
    public Task<Result<StoredClip>> FindAsync(string sha256) => database.FindAsync<StoredClip>(
        "SELECT * FROM clip WHERE sha256 = @sha256", new { sha256 },
        () => new("clip-not-found", $"There is no clip {sha256[..Math.Min(64, sha256.Length)]}. Upload the recording again."));
}
