using SpeechScoop.Recognition.Transcripts;

namespace SpeechScoop.Web.Runs.Import;

/// <summary>Which system a transcript is of.</summary>
internal static class SystemNames
{
    /// <summary>A name for all; the row's own; the file's folder, unless its files stand apart; the name of a file that holds more than one recording.</summary>
    /// <returns>Null for a file of one recording that nothing names a system for.</returns>
    public static string? Of(string? named, TranscriptInput file, TranscriptEntry entry, IReadOnlySet<string> apart)
    {
        if (named is not null) return named;
        if (entry.System is { } own) return own;
        if (Folder(file.Name) is { Length: > 0 } folder && !apart.Contains(file.Name)) return folder.Split('/')[^1];
        return entry.Recording == file.Stem ? null : file.Stem;
    }

    /// <summary>
    /// Files of many recordings that are each a system of its own although they lie in one folder: because the folder holds folders too, or because two of them have the same recording. Parts of one system have
    /// different ones.
    /// </summary>
    public static IReadOnlySet<string> Apart(IEnumerable<(TranscriptInput File, IReadOnlyList<TranscriptEntry> Entries)> files)
    {
        var all = files.ToList();
        var folders = all.Select(each => Folder(each.File.Name)).ToHashSet(StringComparer.Ordinal);
        var apart = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in all.Where(each => each.Entries.Any(entry => entry.Recording != each.File.Stem)).GroupBy(each => Folder(each.File.Name), StringComparer.Ordinal))
        {
            var recordings = folder.SelectMany(each => each.Entries.Select(entry => entry.Unit).Distinct(StringComparer.Ordinal)).ToList();
            var isShared = recordings.Count != recordings.Distinct().Count();
            if (isShared || folders.Any(other => folder.Key.Length > 0 && other.StartsWith(folder.Key + "/", StringComparison.Ordinal))) apart.UnionWith(folder.Select(each => each.File.Name));
        }
        return apart;
    }

    private static string Folder(string name)
    {
        var path = name.Replace('\\', '/');
        return path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";
    }
}
