using Dapper;

namespace SpeechScoop.Storage.Systems;

/// <summary>The systems that outputs refer to.</summary>
public sealed class SystemStore(Database database)
{
    /// <summary>Notes that systems are in use: new ones are added, known ones take the newest title, version and settings.</summary>
    public Task<Result<int>> NoteAsync(IReadOnlyCollection<StoredSystem> systems) => database.WriteAsync<int>(async (connection, transaction) =>
        await connection.ExecuteAsync(
            """
            INSERT INTO system (id, kind, title, pack_id, pack_version, settings, first_seen_at)
            VALUES (@Id, @Kind, @Title, @PackId, @PackVersion, @Settings, @FirstSeenAt)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, pack_id = excluded.pack_id, pack_version = excluded.pack_version, settings = excluded.settings
            """,
            systems.Select(system => new
            {
                system.Id,
                Kind = Stored.Name(system.Kind),
                system.Title,
                system.PackId,
                system.PackVersion,
                system.Settings,
                system.FirstSeenAt,
            }), transaction));

    /// <summary>Ids of systems of a pack, in the order in which they were first used.</summary>
    public Task<Result<IReadOnlyList<string>>> IdsAsync(string packId) => database.ReadAsync(async connection =>
        (IReadOnlyList<string>)(await connection.QueryAsync<string>("SELECT id FROM system WHERE pack_id = @packId ORDER BY first_seen_at, rowid", new { packId })).AsList());

    /// <summary>All systems ever used here, ordered by id.</summary>
    public Task<Result<IReadOnlyList<StoredSystem>>> ListAsync() => database.ListAsync<StoredSystem>("SELECT * FROM system ORDER BY id");
}
