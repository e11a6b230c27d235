using Dapper;
using Microsoft.Data.Sqlite;

namespace SpeechScoop.Storage.Runs;

/// <summary>Files that runs were imported from. They are stored with their run (<see cref="RunStore.CreateAsync"/>) and go with it.</summary>
public sealed class ImportedFileStore(Database database)
{
    /// <summary>Files of a run, without content, in their order; none for runs that were made here.</summary>
    public Task<Result<IReadOnlyList<ImportedFile>>> OfRunAsync(string runId) => database.ReadAsync(async connection =>
        (IReadOnlyList<ImportedFile>)(await connection.QueryAsync<(string RunId, long Position, string Name, long Bytes, string Sha256)>(
            "SELECT run_id, position, name, bytes, sha256 FROM imported_file WHERE run_id = @runId ORDER BY position", new { runId }))
            .Select(row => new ImportedFile(row.RunId, (int)row.Position, row.Name, row.Bytes, row.Sha256)).ToList());

    /// <summary>One file.</summary>
    /// <returns><see cref="Error.NotFound"/> where the run has no such file.</returns>
    public async Task<Result<PackedFile>> FindAsync(string runId, int position)
    {
        var found = await database.ReadAsync(async connection => (await connection.QueryAsync<(string Name, long Bytes, string Sha256, byte[] Content)>(
            "SELECT name, bytes, sha256, content FROM imported_file WHERE run_id = @runId AND position = @position", new { runId, position })).AsList());
        return found.Then(Result<PackedFile> (rows) => rows is [var row]
            ? new PackedFile(row.Name, row.Bytes, row.Sha256, row.Content)
            : new Error.NotFound("imported-file-not-found", $"No file {position} is kept of this run. GET /api/runs/{runId}/files lists the files that it was imported from."));
    }

    internal static async Task InsertAsync(SqliteConnection connection, SqliteTransaction transaction, string runId, IEnumerable<PackedFile> files)
    {
        foreach (var (file, position) in files.Select((file, position) => (file, position)))
            await connection.ExecuteAsync(
                "INSERT INTO imported_file (run_id, position, name, bytes, sha256, content) VALUES (@runId, @position, @Name, @Bytes, @Sha256, @Content)",
                new { runId, position, file.Name, file.Bytes, file.Sha256, file.Content }, transaction);
    }
}
