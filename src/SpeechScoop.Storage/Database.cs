using Dapper;
using Microsoft.Data.Sqlite;

namespace SpeechScoop.Storage;

/// <summary>
/// The one SQLite file: opened with write-ahead log, full synchronisation (a commit is on the disk when it returns) and
/// foreign keys, and brought to this version's schema. Thread-safe. Writes of this process queue in order; reads run
/// beside them.
/// </summary>
public sealed class Database : IDisposable
{
    private readonly string connectionString;
    private readonly DatabaseSettings settings;
    private readonly GroupCommit writes;

    static Database()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new InstantHandler());
    }

    private Database(DatabaseSettings settings)
    {
        this.settings = settings;
        DataPath = Path.GetFullPath(settings.DataPath);
        FilePath = Path.Combine(DataPath, "speechscoop.db");
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = FilePath,
            ForeignKeys = true,
            DefaultTimeout = settings.BusySeconds,
        }.ToString();
        writes = new GroupCommit(Connect, FilePath);
    }

    /// <summary>Full path of the data folder.</summary>
    public string DataPath { get; }

    /// <summary>Full path of the database file.</summary>
    public string FilePath { get; }

    /// <summary>Opens the database in <paramref name="settings"/>' folder, makes it when missing, and migrates it.</summary>
    /// <returns>
    /// <see cref="Error.Unavailable"/> for a folder or file that cannot be written, a full disk, a file held by another
    /// program, a file that is no SQLite database or is damaged, and a database of a newer SpeechScoop.
    /// </returns>
    public static Result<Database> Open(DatabaseSettings settings)
    {
        var database = new Database(settings);
        var opened = database.Prepare();
        if (opened.Error is null) return database;
        database.Dispose();
        return opened.Error;
    }

    /// <summary>Runs queries on a connection of their own. The work must not write.</summary>
    public async Task<Result<T>> ReadAsync<T>(Func<SqliteConnection, Task<T>> work)
    {
        try
        {
            await using var connection = Connect();
            return Result<T>.Ok(await work(connection));
        }
        catch (SqliteException exception) when (StorageErrors.From(exception, FilePath) is { } error)
        {
            return error;
        }
    }

    /// <summary>
    /// Runs work in a transaction, which is committed (and on the disk) when the work succeeds and undone when it returns an error or
    /// throws. Works that come at the same time share the commit, but not their failures.
    /// </summary>
    /// <param name="work">Runs while others wait. It must change nothing but the database: where the shared commit fails, it runs again alone.</param>
    public Task<Result<T>> WriteAsync<T>(Func<SqliteConnection, SqliteTransaction, Task<Result<T>>> work) => writes.RunAsync(work);

    /// <summary>Reads one row, to tell that the database answers.</summary>
    public Task<Result<int>> CheckAsync() => ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT count(*) FROM owner_key"));

    /// <summary>Closes pooled connections, so that the file can be moved or deleted.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private Result<Database> Prepare()
    {
        try
        {
            Directory.CreateDirectory(DataPath);
            using (var connection = Connect()) connection.Execute("PRAGMA journal_mode = WAL");
            return Schema.Upgrade(connectionString, FilePath).Select(_ => this);
        }
        catch (SqliteException exception) when (StorageErrors.From(exception, FilePath) is { } error)
        {
            return error;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return StorageErrors.From(exception, DataPath);
        }
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            connection.Execute($"PRAGMA synchronous = FULL; PRAGMA busy_timeout = {settings.BusySeconds * 1000};");
            if (settings.MaximumBytes is { } bytes)
                connection.Execute($"PRAGMA max_page_count = {Math.Max(1, bytes / connection.ExecuteScalar<long>("PRAGMA page_size"))}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
