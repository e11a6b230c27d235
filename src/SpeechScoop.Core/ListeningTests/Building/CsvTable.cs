using System.Text;

namespace SpeechScoop.ListeningTests;

/// <summary>
/// A table as CSV (RFC 4180): cells apart by commas, semicolons or tabs (whichever the header has), quotes doubled within quotes, any
/// line ends, a byte-order mark ignored, empty lines skipped.
/// </summary>
/// <param name="Header">Names of the columns, lower case.</param>
/// <param name="Rows">Cells by column, and the line in which the row begins, from 1.</param>
public sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Rows)
{
    /// <summary>Most rows that a table may have.</summary>
    public const int MaximumRows = 100_000;

    /// <returns><see cref="Error.Invalid"/> that names the line.</returns>
    public static Result<CsvTable> Read(string text)
    {
        text = text.TrimStart('\uFEFF');
        var firstLine = text.AsSpan(0, Math.Max(0, text.AsSpan().IndexOfAny('\r', '\n') is var end && end < 0 ? text.Length : end));
        var separator = firstLine.Contains('\t') ? '\t' : firstLine.Contains(';') && !firstLine.Contains(',') ? ';' : ',';
        if (!Split(text, separator).TryGet(out var lines, out var error)) return error;
        if (lines.Count == 0) return new Error.Invalid("csv-empty", "The table is empty. Its first line must name the columns.");
        string[] header = [.. lines[0].Cells.Select(cell => cell.Trim().ToLowerInvariant())];
        if (header.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return new Error.Invalid("csv-column-twice", $"The table's first line names the column '{twice.Key}' twice. Rename one.");
        foreach (var (line, cells) in lines.Skip(1))
            if (cells.Count != header.Length)
                return new Error.Invalid("csv-row-uneven", $"Line {line} of the table has {Count(cells.Count)}, but its first line names {Count(header.Length)}. Put cells that hold a separator in quotes.");
        return new CsvTable(header, [.. lines.Skip(1)]);
    }

    /// <summary>Index of a column, or −1.</summary>
    public int Column(string name) => Header.ToList().IndexOf(name);

    private static string Count(int cells) => cells == 1 ? "1 cell" : $"{cells} cells";

    private static Result<IReadOnlyList<(int Line, IReadOnlyList<string> Cells)>> Split(string text, char separator)
    {
        var rows = new List<(int, IReadOnlyList<string>)>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (line, start, quoted) = (1, 1, 0);

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        bool EndRow()
        {
            EndCell();
            if (cells.Count > 1 || cells[0].Trim().Length > 0) rows.Add((start, cells));
            cells = [];
            return rows.Count <= MaximumRows;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '\n') line++;
            if (quoted > 0)
            {
                if (character != '"') cell.Append(character);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
                else quoted = 0;
            }
            else if (character == '"' && cell.Length == 0)
            {
                quoted = line;
            }
            else if (character == separator)
            {
                EndCell();
            }
            else if (character == '\n')
            {
                if (cell.Length > 0 && cell[^1] == '\r') cell.Length--;
                if (!EndRow()) return new Error.Invalid("csv-too-long", $"The table has more than {MaximumRows} rows. Split it.");
                start = line;
            }
            else if (character != '\0')
            {
                cell.Append(character);
            }
        }
        if (quoted > 0) return new Error.Invalid("csv-quote-open", $"A quote that opens in line {quoted} of the table never closes. Close it, or double quotes that are meant as such.");
        if (cell.Length > 0 && cell[^1] == '\r') cell.Length--;
        if (cell.Length > 0 || cells.Count > 0) EndRow();
        return Result<IReadOnlyList<(int, IReadOnlyList<string>)>>.Ok(rows);
    }
}
