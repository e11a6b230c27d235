namespace SpeechScoop.Datasets.Formats;

/// <summary>The formats of datasets.</summary>
public static class DatasetFormats
{
    /// <summary>All, the more particular first.</summary>
    public static IReadOnlyList<IDatasetFormat> All { get; } = [new JsonItems(), new TableItems(), new KaldiTables(), new ReferenceItems(), new LineItems()];

    /// <summary>Reads lists that belong together; tables of Kaldi describe the same utterances.</summary>
    /// <returns>The formats' titles and what the lists say.</returns>
    public static (string Titles, DraftRows Rows) Read(IReadOnlyList<(string Name, string Text)> lists, bool hasRecordings)
    {
        ArgumentNullException.ThrowIfNull(lists);
        var read = lists.Select(list => (list.Name, Read: Read(list.Name, list.Text, hasRecordings))).ToArray();
        return (string.Join(", ", read.Select(one => one.Read.Title).Where(title => title is not "").Distinct()), new DraftRows(
            KaldiTables.Join([.. read.Select(one => (one.Name, one.Read.Rows.Rows))]), [.. read.SelectMany(one => one.Read.Rows.Problems)], [.. read.SelectMany(one => one.Read.Rows.Notes)]));
    }

    /// <summary>Reads a list in the format that fits.</summary>
    /// <returns>The format's title and what the list says; a problem where no format fits.</returns>
    public static (string Title, DraftRows Rows) Read(string fileName, string text, bool hasRecordings)
    {
        text = text.TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(text)) return ("", DraftRows.Unreadable(fileName, "The file is empty. Export it again."));
        return All.FirstOrDefault(format => format.Fits(fileName, text, hasRecordings)) is { } fitting
            ? (fitting.Title, fitting.Read(fileName, text))
            : ("", DraftRows.Unreadable(fileName, $"This is not in a format that is known here: {string.Join(", ", All.Select(format => format.Title))}."));
    }
}
