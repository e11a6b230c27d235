using System.Globalization;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Runs;

/// <summary>An output as a table of another program names it.</summary>
/// <param name="Id">As a run's export has it.</param>
/// <param name="Key">The item's key.</param>
/// <param name="System">The system's id.</param>
/// <param name="Take">From 0.</param>
public readonly record struct NamedOutput(string Id, string Key, string System, int Take);

/// <summary>
/// Values of metrics that another program computed (PESQ, whose licence keeps it out of here, or a predictor of one's own), read from a table: a column <c>output</c> as a run's
/// export has it, or <c>key</c> with <c>system</c> and <c>take</c> where a key alone is not enough; every other column is a metric, <c>external/NAME</c>.
/// </summary>
/// <param name="Columns">Ids of the metrics, in the table's order.</param>
/// <param name="Values">Output, metric, finite value; empty cells are left out.</param>
public sealed record ExternalColumns(IReadOnlyList<string> Columns, IReadOnlyList<(string Output, string Metric, double Value)> Values)
{
    private const int MostProblems = 20;

    /// <summary>Columns that name the output, or that a run's export has beside metrics.</summary>
    private static readonly HashSet<string> NotMetrics = new(StringComparer.Ordinal)
    {
        "output", "key", "system", "systemversion", "settings", "take", "seed", "status", "reference", "text", "language", "speaker", "start", "end", "clip", "itemclip",
        "audioseconds", "processingseconds", "firstresultseconds", "bitrate", "attempts", "error",
    };

    /// <summary>Reads a table.</summary>
    /// <param name="outputs">The run's finished outputs.</param>
    /// <param name="own">Ids of metrics that are computed here: their columns are not taken for another program's.</param>
    /// <returns><see cref="Error.Invalid"/> that names lines, values and outputs; nothing is read then.</returns>
    public static Result<ExternalColumns> Read(CsvTable table, IReadOnlyList<NamedOutput> outputs, IReadOnlySet<string> own)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(outputs);
        var (output, key, system, take) = (table.Column("output"), table.Column("key"), table.Column("system"), table.Column("take"));
        if (output < 0 && key < 0) return new Error.Invalid("columns-without-output", "The table names neither outputs nor keys. Export the run as CSV, add your columns to it, and import that file.");
        (int Index, string Metric)[] columns = [.. table.Header.Select((name, index) => (index, name)).Where(column =>
            column.name.Length > 0 && !NotMetrics.Contains(column.name) && !own.Contains(column.name) && !column.name.EndsWith(".recipe", StringComparison.Ordinal)
            && !column.name.StartsWith("attribute.", StringComparison.Ordinal)).Select(column => (column.index, "external/" + string.Join('-', column.name.Split([' ', '_', '/'], StringSplitOptions.RemoveEmptyEntries))))];
        if (columns.Length == 0) return new Error.Invalid("columns-missing", $"The table has no column of another program: {string.Join(", ", table.Header)}. Add a column a metric, with a number in each row.");

        var byId = outputs.ToDictionary(each => each.Id, StringComparer.Ordinal);
        var byKey = outputs.ToLookup(each => each.Key, StringComparer.Ordinal);
        var (values, seen, problems) = (new List<(string, string, double)>(), new Dictionary<string, int>(StringComparer.Ordinal), new List<string>());
        foreach (var (line, cells) in table.Rows)
        {
            var found = output >= 0 && cells[output].Trim() is { Length: > 0 } id ? byId.TryGetValue(id, out var named) ? [named] : []
                : key >= 0 ? byKey[cells[key].Trim()].Where(each => (system < 0 || cells[system].Trim() == each.System) && (take < 0 || cells[take].Trim() == each.Take.ToString(CultureInfo.InvariantCulture))).ToArray() : [];
            if (found.Length != 1) problems.Add($"line {line} {(found.Length == 0 ? "matches no finished output of the run" : $"matches {found.Length} outputs; add the columns system and take")}");
            else if (!seen.TryAdd(found[0].Id, line)) problems.Add($"line {line} names the output of line {seen[found[0].Id]} again");
            else foreach (var (index, metric) in columns)
            {
                var cell = cells[index].Trim();
                if (cell.Length == 0) continue;
                if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)) values.Add((found[0].Id, metric, value));
                else problems.Add($"line {line} has '{cell}' under {table.Header[index]}, which is no number; leave the cell empty where there is none");
            }
            if (problems.Count >= MostProblems) break;
        }
        if (problems.Count > 0) return new Error.Invalid("columns-wrong", $"Nothing was imported: {string.Join("; ", problems)}.");
        return values.Count == 0
            ? new Error.Invalid("columns-empty", "The table has no value in any of its own columns.")
            : new ExternalColumns([.. columns.Select(column => column.Metric)], values);
    }
}
