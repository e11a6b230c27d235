using Dapper;
using Microsoft.Data.Sqlite;

namespace SpeechScoop.Storage.Tests;

public sealed class MigrationTests
{
    private static readonly string[] Tables = ["system", "clip", "live_trial", "rating", "measurement", "listening_test"];

    [Fact]
    public void Live_trials_ratings_measurements_and_kept_outputs_survive_the_rebuilding_of_the_outputs()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "speechscoop.db");
        Schema.Upgrade($"Data Source={path};Pooling=False", path, 6);
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Foreign Keys=True");
        connection.Open();
        connection.Execute(
            """
            INSERT INTO system VALUES ('voice', 'synthesizer', 'The voice', 'voice', '1.0.0', '{}', '2026-01-01');
            INSERT INTO clip VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'a.wav', 16000, 1, 5, '2026-01-01');
            INSERT INTO live_trial VALUES ('t', 'synthesis', 'hello', NULL, NULL, NULL, 0, 0, 7, 'done', '2026-01-01', NULL);
            INSERT INTO output VALUES ('o1', 't', 'A', 0, 'system', 'voice', '1.0.0', '{"rate":1}', 3, 'done', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
              'x', '[]', '{}', 1.5, 0.5, 0.25, 0.125, 1800.0, 'none', 1, '2026-01-01');
            INSERT INTO output (id, trial_id, label, position, role, settings, status, created_at) VALUES ('o2', 't', 'B', 1, 'reference', '{}', 'done', '2026-01-02');
            INSERT INTO rating VALUES ('r', 't', 'o1', 'o2', 'preference', -1, 0, 'me', 's', '2026-01-01');
            INSERT INTO measurement VALUES ('m', 'o1', 'wer', '1', '{}', 0.5, NULL, '2026-01-01');
            INSERT INTO listening_test VALUES ('l', 'l', 1, 'Title', '{}', 'open', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', NULL, '2026-01-01', '2026-01-01', '2026-01-01', NULL);
            """);
        var outputsBefore = connection.Query("SELECT * FROM output ORDER BY id").Select(Row).ToArray();
        var before = Tables.Select(table => Rows(connection, table)).ToArray();

        using var database = Database.Open(new DatabaseSettings(folder.Path)).Value;

        Assert.Equal(before, Tables.Select(table => Rows(connection, table)));
        var after = connection.Query("SELECT * FROM output ORDER BY id").Select(Row).ToArray();
        for (var i = 0; i < outputsBefore.Length; i++)
            foreach (var (name, value) in outputsBefore[i]) Assert.Equal(value, after[i][name]);
        Assert.All(after, row => Assert.True(row["run_id"] is null && row["item_id"] is null && row["take"] is null && row["measured_at"] is null && row["attempts"] is 0L));
        Assert.Empty(connection.Query("PRAGMA foreign_key_check"));
        Assert.Equal("ok", connection.ExecuteScalar<string>("PRAGMA integrity_check"));
    }

    [Theory]
    [InlineData("UPDATE rating SET value = 1", "append-only")]
    [InlineData("DELETE FROM rating", "append-only")]
    [InlineData("DELETE FROM output WHERE id = 'o1'", "FOREIGN KEY")]
    [InlineData("INSERT INTO measurement VALUES ('n', 'nothing', 'wer', '1', '{}', 0.5, NULL, '2026-01-01')", "FOREIGN KEY")]
    [InlineData("INSERT INTO output (id, trial_id, label, position, role, settings, status, created_at) VALUES ('x', 't', 'A', 2, 'reference', '{}', 'done', '2026-01-02')", "UNIQUE")]
    [InlineData("INSERT INTO output (id, position, role, settings, status, created_at) VALUES ('x', 2, 'reference', '{}', 'done', '2026-01-02')", "CHECK")]
    [InlineData("INSERT INTO output (id, trial_id, position, role, settings, status, created_at) VALUES ('x', 't', 2, 'reference', '{}', 'done', '2026-01-02')", "CHECK")]
    public async Task The_rebuilt_table_and_what_refers_to_it_keep_their_rules(string statement, string reason)
    {
        using var temporary = new TemporaryDatabase();
        await temporary.Database.WriteAsync<int>(async (connection, transaction) => await connection.ExecuteAsync(
            """
            INSERT INTO system VALUES ('voice', 'synthesizer', 'The voice', 'voice', '1.0.0', '{}', '2026-01-01');
            INSERT INTO live_trial VALUES ('t', 'synthesis', 'hello', NULL, NULL, NULL, 0, 0, 7, 'done', '2026-01-01', NULL);
            INSERT INTO output (id, trial_id, label, position, role, system_id, settings, status, created_at) VALUES ('o1', 't', 'A', 0, 'system', 'voice', '{}', 'done', '2026-01-02');
            INSERT INTO rating VALUES ('r', 't', 'o1', NULL, 'acr', 3, 0, 'me', 's', '2026-01-01');
            """, transaction: transaction));
        var broken = await Assert.ThrowsAsync<SqliteException>(() => temporary.Database.WriteAsync<int>(async (connection, transaction) => await connection.ExecuteAsync(statement, transaction: transaction)));
        Assert.Contains(reason, broken.Message);
    }

    private static string Rows(SqliteConnection connection, string table) =>
        string.Join('\n', connection.Query($"SELECT * FROM {table}").Select(row => string.Join('|', ((IDictionary<string, object?>)row).Select(cell => $"{cell.Key}={cell.Value}"))));

    private static IDictionary<string, object?> Row(dynamic row) => (IDictionary<string, object?>)row;
}
