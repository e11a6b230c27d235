using Dapper;

namespace SpeechScoop.Storage.ListeningTests;

/// <summary>One version of a screening profile of one's own. Never changed.</summary>
public sealed record SavedProfile
{
    public required string Id { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>The rules as a JSON array.</summary>
    public required string Rules { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Screening profiles of one's own, in all their versions.</summary>
public sealed class ScreeningProfileStore(Database database)
{
    /// <summary>Adds the next version of a profile; rules that are those of its newest version already add nothing.</summary>
    public Task<Result<SavedProfile>> SaveAsync(string id, string rules, DateTimeOffset now) => database.WriteAsync<SavedProfile>(async (connection, transaction) =>
    {
        var newest = await connection.QueryFirstOrDefaultAsync<SavedProfile?>("SELECT * FROM screening_profile WHERE id = @id ORDER BY version DESC LIMIT 1", new { id }, transaction);
        if (newest?.Rules == rules) return newest;
        var saved = new SavedProfile { Id = id, Version = (newest?.Version ?? 0) + 1, Rules = rules, CreatedAt = now };
        await connection.ExecuteAsync("INSERT INTO screening_profile (id, version, rules, created_at) VALUES (@Id, @Version, @Rules, @CreatedAt)", saved, transaction);
        return saved;
    });

    /// <summary>The newest version of each, by id.</summary>
    public Task<Result<IReadOnlyList<SavedProfile>>> ListAsync() => database.ListAsync<SavedProfile>(
        "SELECT * FROM screening_profile one WHERE version = (SELECT max(version) FROM screening_profile other WHERE other.id = one.id) ORDER BY id");

    /// <summary>A profile; null where there is none.</summary>
    /// <param name="version">Null for the newest.</param>
    public Task<Result<SavedProfile?>> FindAsync(string id, int? version) => database.ReadAsync(connection => connection.QueryFirstOrDefaultAsync<SavedProfile?>(
        "SELECT * FROM screening_profile WHERE id = @id AND (@version IS NULL OR version = @version) ORDER BY version DESC LIMIT 1", new { id, version }));
}
