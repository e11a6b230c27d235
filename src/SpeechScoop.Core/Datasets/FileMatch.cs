namespace SpeechScoop.Datasets;

/// <summary>Finds the uploaded recording that a row means: lists name paths of the machine where they were made.</summary>
internal sealed class FileMatch
{
    private readonly IReadOnlyList<DatasetFile> files;
    private readonly Dictionary<string, DatasetFile> byPath = new(StringComparer.Ordinal);
    private readonly ILookup<string, DatasetFile> byLastPart;
    private readonly ILookup<string, DatasetFile> byStem;

    public FileMatch(IReadOnlyList<DatasetFile> files)
    {
        this.files = files;
        foreach (var file in files) byPath.TryAdd(Normal(file.Name), file);
        byLastPart = files.ToLookup(file => LastPart(Normal(file.Name)), StringComparer.OrdinalIgnoreCase);
        byStem = files.ToLookup(file => LastPart(Stem(file.Name)), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A path without its ending: what an item is called that has no other name.</summary>
    public static string Stem(string name)
    {
        var path = Normal(name);
        return path.LastIndexOf('.') is var dot && dot > path.LastIndexOf('/') + 1 ? path[..dot] : path;
    }

    /// <summary>The file of a row; null, and a problem, where there is none or more than one.</summary>
    public DatasetFile? Find(DraftRow row, ICollection<DatasetProblem> problems)
    {
        if (row.File is null && row.Key is null)
        {
            problems.Add(new(row.Place, "The item names no recording. Fill in file, or key with the file's name."));
            return null;
        }
        var wanted = Normal(row.File ?? row.Key!);
        if (byPath.TryGetValue(wanted, out var exact)) return exact;
        var candidates = row.File is not null ? byLastPart[LastPart(wanted)].ToArray() : [.. byStem[LastPart(wanted)]];
        // STM and Kaldi name recordings without their ending.
        if (candidates.Length == 0 && row.File is not null) candidates = [.. byStem[LastPart(wanted)]];
        var endings = candidates.Where(file => EndsAlike(row.File is not null ? Normal(file.Name) : Stem(file.Name), wanted)).ToArray();
        if (endings.Length > 0) candidates = endings;
        if (candidates.Length == 1) return candidates[0];
        problems.Add(new(row.Place, candidates.Length > 1
            ? $"'{wanted}' could be {string.Join(" or ", candidates.Take(3).Select(file => file.Name))}. Name more of the path."
            : files.Count == 0 ? $"The recording '{wanted}' did not come along. Choose the audio files together with the list."
            : $"The recording '{wanted}' is not among the {files.Count} files that came along. Add it, or correct its name."));
        return null;
    }

    private static string Normal(string name)
    {
        var path = name.Trim().Replace('\\', '/');
        while (path.StartsWith("./", StringComparison.Ordinal) || path.StartsWith('/')) path = path[(path.StartsWith('/') ? 1 : 2)..];
        return path;
    }

    private static string LastPart(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static bool EndsAlike(string one, string other) => one.Length >= other.Length
        ? one.EndsWith("/" + other, StringComparison.OrdinalIgnoreCase) || one.Equals(other, StringComparison.OrdinalIgnoreCase)
        : other.EndsWith("/" + one, StringComparison.OrdinalIgnoreCase);
}
