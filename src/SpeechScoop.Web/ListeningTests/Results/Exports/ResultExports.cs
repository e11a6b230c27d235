using SpeechScoop.ListeningTests;
using SpeechScoop.Web.Exports;

namespace SpeechScoop.Web.ListeningTests.Results.Exports;

/// <summary>The files that results are saved as.</summary>
internal static class ResultExports
{
    private static readonly TrialDesign[] Rated = [TrialDesign.Acr, TrialDesign.Dcr, TrialDesign.P835, TrialDesign.Likert];
    private static readonly TrialDesign[] Voted = [TrialDesign.Acr, TrialDesign.Dcr, TrialDesign.Ccr, TrialDesign.P835];

    /// <param name="Designs">Those whose ratings it holds; empty for any.</param>
    private sealed record Export(string Name, string Type, Func<StoredResults, ResultsPresenter, string> Write, params TrialDesign[] Designs);

    private static readonly Export[] All =
    [
        new("ratings.csv", FileTypes.Csv, (stored, _) => RatingsFile.WriteCsv(stored)),
        new("ratings.jsonl", FileTypes.JsonLines, (stored, _) => RatingsFile.WriteJsonLines(stored)),
        new("results.json", FileTypes.Json, (stored, presenter) => ExportedFile.Json(presenter.Present(stored))),
        new("report.html", FileTypes.Html, ReportFile.Write),
        new("methods.md", FileTypes.Markdown, (stored, _) => MethodsFiles.Markdown(stored)),
        new("methods.tex", FileTypes.Latex, (stored, _) => MethodsFiles.Latex(stored)),
        new("webmushra/mushra.csv", FileTypes.Csv, (stored, _) => WebMushraFiles.Mushra(stored), TrialDesign.Mushra),
        new("webmushra/paired_comparison.csv", FileTypes.Csv, (stored, _) => WebMushraFiles.PairedComparison(stored), TrialDesign.Abx),
        new("webmushra/bs1116.csv", FileTypes.Csv, (stored, _) => WebMushraFiles.Bs1116(stored), TrialDesign.Bs1116),
        new("webmushra/lms.csv", FileTypes.Csv, (stored, _) => WebMushraFiles.LikertMultiStimulus(stored), TrialDesign.Likert),
        new("webmushra/lss.csv", FileTypes.Csv, (stored, _) => WebMushraFiles.LikertSingleStimulus(stored), Rated),
        new("p808/votes_per_clip.csv", FileTypes.Csv, (stored, _) => P808Files.VotesPerClip(stored), Voted),
        new("p808/votes_per_clip_sig.csv", FileTypes.Csv, (stored, _) => P808Files.VotesPerClip(stored, "sig"), TrialDesign.P835),
        new("p808/votes_per_clip_bak.csv", FileTypes.Csv, (stored, _) => P808Files.VotesPerClip(stored, "bak"), TrialDesign.P835),
        new("p808/votes_per_cond.csv", FileTypes.Csv, (stored, _) => P808Files.VotesPerCondition(stored), Voted),
        new("p808/votes_per_worker.csv", FileTypes.Csv, (stored, _) => P808Files.VotesPerWorker(stored), Voted),
        new("p808/data_cleaning_report.csv", FileTypes.Csv, (stored, _) => P808Cleaning.Report(stored), Voted),
        new("p808/accept_reject.csv", FileTypes.Csv, (stored, _) => P808Cleaning.AcceptReject(stored), Voted),
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
        return new ExportedFile($"{ExportedFile.Slug(stored.Definition.Title, "test")}-v{stored.Test.Version}-{name.Replace('/', '-')}", export.Type, export.Write(stored, presenter));
    }

    private static bool Suits(Export export, TrialDesign[] designs) => export.Designs.Length == 0 || export.Designs.Intersect(designs).Any();
}
