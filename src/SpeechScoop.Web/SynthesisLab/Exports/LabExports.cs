using System.Text.Json;
using SpeechScoop.Web.Hosting;
using SpeechScoop.Web.ListeningTests.Results.Exports;
using CsvFile = SpeechScoop.Web.Comparisons.Csv;

namespace SpeechScoop.Web.SynthesisLab.Exports;

/// <summary>The files that an analysis is saved as.</summary>
internal static class LabExports
{
    private static readonly JsonSerializerOptions Json = MakeJson();

    private sealed record Export(string Name, string Type, Func<LabRun, LabView, string> Write);

    private static readonly Export[] All =
    [
        Table("takes.csv", (run, _) => TakesTable.Of(run)),
        new("takes.jsonl", "application/jsonl; charset=utf-8", (run, _) => TakesTable.JsonLines(TakesTable.Of(run))),
        Table("spread.csv", (_, view) => LabTable.Spread(view)),
        Table("failures.csv", (_, view) => LabTable.Failures(view)),
        Table("success.csv", (_, view) => LabTable.Success(view)),
        Table("demo-bias.csv", (_, view) => LabTable.DemoBias(view)),
        Table("determinism.csv", (_, view) => LabTable.Determinism(view)),
        Table("stability.csv", (_, view) => LabTable.Stability(view)),
        Table("speed.csv", (_, view) => LabTable.Speed(view)),
        new("analysis.json", "application/json; charset=utf-8", (_, view) => JsonSerializer.Serialize(view, Json)),
        new("report.html", "text/html; charset=utf-8", LabReport.Write),
    ];

    /// <summary>All that can be asked for.</summary>
    public static string[] Names { get; } = [.. All.Select(export => export.Name)];

    /// <summary>Writes one file.</summary>
    /// <returns><see cref="Error.NotFound"/> for an unknown name.</returns>
    public static Result<ExportedFile> Write(string name, LabRun run, LabView view) => Array.Find(All, export => export.Name == name) is { } export
        ? new ExportedFile($"{ResultExports.Slug(view.Run.Title)}-{name}", export.Type, export.Write(run, view))
        : new Error.NotFound("unknown-export", $"There is no export \"{name}\". Use one of {string.Join(", ", Names)}.");

    private static Export Table(string name, Func<LabRun, LabView, LabTable> table) =>
        new(name, ResultExports.Csv, (run, view) => table(run, view) is var made ? CsvFile.Write(made.Header, made.Rows) : "");

    private static JsonSerializerOptions MakeJson()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true };
        SpeechScoopApp.ConfigureJson(json);
        return json;
    }
}
