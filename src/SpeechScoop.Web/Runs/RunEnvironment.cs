using System.Runtime.InteropServices;
using System.Text.Json;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Runs;

/// <summary>The machine and the versions that made a run: its times mean nothing without them.</summary>
/// <param name="Cpu">The processor's name.</param>
/// <param name="Cores">Logical cores: as many models compute at once.</param>
/// <param name="Os">Operating system and its version.</param>
/// <param name="Runtime">Version of .NET.</param>
/// <param name="OnnxRuntime">Version of ONNX Runtime.</param>
/// <param name="App">Version of SpeechScoop.</param>
internal sealed record RunEnvironment(string Cpu, int Cores, string Os, string Runtime, string OnnxRuntime, string App)
{
    /// <summary>This process.</summary>
    public static RunEnvironment Current => field ??= new(
        CpuName(), Environment.ProcessorCount, RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription, OrtVersion.Text, Health.Version);

    /// <summary>As runs store it.</summary>
    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Reads what <see cref="Write"/> wrote; null where the run has not begun, or was made elsewhere.</summary>
    public static RunEnvironment? Read(string json) => json is "{}" ? null : JsonSerializer.Deserialize<RunEnvironment>(json, JsonSerializerOptions.Web);

    private static string CpuName()
    {
        try
        {
            if (OperatingSystem.IsLinux())
                foreach (var line in File.ReadLines("/proc/cpuinfo"))
                    if (line.StartsWith("model name", StringComparison.Ordinal)) return line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A sandbox may hide it; the architecture is said instead.
        }
        return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
