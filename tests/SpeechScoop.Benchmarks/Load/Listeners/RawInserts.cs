using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace SpeechScoop.Benchmarks.Load.Listeners;

/// <summary>What SQLite alone does with equal durability: one row, one commit, one wait for the disk, over and over.</summary>
internal static class RawInserts
{
    /// <summary>Rows a second into a table like that of ratings, in a new file beside the server's.</summary>
    public static double Rate(string folder, double seconds)
    {
        var path = Path.Combine(folder, $"speechscoop-raw-{Guid.CreateVersion7():N}.db");
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
            connection.Open();
            Execute(connection, "PRAGMA journal_mode = WAL");
            Execute(connection, "PRAGMA synchronous = FULL");
            Execute(connection, """
                CREATE TABLE rating (id TEXT NOT NULL PRIMARY KEY, session_id TEXT NOT NULL, page INTEGER NOT NULL, trial TEXT NOT NULL, stimulus TEXT NOT NULL, other_stimulus TEXT,
                  scale TEXT NOT NULL, value REAL, text TEXT, elapsed_seconds REAL, plays INTEGER, given_at TEXT, created_at TEXT NOT NULL) STRICT;
                CREATE INDEX rating_session ON rating (session_id, page)
                """);
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO rating VALUES ($id, $session, 0, 't1', 's1', NULL, 'mushra', $value, NULL, 1.5, 2, '2026-11-25T12:00:00.0000000Z', '2026-11-25T12:00:00.0000000Z')";
            var id = insert.Parameters.AddWithValue("$id", "");
            var session = insert.Parameters.AddWithValue("$session", "");
            var value = insert.Parameters.AddWithValue("$value", 0.0);
            insert.Prepare();
            var (begin, rows) = (Stopwatch.GetTimestamp(), 0);
            while (Stopwatch.GetElapsedTime(begin).TotalSeconds < seconds)
            {
                (id.Value, session.Value, value.Value) = (Guid.CreateVersion7().ToString(), $"session-{rows % 300}", rows % 101.0);
                insert.ExecuteNonQuery();
                rows++;
            }
            return rows / Stopwatch.GetElapsedTime(begin).TotalSeconds;
        }
        finally
        {
            foreach (var file in (string[])[path, path + "-wal", path + "-shm"]) File.Delete(file);
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
