namespace SpeechScoop.Web.ListeningTests.Import;

/// <summary>The folder in which a configuration's audio lies. Nothing outside it is ever opened.</summary>
internal sealed class MediaFolder
{
    private const int MostLinks = 40;

    private readonly string root;

    private MediaFolder(string root) => this.root = root;

    /// <summary>Opens a folder.</summary>
    /// <returns><see cref="Error.Invalid"/> where it is none.</returns>
    public static Result<MediaFolder> Open(DirectoryInfo folder) => folder.Exists
        ? new MediaFolder(RealPath(folder.FullName))
        : new Error.Invalid("media-folder-missing", $"{folder} is no folder. Give the folder that the configuration's paths start from.");

    /// <summary>
    /// The file that a configuration names: its path below the folder, or the end of that path (a configuration may name
    /// more folders than were copied, or an address).
    /// </summary>
    /// <returns>The full path; null where there is none inside the folder.</returns>
    public string? Find(string name)
    {
        var parts = Uri.TryCreate(name, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? Uri.UnescapeDataString(address!.AbsolutePath).Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries)
            : name.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        parts = [.. parts.Where(part => part != ".")];
        if (parts.Any(part => part == ".." || part.Contains('\0', StringComparison.Ordinal) || part.Contains(':', StringComparison.Ordinal))) return null;
        for (var skip = 0; skip < parts.Length; skip++)
        {
            var file = new FileInfo(Path.Combine([root, .. parts[skip..]]));
            if (file.Exists && IsInside(RealPath(file.FullName))) return file.FullName;
        }
        return null;
    }

    private bool IsInside(string path) => path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The path with every link on the way followed, those of links' targets too; empty where links lead in a circle.</summary>
    private static string RealPath(string full)
    {
        var path = Path.GetPathRoot(full)!;
        var ahead = new Stack<string>(Parts(full[path.Length..]).Reverse());
        for (var links = 0; ahead.TryPop(out var part);)
        {
            // What was walked so far holds no links, so that its parent is the real one.
            if (part is ".") continue;
            var here = part is ".." ? Path.GetDirectoryName(path) ?? path : Path.Combine(path, part);
            if (part is ".." || new FileInfo(here).LinkTarget is not { } target)
            {
                path = here;
                continue;
            }
            if (++links > MostLinks) return "";
            var start = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : "";
            if (start.Length > 0) path = start;
            foreach (var next in Parts(target[start.Length..]).Reverse()) ahead.Push(next);
        }
        return path;
    }

    private static string[] Parts(string path) => path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
}
