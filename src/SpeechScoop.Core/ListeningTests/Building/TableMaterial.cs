namespace SpeechScoop.ListeningTests;

/// <summary>Reads the audio of a test from a table that names uploaded files: columns <c>condition,item,file[,reference,transcript]</c>.</summary>
public static class TableMaterial
{
    private static readonly string[] Known = ["condition", "item", "file", "reference", "transcript"];

    /// <summary>The material, conditions and items in the order of the table.</summary>
    /// <param name="csv">The table.</param>
    /// <param name="files">What was uploaded; the table names them by path or, where that is enough, by their last part.</param>
    /// <returns><see cref="Error.Invalid"/> that names the line.</returns>
    public static Result<TestMaterial> Read(string csv, IReadOnlyList<MaterialFile> files)
    {
        if (!CsvTable.Read(csv).TryGet(out var table, out var error)) return error;
        if (Known.Take(3).FirstOrDefault(name => table.Column(name) < 0) is { } absent)
            return new Error.Invalid("csv-column-missing", $"The table has no column '{absent}'. Its first line must be condition,item,file and may go on with reference and transcript.");
        if (table.Header.FirstOrDefault(name => !Known.Contains(name)) is { } unknown)
            return new Error.Invalid("csv-column-unknown", $"The table has a column '{unknown}'. Known are {string.Join(", ", Known)}; take the column out or rename it.");
        var builder = new MaterialBuilder();
        foreach (var (line, cells) in table.Rows)
        {
            string Cell(string name) => table.Column(name) is >= 0 and var column ? cells[column].Trim() : "";
            if (AddRow(builder, files, line, Cell) is { } wrong) return wrong;
        }
        return builder.Build();
    }

    private static Error? AddRow(MaterialBuilder builder, IReadOnlyList<MaterialFile> files, int line, Func<string, string> cell)
    {
        var (condition, item) = (cell("condition"), cell("item"));
        if (condition is "" || item is "")
            return new Error.Invalid("csv-cell-empty", $"Line {line} of the table names no {(condition is "" ? "condition" : "item")}. Fill the cell, or delete the line.");
        var transcript = cell("transcript") is { Length: > 0 } said ? said : null;
        if (!Find(cell("file"), files, line).TryGet(out var file, out var error)) return error;
        if (builder.Add(condition, item, file, transcript) is { } twice) return At(line, twice);
        if (cell("reference") is not { Length: > 0 } original) return null;
        if (!Find(original, files, line).TryGet(out var reference, out error)) return error;
        return builder.AddReference(item, reference) is { } other ? At(line, other) : null;
    }

    private static Error.Invalid At(int line, Error error) => new(error.Code, $"Line {line} of the table: {error.Message}");

    private static Result<MaterialFile> Find(string name, IReadOnlyList<MaterialFile> files, int line)
    {
        if (name is "") return new Error.Invalid("csv-cell-empty", $"Line {line} of the table names no file. Fill the cell, or delete the line.");
        string[] wanted = name.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(part => part is not ".").ToArray();
        var found = files.Where(file => file.Parts.Length >= wanted.Length && file.Parts.AsSpan(file.Parts.Length - wanted.Length).SequenceEqual(wanted)).ToArray();
        return found.Length switch
        {
            1 => found[0],
            0 => new Error.Invalid("csv-file-missing", $"Line {line} of the table names {name}, which was not uploaded. Add the file, or correct its name."),
            _ when found.Select(file => file.Sha256).Distinct().Count() == 1 => found[0],
            _ => new Error.Invalid("csv-file-ambiguous", $"Line {line} of the table names {name}, and {found.Length} different files of that name were uploaded. Write its folder too: {found[0].Name}."),
        };
    }
}
