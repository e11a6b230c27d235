using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Benchmarks.Load.Listeners;

/// <summary>The built server as a process of its own on a data folder of its own, with one published MUSHRA test; it can be killed and started again.</summary>
internal sealed class TestServer : IDisposable
{
    /// <summary>Token of the test's link.</summary>
    public const string Token = "link-of-the-listeners-under-load-0123456789";

    private readonly string dataPath;
    private Process? process;

    public TestServer(string folder)
    {
        dataPath = Path.Combine(folder, $"speechscoop-load-{Guid.CreateVersion7():N}");
        Directory.CreateDirectory(dataPath);
    }

    /// <summary>The database file.</summary>
    public string FilePath => Path.Combine(dataPath, "speechscoop.db");

    /// <summary>Where it listens; the same after a restart.</summary>
    public Uri? Address { get; private set; }

    /// <summary>The owner key, once the server has printed it.</summary>
    public string? Key { get; private set; }

    /// <summary>Stores what the server is to have.</summary>
    public async Task PrepareAsync(Func<Database, Task> store)
    {
        using var database = Database.Open(new DatabaseSettings(dataPath)).Value;
        await store(database);
    }

    /// <summary>Stores the test that is listened to.</summary>
    public Task PrepareAsync() => PrepareAsync(StoreTestAsync);

    private static async Task StoreTestAsync(Database database)
    {
        var definition = new ListeningTestDefinition
        {
            Title = "Load",
            Seed = 1,
            Conditions = [.. Enumerable.Range(0, 6).Select(i => new TestCondition($"c{i}", $"Condition {i}"))],
            Sections = [new TrialSection { Trials = [new() { Id = "t1", Design = TrialDesign.Mushra, Item = "t1", Stimuli = [.. Enumerable.Range(0, 6).Select(i => new Stimulus { Id = $"s{i}", Condition = $"c{i}" })] }] }],
        };
        var (tests, json, now) = (new ListeningTestStore(database), DefinitionJson.Write(definition), DateTimeOffset.UnixEpoch);
        _ = (await tests.CreateAsync(new() { Id = "load", Lineage = "load", Version = 1, Title = "Load", Definition = json, Status = ListeningTestStatus.Draft, CreatedAt = now, ChangedAt = now })).Value;
        _ = (await tests.PublishAsync("load", DefinitionJson.Hash(definition), json, now)).Value;
        _ = (await new ListeningLinkStore(database).CreateAsync(new() { Token = Token, TestId = "load", CreatedAt = now })).Value;
    }

    /// <summary>Starts the server and waits until it listens.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = dataPath };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "SpeechScoop.Web.dll"), "--urls", $"http://127.0.0.1:{Address?.Port ?? 0}"])
            start.ArgumentList.Add(argument);
        start.Environment["SpeechScoop__DataPath"] = dataPath;
        start.Environment["SpeechScoop__ModelsPath"] = Directory.CreateDirectory(Path.Combine(dataPath, "models")).FullName;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        process = Process.Start(start)!;
        var opened = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith("Open http", StringComparison.Ordinal) is true) opened.TrySetResult(new Uri(line.Data.Split(' ')[1]));
        };
        process.ErrorDataReceived += (_, line) => { if (line.Data is { } text) Console.Error.WriteLine(text); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var address = await opened.Task.WaitAsync(TimeSpan.FromSeconds(60));
        if (address.Query.StartsWith("?key=", StringComparison.Ordinal)) Key = address.Query["?key=".Length..];
        Address = new Uri(address.GetLeftPart(UriPartial.Authority));
    }

    /// <summary>Ends the server without any warning (SIGKILL).</summary>
    public async Task KillAsync()
    {
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Memory that the server holds now, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            process!.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Processor time that the server has used.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process!.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Every stored rating and its value, read by a connection of our own; SQLite's own check of the file comes first.</summary>
    public Dictionary<string, double> Stored()
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = FilePath, Pooling = false }.ToString());
        connection.Open();
        using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        if (check.ExecuteScalar() is not "ok" and var problem) throw new InvalidOperationException($"{FilePath} is damaged: {problem}");
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT id, value FROM listening_rating";
        using var rows = select.ExecuteReader();
        var stored = new Dictionary<string, double>();
        while (rows.Read()) stored.Add(rows.GetString(0), rows.GetDouble(1));
        return stored;
    }

    public void Dispose()
    {
        KillAsync().GetAwaiter().GetResult();
        Directory.Delete(dataPath, recursive: true);
    }
}
