using System.Text.Json;
using SpeechScoop.ListeningTests;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.ListeningTests.Results.Exports;

/// <summary>A text file to be saved.</summary>
internal sealed record ExportedFile(string Name, string Type, string Text);

/// <summary>The files that results are saved as.</summary>
internal static class ResultExports
{
    public const string Csv = "text/csv; charset=utf-8; header=present";

    private static readonly JsonSerializerOptions Json = MakeJson();

    private static readonly TrialDesign[] Rated = [TrialDesign.Acr, TrialDesign.Dcr, TrialDesign.P835, TrialDesign.Likert];
    private static readonly TrialDesign[] Voted = [TrialDesign.Acr, TrialDesign.Dcr, TrialDesign.Ccr, TrialDesign.P835];

    /// <param name="Designs">Those whose ratings it holds; empty for any.</param>
    private sealed record Export(string Name, string Type, Func<StoredResults, ResultsPresenter, string> Write, params TrialDesign[] Designs);

    private static readonly Export[] All =
    [
        new("ratings.csv", Csv, (stored, _) => RatingsFile.WriteCsv(stored)),
        new("ratings.jsonl", "application/jsonl; charset=utf-8", (stored, _) => RatingsFile.WriteJsonLines(stored)),
        new("results.json", "application/json; charset=utf-8", (stored, presenter) => JsonSerializer.Serialize(presenter.Present(stored), Json)),
        new("report.html", "text/html; charset=utf-8", ReportFile.Write),
        new("methods.md", "text/markdown; charset=utf-8", (stored, _) => MethodsFiles.Markdown(stored)),
        new("methods.tex", "application/x-tex; charset=utf-8", (stored, _) => MethodsFiles.Latex(stored)),
        new("webmushra/mushra.csv", Csv, (stored, _) => WebMushraFiles.Mushra(stored), TrialDesign.Mushra),
        new("webmushra/paired_comparison.csv", Csv, (stored, _) => WebMushraFiles.PairedComparison(stored), TrialDesign.Abx),
        new("webmushra/bs1116.csv", Csv, (stored, _) => WebMushraFiles.Bs1116(stored), TrialDesign.Bs1116),
        new("webmushra/lms.csv", Csv, (stored, _) => WebMushraFiles.LikertMultiStimulus(stored), TrialDesign.Likert),
        new("webmushra/lss.csv", Csv, (stored, _) => WebMushraFiles.LikertSingleStimulus(stored), Rated),
        new("p808/votes_per_clip.csv", Csv, (stored, _) => P808Files.VotesPerClip(stored), Voted),
        new("p808/votes_per_clip_sig.csv", Csv, (stored, _) => P808Files.VotesPerClip(stored, "sig"), TrialDesign.P835),
        new("p808/votes_per_clip_bak.csv", Csv, (stored, _) => P808Files.VotesPerClip(stored, "bak"), TrialDesign.P835),
        new("p808/votes_per_cond.csv", Csv, (stored, _) => P808Files.VotesPerCondition(stored), Voted),
        new("p808/votes_per_worker.csv", Csv, (stored, _) => P808Files.VotesPerWorker(stored), Voted),
        new("p808/data_cleaning_report.csv", Csv, (stored, _) => P808Cleaning.Report(stored), Voted),
        new("p808/accept_reject.csv", Csv, (stored, _) => P808Cleaning.AcceptReject(stored), Voted),
    ];

    /// <summary>All that can be asked for.</summary>
    public static IEnumerable<string> Names => All.Select(export => export.Name);

    /// <summary>What a test's designs can be written as.</summary>
    public static string[] NamesFor(ListeningTestDefinition definition)
    {
        var designs = ResultsPresenter.Designs(definition);
        return [.. All.Where(export => Suits(export, designs)).Select(export => export.Name)];
    }

    /// <summary>Writes one file.</summary>
    /// <returns><see cref="Error.NotFound"/> for an unknown name, and for a format that has no place for the test's designs.</returns>
    public static Result<ExportedFile> Write(string name, StoredResults stored, ResultsPresenter presenter)
    {
        if (Array.Find(All, export => export.Name == name) is not { } export)
            return new Error.NotFound("unknown-export", $"There is no export \"{name}\". Use one of {string.Join(", ", Names)}.");
        if (!Suits(export, ResultsPresenter.Designs(stored.Definition)))
            return new Error.NotFound("export-unsuited", $"{name} has no place for this test's ratings. It can be saved as {string.Join(", ", NamesFor(stored.Definition))}.");
        return new ExportedFile($"{Slug(stored.Definition.Title)}-v{stored.Test.Version}-{name.Replace('/', '-')}", export.Type, export.Write(stored, presenter));
    }

    private static bool Suits(Export export, TrialDesign[] designs) => export.Designs.Length == 0 || export.Designs.Intersect(designs).Any();

    /// <summary>A title as part of a file name: lower-case ASCII letters, digits and hyphens.</summary>
    internal static string Slug(string title)
    {
        var parts = new string([.. title.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-')])
            .Split('-', StringSplitOptions.RemoveEmptyEntries);
        var slug = string.Join('-', parts);
        return slug.Length == 0 ? "test" : slug[..Math.Min(slug.Length, 60)];
    }

    private static JsonSerializerOptions MakeJson()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true };
        SpeechScoopApp.ConfigureJson(json);
        return json;
    }
}
