using System.Globalization;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Web.Commands;

// Messages and what the verbs print are English, and so are their numbers, whatever the machine's language.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
// Before anything touches ONNX Runtime: its telemetry is decided when its library loads.
OrtTelemetry.Disable();
return await CommandLine.InvokeAsync(args);

/// <summary>The executable's entry point, visible to tests that host the application.</summary>
public partial class Program;
