using SpeechScoop.Inference.Packs.Manifests;

namespace SpeechScoop.Inference.Commands;

/// <summary>Finds the programs that command packs wrap.</summary>
public static class CommandAvailability
{
    /// <summary>Full path of a program on the search path; null where it is not installed.</summary>
    /// <param name="program">A name without folders.</param>
    public static string? Find(string program)
    {
        if (program.AsSpan().ContainsAny('/', '\\')) return null;
        string[] names = OperatingSystem.IsWindows() ? [program + ".exe", program] : [program];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathRooted)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>What a command pack lacks on this machine; empty when it can run, and for other packs.</summary>
    public static IReadOnlyList<string> Problems(CommandSection? command)
    {
        if (command is null) return [];
        var cure = command.Install is { Length: > 0 } install ? $" Install it with: {install}" : "";
        if (Find(command.Program) is null) return [$"The program '{command.Program}' is not installed.{cure}"];
        return [.. command.Requires.Where(path => !Path.Exists(path)).Select(path => $"'{command.Program}' lacks {path}.{cure}")];
    }
}
