using Dapper;
using DbUp;
using DbUp.Engine.Output;
using Microsoft.Data.Sqlite;

namespace SpeechScoop.Storage;

/// <summary>Brings a database to this version's schema: embedded scripts in order of their number, each in one transaction, journalled.</summary>
internal static class Schema
{
    private const string Journal = "schema_migration";

    /// <summary>Names of all scripts, in order.</summary>
    public static IReadOnlyList<string> Scripts { get; } = typeof(Schema).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();

    /// <summary>Applies what is missing.</summary>
    /// <param name="last">Only scripts up to this number, to build the schema of an older version; null for all.</param>
    public static Result<int> Upgrade(string connectionString, string path, int? last = null)
    {
        if (FindUnknownScript(connectionString) is { } unknown)
            return new Error.Unavailable("database-newer",
                $"The database {path} was written by a newer SpeechScoop (it knows the change {unknown}). Update this installation, or set SpeechScoop:DataPath to another folder.");
        // A table that others refer to can only be made anew without foreign keys, and a transaction cannot turn them off. Such a script checks them itself.
        var withoutForeignKeys = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = false, Pooling = false }.ToString();
        var upgrade = DeployChanges.To.SqliteDatabase(withoutForeignKeys)
            .WithScriptsEmbeddedInAssembly(typeof(Schema).Assembly, name => Scripts.Contains(name) && (last is null || NumberOf(name) <= last))
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .JournalToSqliteTable(Journal)
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (upgrade.Successful) return upgrade.Scripts.Count();
        if (upgrade.Error is SqliteException exception && StorageErrors.From(exception, path) is { } error) return error;
        throw new InvalidOperationException($"The database change {upgrade.ErrorScript?.Name} failed on {path}.", upgrade.Error);
    }

    private static int NumberOf(string script) => int.Parse(script.Split('.')[^2].AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);

    private static string? FindUnknownScript(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        if (connection.ExecuteScalar<int>("SELECT count(*) FROM sqlite_master WHERE name = @Journal", new { Journal }) == 0) return null;
        return connection.Query<string>($"SELECT ScriptName FROM {Journal}").FirstOrDefault(name => !Scripts.Contains(name));
    }
}
