using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.Tests.Sessions;

/// <summary>
/// ONNX Runtime decides about telemetry in the first moment of its life, by the environment of its process, and not at all
/// where CI is set. So the proof needs a process of its own, with an empty home and without CI.
/// </summary>
public sealed class OrtTelemetryTests
{
    private const string LeaveOn = "SPEECHSCOOP_TEST_LEAVE_TELEMETRY_ON";

    [Fact]
    public void The_runtime_starts_in_a_process_that_disabled_telemetry_first()
    {
        if (Environment.GetEnvironmentVariable(LeaveOn) != "1") OrtTelemetry.Disable();
        Assert.NotEmpty(OrtEnv.Instance().GetVersionString());
    }

    [Fact]
    public async Task Nothing_is_written_to_the_home_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no setenv to prove; the managed call suffices there");
        Assert.Equal([], await FilesWrittenByAsync(leaveOn: false));
    }

    [Fact]
    public async Task Without_our_call_the_runtime_would_write_to_the_home_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the files lie elsewhere on Windows");
        Assert.NotEmpty(await FilesWrittenByAsync(leaveOn: true));
    }

    private static async Task<IReadOnlyList<string>> FilesWrittenByAsync(bool leaveOn)
    {
        var home = Directory.CreateTempSubdirectory("home-");
        try
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in new[] { typeof(OrtTelemetryTests).Assembly.Location, "-method", $"*{nameof(The_runtime_starts_in_a_process_that_disabled_telemetry_first)}" })
                start.ArgumentList.Add(argument);
            foreach (var variable in new[] { "CI", "GITHUB_ACTIONS", "TF_BUILD", OrtTelemetry.Variable, "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME" }) start.Environment.Remove(variable);
            start.Environment["HOME"] = home.FullName;
            start.Environment[LeaveOn] = leaveOn ? "1" : "0";
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            Assert.Contains("Total: 1", output, StringComparison.Ordinal);
            return [.. home.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(home.FullName, file.FullName)).Order(StringComparer.Ordinal)];
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }
}
