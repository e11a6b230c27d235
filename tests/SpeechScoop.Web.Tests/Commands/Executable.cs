using System.Diagnostics;

namespace SpeechScoop.Web.Tests.Commands;

/// <summary>Runs the built executable as a child process, as a user's shell would.</summary>
internal sealed class Executable
{
    private readonly Dictionary<string, string?> environment = [];

    /// <summary>The built assembly beside the tests.</summary>
    public static string AssemblyPath { get; } = typeof(Program).Assembly.Location;

    /// <summary>Sets an environment variable of the child; null removes it.</summary>
    public Executable With(string name, string? value)
    {
        environment[name] = value;
        return this;
    }

    /// <summary>Starts the executable without waiting.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(AssemblyPath);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs to the end.</summary>
    public async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
