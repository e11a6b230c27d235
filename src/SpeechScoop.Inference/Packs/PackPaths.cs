namespace SpeechScoop.Inference.Packs;

/// <summary>Keeps the files of a pack inside its folder.</summary>
public static class PackPaths
{
    /// <summary>The full path of a file that a manifest names.</summary>
    /// <param name="folder">The pack's folder.</param>
    /// <param name="relative">The path as written.</param>
    /// <returns><c>path-outside-pack</c> for absolute paths, <c>..</c>, backslashes, and links that lead out.</returns>
    public static Result<string> Resolve(string folder, string relative)
    {
        if (string.IsNullOrWhiteSpace(relative)) return Outside(relative, "is empty");
        if (Path.IsPathRooted(relative) || relative.Contains(':', StringComparison.Ordinal)) return Outside(relative, "is absolute; it has to be relative to the pack's folder");
        if (relative.Contains('\\', StringComparison.Ordinal)) return Outside(relative, "contains a backslash; folders are separated by /");
        if (relative.Contains('\0', StringComparison.Ordinal)) return Outside("…", "contains a zero character");
        var parts = relative.Split('/');
        if (parts.Contains("..")) return Outside(relative, "leads out of the pack's folder");
        var root = Path.GetFullPath(folder);
        var path = root;
        foreach (var part in parts)
        {
            path = Path.Combine(path, part);
            FileSystemInfo entry = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
            if (entry.LinkTarget is null) continue;
            var target = LinkTarget(entry);
            if (target is null || !target.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                return Outside(relative, $"is a link to {entry.LinkTarget}, outside the pack's folder");
            path = target;
        }
        return Path.GetFullPath(path);
    }

    private static string? LinkTarget(FileSystemInfo entry)
    {
        try
        {
            return entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
        }
        catch (IOException)
        {
            return null; // a circle, or a target that cannot be read
        }
    }

    private static Error.Invalid Outside(string relative, string why) => new("path-outside-pack", $"the path '{relative}' {why}");
}
