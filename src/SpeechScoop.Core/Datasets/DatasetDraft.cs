namespace SpeechScoop.Datasets;

/// <summary>A recording that came with a dataset.</summary>
/// <param name="Name">Its path at the user's, parts apart by <c>/</c> or <c>\</c>.</param>
/// <param name="Seconds">Its length.</param>
public sealed record DatasetFile(string Name, string Sha256, double Seconds);

/// <summary>An item as it will be stored.</summary>
/// <param name="File">Name of its recording, for pages.</param>
/// <param name="Seconds">Its length; null for a prompt.</param>
public sealed record PlannedItem(
    string Key, string? ClipSha256, string? File, double? Start, double? End, double? Seconds, string? Text, string? Language, string? Speaker,
    IReadOnlyDictionary<string, string> Attributes);

/// <summary>What was understood of a dataset, before it is stored.</summary>
/// <param name="Problems">What must be mended first; empty when it can be stored.</param>
/// <param name="Notes">What was supposed or left out, in sentences.</param>
public sealed record DatasetDraft(DatasetKind Kind, IReadOnlyList<PlannedItem> Items, IReadOnlyList<DatasetProblem> Problems, IReadOnlyList<string> Notes)
{
    /// <summary>Most items of a dataset.</summary>
    public const int MaximumItems = 200_000;

    /// <summary>Matches rows with recordings. Without rows, every recording is an item; without recordings, the rows are prompts.</summary>
    public static DatasetDraft Of(DraftRows? rows, IReadOnlyList<DatasetFile> files)
    {
        var problems = new List<DatasetProblem>(rows?.Problems ?? []);
        var notes = new List<string>(rows?.Notes ?? []);
        var kind = files.Count > 0 || rows?.Rows.Any(row => row.File is not null) == true ? DatasetKind.Recordings : DatasetKind.Prompts;
        var items = kind is DatasetKind.Prompts
            ? Prompts(rows?.Rows ?? [], problems)
            : Recordings(rows?.Rows ?? [.. files.Select(file => new DraftRow { Place = file.Name, File = file.Name })], files, rows is not null, problems, notes);
        if (items.Count == 0 && problems.Count == 0) problems.Add(new("dataset", "There are no items. Add recordings, or prompts with a line each."));
        if (items.Count > MaximumItems) problems.Add(new("dataset", $"There are {items.Count} items; a dataset has up to {MaximumItems}. Split it."));
        ItemCheck.Keys(items, problems);
        return new(kind, [.. items.Select(item => item.Planned)], problems, notes);
    }

    private static List<(PlannedItem Planned, string Place)> Prompts(IReadOnlyList<DraftRow> rows, List<DatasetProblem> problems)
    {
        var digits = Math.Max(3, rows.Count.ToString(System.Globalization.CultureInfo.InvariantCulture).Length);
        var items = new List<(PlannedItem, string)>(rows.Count);
        foreach (var (row, number) in rows.Select((row, index) => (row, index + 1)))
        {
            if (string.IsNullOrWhiteSpace(row.Text)) problems.Add(new(row.Place, "The item has no text to speak. Add one, or leave the line out."));
            if (row.Start is not null || row.End is not null) problems.Add(new(row.Place, "A prompt has no start or end. Leave these columns out, or add the recordings."));
            ItemCheck.Lengths(row, problems);
            var key = row.Key ?? "p" + number.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(digits, '0');
            items.Add((new(key, null, null, null, null, null, row.Text, row.Language, row.Speaker, row.Attributes), row.Place));
        }
        return items;
    }

    private static List<(PlannedItem Planned, string Place)> Recordings(
        IReadOnlyList<DraftRow> rows, IReadOnlyList<DatasetFile> files, bool isListed, List<DatasetProblem> problems, List<string> notes)
    {
        var byName = new FileMatch(files);
        var used = new HashSet<DatasetFile>();
        var items = new List<(PlannedItem, string)>(rows.Count);
        foreach (var row in rows)
        {
            ItemCheck.Lengths(row, problems);
            if (byName.Find(row, problems) is not { } file) continue;
            used.Add(file);
            if (!ItemCheck.Times(row, file.Seconds, problems)) continue;
            var isPart = row.Start is not null || row.End is not null;
            var key = row.Key ?? (isPart ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{FileMatch.Stem(file.Name)}-{row.Start ?? 0:0.00}") : FileMatch.Stem(file.Name));
            var end = row.End is { } stop ? Math.Min(stop, file.Seconds) : (double?)null;
            items.Add((new(key, file.Sha256, file.Name, row.Start, end, (end ?? file.Seconds) - (row.Start ?? 0), row.Text, row.Language, row.Speaker, row.Attributes), row.Place));
        }
        if (isListed && used.Count < files.Count)
        {
            var unused = files.Where(file => !used.Contains(file)).Select(file => file.Name).ToArray();
            notes.Add($"{(unused.Length == 1 ? "One recording is" : $"{unused.Length} recordings are")} in no row and left out: {string.Join(", ", unused.Take(5))}{(unused.Length > 5 ? " …" : "")}.");
        }
        var silent = items.Count(item => item.Item1.Text is { Length: 0 });
        if (silent > 0) notes.Add($"{(silent == 1 ? "One item has" : $"{silent} items have")} an empty text: nothing is said there, and every word that a recognizer hears is an error.");
        var untold = isListed ? items.Count(item => item.Item1.Text is null) : 0;
        if (untold > 0) notes.Add($"{(untold == 1 ? "One item has" : $"{untold} items have")} no text: transcripts of {(untold == 1 ? "it" : "them")} are not scored.");
        return items;
    }
}
