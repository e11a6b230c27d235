using Dapper;
using Microsoft.Data.Sqlite;

namespace SpeechScoop.Storage.Tests;

public sealed class DatabaseTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task Every_connection_has_write_ahead_log_full_synchronisation_and_foreign_keys()
    {
        foreach (var (pragma, expected) in new[] { ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("busy_timeout", "1000") })
            Assert.Equal(expected, (await temporary.Database.ReadAsync(c => c.ExecuteScalarAsync<string>($"PRAGMA {pragma}"))).Value);
    }

    [Fact]
    public async Task All_tables_but_the_journal_are_strict()
    {
        var lax = await temporary.Database.ReadAsync(c => c.QueryAsync<string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'"));
        Assert.Equal(["schema_migration"], lax.Value);
    }

    [Fact]
    public async Task Opening_again_changes_nothing_and_keeps_the_rows()
    {
        var before = await temporary.Database.ReadAsync(c => c.QueryAsync<string>("SELECT sql FROM sqlite_master ORDER BY name"));
        await temporary.Database.WriteAsync<int>(async (c, t) => await c.ExecuteAsync("INSERT INTO owner_key VALUES ('1', 'h', '2026-01-01')", transaction: t));
        temporary.Reopen();
        Assert.Equal(before.Value, (await temporary.Database.ReadAsync(c => c.QueryAsync<string>("SELECT sql FROM sqlite_master ORDER BY name"))).Value);
        Assert.Equal(1, (await temporary.Database.CheckAsync()).Value);
    }

    [Fact]
    public void A_database_of_every_older_version_is_brought_up_to_date()
    {
        for (var version = 1; version < Schema.Scripts.Count; version++)
        {
            using var folder = new TemporaryFolder();
            var path = Path.Combine(folder.Path, "speechscoop.db");
            Assert.Equal(version, Schema.Upgrade($"Data Source={path};Pooling=False", path, version).Value);
            using var database = Database.Open(new DatabaseSettings(folder.Path)).Value;
            using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
            Assert.Equal(Schema.Scripts, connection.Query<string>("SELECT ScriptName FROM schema_migration ORDER BY ScriptName"));
        }
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_alone()
    {
        await temporary.Database.WriteAsync<int>(async (c, t) => await c.ExecuteAsync("INSERT INTO schema_migration (ScriptName, Applied) VALUES ('9999_add_wings.sql', '2030-01-01')", transaction: t));
        temporary.Database.Dispose();
        var error = Assert.IsType<Error.Unavailable>(Database.Open(temporary.Settings).Error);
        Assert.Equal("database-newer", error.Code);
        Assert.Contains("9999_add_wings.sql", error.Message);
        Assert.Contains(temporary.Database.FilePath, error.Message);
    }

    [Fact]
    public void A_file_that_is_no_database_is_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "speechscoop.db"), string.Concat(Enumerable.Repeat("not a database ", 1000)));
        var error = Assert.IsType<Error.Unavailable>(Database.Open(new DatabaseSettings(folder.Path)).Error);
        Assert.Equal("database-corrupt", error.Code);
        Assert.Contains(folder.Path, error.Message);
    }

    [Fact]
    public void A_data_folder_that_cannot_be_written_is_named()
    {
        Assert.SkipUnless(Directory.Exists("/sys/kernel"), "needs Linux' /sys, where nobody can make files");
        var error = Assert.IsType<Error.Unavailable>(Database.Open(new DatabaseSettings("/sys/kernel")).Error);
        Assert.Equal("database-cannot-open", error.Code);
        Assert.Contains("/sys/kernel/speechscoop.db", error.Message);
    }

    [Fact]
    public void A_data_folder_that_cannot_be_made_is_named()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        File.WriteAllText(file, "");
        var error = Assert.IsType<Error.Unavailable>(Database.Open(new DatabaseSettings(Path.Combine(file, "data"))).Error);
        Assert.Contains(file, error.Message);
        Assert.Contains("SpeechScoop:DataPath", error.Message);
    }

    [Fact]
    public async Task A_write_to_a_full_disk_is_an_error_and_leaves_what_was_there()
    {
        using var small = new TemporaryDatabase(maximumBytes: 400_000);
        var written = 0;
        Error? error = null;
        while (error is null && written < 100)
        {
            var result = await small.Database.WriteAsync<int>(async (c, t) => await c.ExecuteAsync(
                "INSERT INTO owner_key VALUES (@Id, @Hash, '2026-01-01')", new { Id = Guid.CreateVersion7().ToString(), Hash = new string('x', 10_000) + written }, t));
            error = result.Error;
            if (error is null) written++;
        }
        Assert.Equal("disk-full", Assert.IsType<Error.Unavailable>(error).Code);
        Assert.Contains(small.Database.FilePath, error.Message);
        small.Reopen();
        Assert.Equal(written, (await small.Database.CheckAsync()).Value);
    }

    [Fact]
    public async Task A_database_held_by_another_program_is_an_error_after_the_wait()
    {
        using var other = new SqliteConnection($"Data Source={temporary.Database.FilePath};Pooling=False");
        other.Open();
        other.Execute("BEGIN EXCLUSIVE");
        var result = await temporary.Database.WriteAsync<int>(async (c, t) => await c.ExecuteAsync("DELETE FROM owner_key", transaction: t));
        Assert.Equal("database-locked", Assert.IsType<Error.Unavailable>(result.Error).Code);
    }

    [Fact]
    public async Task A_write_that_fails_is_undone()
    {
        var refused = new Error.Conflict("test", "Refused on purpose.");
        var result = await temporary.Database.WriteAsync<int>(async (c, t) =>
        {
            await c.ExecuteAsync("INSERT INTO owner_key VALUES ('1', 'h', '2026-01-01')", transaction: t);
            return refused;
        });
        Assert.Equal(refused, result.Error);
        Assert.Equal(0, (await temporary.Database.CheckAsync()).Value);
    }

    [Fact]
    public async Task Fifty_writers_at_once_all_succeed()
    {
        var writes = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => temporary.Database.WriteAsync<int>(async (c, t) =>
            await c.ExecuteAsync("INSERT INTO owner_key VALUES (@Id, @Id, '2026-01-01')", new { Id = $"{i}" }, t)))));
        Assert.All(writes, write => Assert.Null(write.Error));
        Assert.Equal(50, (await temporary.Database.CheckAsync()).Value);
    }
}
