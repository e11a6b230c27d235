using Microsoft.Data.Sqlite;

namespace SpeechScoop.Storage.Tests;

/// <summary>A database in a folder of its own, removed after the test. The folder's name has a space and an umlaut on purpose.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    public TemporaryDatabase(long? maximumBytes = null)
    {
        Folder = Path.Combine(Path.GetTempPath(), $"speech scööp {Guid.CreateVersion7():N}");
        Settings = new DatabaseSettings(Folder, maximumBytes, BusySeconds: 1);
        Database = Database.Open(Settings).Value;
    }

    public string Folder { get; }

    public DatabaseSettings Settings { get; }

    public Database Database { get; private set; }

    public void Reopen()
    {
        Database.Dispose();
        Database = Database.Open(Settings).Value;
    }

    public void Dispose()
    {
        Database.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
