using System.Runtime.InteropServices;

namespace SpeechScoop.Inference.Sessions;

/// <summary>
/// Keeps ONNX Runtime from recording usage. From version 1.29 its native library creates an identifier and an event
/// database under the user's cache folder as soon as it is touched, unless the process environment says otherwise by then.
/// </summary>
public static partial class OrtTelemetry
{
    /// <summary>The environment variable that ONNX Runtime reads.</summary>
    public const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>
    /// Turns telemetry off. Has to come before the first touch of any ONNX Runtime type: call it first in Main.
    /// Harmless when called again.
    /// </summary>
    public static void Disable()
    {
        // The managed call is what child processes inherit. On Unix it does not reach the C library's environment,
        // which is the one that the native library reads, hence the second call.
        Environment.SetEnvironmentVariable(Variable, "1");
        if (!OperatingSystem.IsWindows()) _ = SetNative(Variable, "1", overwrite: 1);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetNative(string name, string value, int overwrite);
}
