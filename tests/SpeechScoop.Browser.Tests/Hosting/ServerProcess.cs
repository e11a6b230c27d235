using System.Diagnostics;
using System.Globalization;

namespace SpeechScoop.Browser.Tests.Hosting;

/// <summary>
/// The real application as a child process: the built executable on a free port of the loopback interface, with a data
/// folder of its own. It can be killed and started again on the same port, as a power cut would.
/// </summary>
/// <param name="modelsPath">Folder of the packs; null for the default packs.</param>
internal sealed class ServerProcess(string? modelsPath = null) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<string> log = [];
    private Process? process;

    /// <summary>Where it listens, such as <c>http://localhost:41234</c>; the same after a restart.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The owner key that it printed at its first start.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The folder of its database and audio.</summary>
    public string DataPath { get; } = Directory.CreateTempSubdirectory("scoop-browser-").FullName;

    /// <summary>What it has written to its console, for messages of failed tests.</summary>
    public string Log
    {
        get
        {
            lock (log) return string.Join('\n', log.TakeLast(20).Select(line => line.Length > 400 ? line[..400] + " …" : line));
        }
    }

    /// <summary>Starts the application and waits until it prints its address.</summary>
    public async Task StartAsync()
    {
        var port = Address.Length > 0 ? new Uri(Address).Port : 0;
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
        start.Environment["SpeechScoop__DataPath"] = DataPath;
        if (modelsPath is not null) start.Environment["SpeechScoop__ModelsPath"] = modelsPath;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment.Remove("SpeechScoop__OwnerKey");
        process = Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started");
        var opened = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Take(line.Data, opened);
        process.ErrorDataReceived += (_, line) => Take(line.Data, opened);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => opened.TrySetException(new InvalidOperationException($"The application ended before it printed its address:\n{Log}"));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var link = new Uri(await opened.Task.WaitAsync(Patience));
        Address = link.GetLeftPart(UriPartial.Authority);
        if (link.Query.StartsWith("?key=", StringComparison.Ordinal)) Key = link.Query["?key=".Length..];
    }

    /// <summary>Kills the application without any warning.</summary>
    public async Task KillAsync()
    {
        if (process is null) return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(DataPath, recursive: true);
    }

    /// <summary>Remembers a line; the line "Open http://…" tells the address.</summary>
    private void Take(string? line, TaskCompletionSource<string> opened)
    {
        if (line is null) return;
        lock (log) log.Add(line);
        if (line.StartsWith("Open http", StringComparison.Ordinal)) opened.TrySetResult(line.Split(' ')[1]);
    }
}
