using SpeechScoop.Tests;

namespace SpeechScoop.Architecture.Tests;

/// <summary>The repository's own source files, without what is built or restored.</summary>
internal static class SourceFiles
{
    private static readonly string[] Skipped = ["artifacts", "node_modules", "bin", "obj", ".git", "data", "lib", "work"];

    /// <summary>Paths relative to the repository's root, with forward slashes.</summary>
    public static IEnumerable<string> All(params string[] extensions) =>
        Enumerate(SharedMaterial.RepositoryRoot)
            .Where(path => extensions.Contains(Path.GetExtension(path)))
            .Select(path => Path.GetRelativePath(SharedMaterial.RepositoryRoot, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static string Read(string relativePath) => File.ReadAllText(Path.Combine(SharedMaterial.RepositoryRoot, relativePath));

    private static IEnumerable<string> Enumerate(string folder) =>
        Directory.EnumerateFiles(folder).Concat(
            Directory.EnumerateDirectories(folder).Where(path => !Skipped.Contains(Path.GetFileName(path))).SelectMany(Enumerate));
}
