using System.Diagnostics;
using System.Text;

namespace SpeechScoop.Inference.Commands;

/// <summary>What a program is asked to do.</summary>
/// <param name="Program">Name on the search path.</param>
/// <param name="Arguments">Its arguments, passed as they are.</param>
/// <param name="StandardInput">Bytes for its standard input; null closes it at once.</param>
/// <param name="WorkingFolder">Where it runs.</param>
/// <param name="Timeout">Time after which it and its children are ended.</param>
/// <param name="MaxOutputBytes">Most bytes of standard output that are taken.</param>
public sealed record CommandCall(
    string Program, IReadOnlyList<string> Arguments, byte[]? StandardInput, string WorkingFolder, TimeSpan Timeout, long MaxOutputBytes);

/// <summary>
/// Runs local programs: never through a shell, a few at a time, each with a time limit and an output limit. A program
/// that hangs, floods or fails is an error of that call alone.
/// </summary>
public sealed class CommandRunner(int concurrency) : IDisposable
{
    private const int MaxErrorCharacters = 400, MaxErrorBytes = 1 << 20;

    private readonly SemaphoreSlim slots = new(concurrency, concurrency);

    /// <summary>Waits until a program may run. Dispose what it returns when the program has ended.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await slots.WaitAsync(cancellation).ConfigureAwait(false);
        return new Slot(slots);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its standard output, or <c>program-missing</c>, <c>program-timeout</c>, <c>program-failed</c> or <c>program-output</c>.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; the program and its children are ended.</exception>
    public static async Task<Result<byte[]>> RunAsync(CommandCall call, CancellationToken cancellation)
    {
        if (CommandAvailability.Find(call.Program) is not { } path)
            return new Error.Unavailable("program-missing", $"The program '{call.Program}' is not installed.");
        using var process = new Process { StartInfo = Start(path, call) };
        try
        {
            process.Start();
        }
        catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or IOException)
        {
            return new Error.Unavailable("program-failed", $"The program '{call.Program}' cannot be started: {failure.Message}");
        }
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(call.Timeout);
        try
        {
            return await FollowAsync(process, call, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            End(process);
            cancellation.ThrowIfCancellationRequested();
            return new Error.Unavailable("program-timeout", string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"'{call.Program}' did not finish within {call.Timeout.TotalSeconds:0.#} s and was ended."));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => slots.Dispose();

    private static ProcessStartInfo Start(string path, CommandCall call)
    {
        var start = new ProcessStartInfo(path)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            UseShellExecute = false, CreateNoWindow = true, WorkingDirectory = call.WorkingFolder,
        };
        foreach (var argument in call.Arguments) start.ArgumentList.Add(argument);
        return start;
    }

    private static async Task<Result<byte[]>> FollowAsync(Process process, CommandCall call, CancellationToken limit)
    {
        // All three at once: a program that waits for one of its pipes would never end.
        var output = ReadAsync(process.StandardOutput.BaseStream, call.MaxOutputBytes, limit);
        var errors = ReadAsync(process.StandardError.BaseStream, MaxErrorBytes, limit);
        var input = WriteAsync(process.StandardInput.BaseStream, call.StandardInput, limit);
        if (await output.ConfigureAwait(false) is not { } bytes)
        {
            End(process);
            return new Error.Unavailable("program-output", $"'{call.Program}' gave back more than {call.MaxOutputBytes} bytes and was ended.");
        }
        var complaint = Encoding.UTF8.GetString(await errors.ConfigureAwait(false) ?? []).Trim();
        await input.ConfigureAwait(false);
        await process.WaitForExitAsync(limit).ConfigureAwait(false);
        if (process.ExitCode == 0) return bytes;
        // 128 + n is how a death by signal n is reported.
        var end = process.ExitCode > 128 && !OperatingSystem.IsWindows() ? $"crashed (signal {process.ExitCode - 128})" : $"ended with code {process.ExitCode}";
        return new Error.Unavailable("program-failed", $"'{call.Program}' {end}{Quoted(complaint)}.");
    }

    private static async Task<byte[]?> ReadAsync(Stream stream, long maxBytes, CancellationToken cancellation)
    {
        using var collected = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false) is var count and > 0)
        {
            if (collected.Length + count > maxBytes) return null;
            collected.Write(buffer, 0, count);
        }
        return collected.ToArray();
    }

    private static async Task WriteAsync(Stream stream, byte[]? bytes, CancellationToken cancellation)
    {
        try
        {
            await using (stream.ConfigureAwait(false))
            {
                if (bytes is not null) await stream.WriteAsync(bytes, cancellation).ConfigureAwait(false);
            }
        }
        catch (IOException)
        {
            // The program ended without reading everything; its exit code tells whether that is a failure.
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(2000);
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It ended by itself in the meantime.
        }
    }

    private static string Quoted(string complaint) => complaint.Length == 0 ? ""
        : $": {(complaint.Length > MaxErrorCharacters ? "…" + complaint[^MaxErrorCharacters..] : complaint)}";

    private sealed class Slot(SemaphoreSlim slots) : IDisposable
    {
        private SemaphoreSlim? slots = slots;

        public void Dispose() => Interlocked.Exchange(ref slots, null)?.Release();
    }
}
