using System.Globalization;
using System.Text;

namespace SpeechScoop.Web.Exports;

/// <summary>
/// Tables as CSV (RFC 4180: commas, CR LF, quotes doubled), UTF-8 without a byte-order mark. Text that a spreadsheet would run as a
/// formula gets a leading apostrophe; numbers stay numbers.
/// </summary>
internal static class Csv
{
    /// <summary>Writes a header and rows.</summary>
    /// <param name="rows">Cells: text, numbers, instants, booleans, or null for an empty cell.</param>
    public static string Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var builder = new StringBuilder();
        AppendRow(builder, header);
        foreach (var row in rows) AppendRow(builder, row);
        return builder.ToString();
    }

    private static void AppendRow(StringBuilder builder, IReadOnlyList<object?> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0) builder.Append(',');
            builder.Append(Cell(cells[i]));
        }
        builder.Append("\r\n");
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => Quote(Disarm(text)),
        bool truth => truth ? "true" : "false",
        DateTimeOffset instant => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell cannot be a {value.GetType()}.", nameof(value)),
    };

    /// <summary>The first characters that start a formula in Excel, LibreOffice or Google Sheets, after white space too.</summary>
    private static string Disarm(string text) =>
        text.TrimStart(' ') is [var first, ..] && first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? $"'{text}" : text;

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
