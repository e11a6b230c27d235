using SpeechScoop.Web.Commands;

return await CommandLine.InvokeAsync(args);

/// <summary>The executable's entry point, visible to tests that host the application.</summary>
public partial class Program;
