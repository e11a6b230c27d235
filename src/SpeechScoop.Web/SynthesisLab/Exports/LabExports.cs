using SpeechScoop.Web.Exports;

namespace SpeechScoop.Web.SynthesisLab.Exports;

/// <summary>The files that an analysis is saved as.</summary>
internal static class LabExports
{
    private sealed record Export(string Name, string Type, Func<LabRun, LabView, string> Write);

    private static readonly Export[] All =
    [
        Table("takes.csv", (run, _) => TakesTable.Of(run)),
        new("takes.jsonl", FileTypes.JsonLines, (run, _) => TakesTable.JsonLines(TakesTable.Of(run))),
        Table("spread.csv", (_, view) => LabTable.Spread(view)),
        Table("failures.csv", (_, view) => LabTable.Failures(view)),
        Table("success.csv", (_, view) => LabTable.Success(view)),
        Table("demo-bias.csv", (_, view) => LabTable.DemoBias(view)),
        Table("determinism.csv", (_, view) => LabTable.Determinism(view)),
        Table("stability.csv", (_, view) => LabTable.Stability(view)),
        Table("speed.csv", (_, view) => LabTable.Speed(view)),
        new("analysis.json", FileTypes.Json, (_, view) => ExportedFile.Json(view)),
        new("report.html", FileTypes.Html, LabReport.Write),
    ];

    /// <summary>All that can be asked for.</summary>
    public static string[] Names { get; } = [.. All.Select(export => export.Name)];

    /// <summary>Writes one file.</summary>
    /// <returns><see cref="Error.NotFound"/> for an unknown name.</returns>
    public static Result<ExportedFile> Write(string name, LabRun run, LabView view) => Array.Find(All, export => export.Name == name) is { } export
        ? new ExportedFile($"{ExportedFile.Slug(view.Run.Title, "run")}-{name}", export.Type, export.Write(run, view))
        : new Error.NotFound("unknown-export", $"There is no export \"{name}\". Use one of {string.Join(", ", Names)}.");

    private static Export Table(string name, Func<LabRun, LabView, LabTable> table) =>
        new(name, FileTypes.Csv, (run, view) => table(run, view).ToCsv());
}
