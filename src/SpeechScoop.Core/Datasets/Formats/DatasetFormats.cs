namespace SpeechScoop.Datasets.Formats;

/// <summary>The formats of datasets.</summary>
public static class DatasetFormats
{
    /// <summary>All, the more particular first.</summary>
    public static IReadOnlyList<IDatasetFormat> All { get; } = [new JsonItems(), new TableItems(), new LineItems()];

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
