namespace SpeechScoop.Tests;

/// <summary>
/// Finds material that is not part of the repository: recordings, third-party models and golden values in a folder
/// named <c>shared</c> beside the checkout, and tools on the path. Tests that need one skip by name where it is absent.
/// </summary>
internal static class SharedMaterial
{
    /// <summary>The repository root: the nearest folder above the test binaries that holds the solution file.</summary>
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    /// <summary>The full path of a file in <c>shared</c>; skips the calling test where it is absent.</summary>
    public static string PathTo(params string[] parts)
    {
        var path = Path.Combine([RepositoryRoot, "..", "shared", .. parts]);
        Assert.SkipUnless(Path.Exists(path), $"needs ../shared/{string.Join('/', parts)}, which is not part of the repository");
        return Path.GetFullPath(path);
    }

    /// <summary>The full path of a program; skips the calling test where it is not installed.</summary>
    public static string Program(string name)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        Assert.SkipUnless(path is not null, $"needs the program {name} (Debian: apt-get install {name})");
        return path!;
    }

    private static string FindRepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "SpeechScoop.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException($"SpeechScoop.sln was not found above {AppContext.BaseDirectory}");
    }
}
