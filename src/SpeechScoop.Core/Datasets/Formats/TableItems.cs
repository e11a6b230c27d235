using SpeechScoop.ListeningTests;

namespace SpeechScoop.Datasets.Formats;

/// <summary>
/// A table with a header, cells apart by commas, semicolons or tabs: <c>key</c>, <c>file</c>, <c>text</c>, <c>language</c>, <c>speaker</c>, <c>start</c>,
/// <c>end</c> under these or the usual other names; every other column is an attribute.
/// </summary>
internal sealed class TableItems : IDatasetFormat
{
    public string Title => "table (CSV or TSV)";

    public bool Fits(string fileName, string text, bool hasRecordings) =>
        fileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase);

    public DraftRows Read(string fileName, string text)
    {
        if (!CsvTable.Read(text).TryGet(out var table, out var error)) return DraftRows.Unreadable(fileName, error.Message);
        if (!NamedCells.AreEnough(table.Header))
            return DraftRows.Unreadable($"{fileName}, line 1",
                $"The first line names the columns {string.Join(", ", table.Header.Select(name => $"'{NamedCells.Shorten(name)}'"))}; none of them is key, file or text. Name the columns there.");
        var problems = new List<DatasetProblem>();
        var rows = table.Rows.Select(row => NamedCells.Row($"{fileName}, line {row.Line}", table.Header.Zip(row.Cells, (name, cell) => (name, (string?)cell)), problems)).ToArray();
        if (rows.Length == 0) problems.Add(new(fileName, "The table has a header but no rows. Export it again."));
        return new(rows, problems, []);
    }
}
