using SpeechScoop.ListeningTests;
using SpeechScoop.Web.Exports;

namespace SpeechScoop.Web.ListeningTests.Results.Exports;

/// <summary>The files that results are saved as.</summary>
internal static class ResultExports
{
    private static readonly TrialDesign[] Rated = [TrialDesign.Acr, TrialDesign.Dcr, TrialDesign.P835, TrialDesign.Likert];
    private static readonly TrialDesign[] Voted = [TrialDesign.Acr, TrialDesign.Dcr, TrialDesign.Ccr, TrialDesign.P835];

    /// <param name="Designs">Those whose ratings it holds; empty for any.</param>
    private sealed record Export(string Name, string Type, Func<ExportInput, string> Write, params TrialDesign[] Designs);

    private static readonly Export[] All =
    [
        new("ratings.csv", FileTypes.Csv, input => RatingsFile.WriteCsv(input.Stored)),
        new("ratings.jsonl", FileTypes.JsonLines, input => RatingsFile.WriteJsonLines(input.Stored)),
        new("results.json", FileTypes.Json, input => ExportedFile.Json(input.Presenter.Present(input.Stored))),
        new("report.html", FileTypes.Html, ReportFile.Write),
        new("methods.md", FileTypes.Markdown, MethodsFiles.Markdown),
        new("methods.tex", FileTypes.Latex, MethodsFiles.Latex),
        new("webmushra/mushra.csv", FileTypes.Csv, input => WebMushraFiles.Mushra(input.Stored), TrialDesign.Mushra),
        new("webmushra/paired_comparison.csv", FileTypes.Csv, input => WebMushraFiles.PairedComparison(input.Stored), TrialDesign.Abx),
        new("webmushra/bs1116.csv", FileTypes.Csv, input => WebMushraFiles.Bs1116(input.Stored), TrialDesign.Bs1116),
        new("webmushra/lms.csv", FileTypes.Csv, input => WebMushraFiles.LikertMultiStimulus(input.Stored), TrialDesign.Likert),
        new("webmushra/lss.csv", FileTypes.Csv, input => WebMushraFiles.LikertSingleStimulus(input.Stored), Rated),
        new("p808/votes_per_clip.csv", FileTypes.Csv, input => P808Files.VotesPerClip(input), Voted),
        new("p808/votes_per_clip_sig.csv", FileTypes.Csv, input => P808Files.VotesPerClip(input, "sig"), TrialDesign.P835),
        new("p808/votes_per_clip_bak.csv", FileTypes.Csv, input => P808Files.VotesPerClip(input, "bak"), TrialDesign.P835),
        new("p808/votes_per_cond.csv", FileTypes.Csv, P808Files.VotesPerCondition, Voted),
        new("p808/votes_per_worker.csv", FileTypes.Csv, P808Files.VotesPerWorker, Voted),
        new("p808/data_cleaning_report.csv", FileTypes.Csv, input => P808Cleaning.Report(input.Stored), Voted),
        new("p808/accept_reject.csv", FileTypes.Csv, input => P808Cleaning.AcceptReject(input.Stored), Voted),
        new("p808/quality_bonus.csv", FileTypes.Csv, P808Cleaning.QualityBonus, Voted),
    ];

    /// <summary>All that can be asked for.</summary>
    public static IEnumerable<string> Names => All.Select(export => export.Name);

    /// <summary>What a test's designs can be written as.</summary>
    public static string[] NamesFor(ListeningTestDefinition definition)
    {
        var designs = ResultsPresenter.Designs(definition);
        return [.. All.Where(export => Suits(export, designs)).Select(export => export.Name)];
    }

    /// <summary>Whether a file tells of metrics beside the ratings.</summary>
    public static bool TellsOfMetrics(string name) => name is "report.html" or "methods.md" or "methods.tex";

    /// <summary>Writes one file.</summary>
    /// <returns><see cref="Error.NotFound"/> for an unknown name, and for a format that has no place for the test's designs.</returns>
    public static Result<ExportedFile> Write(string name, ExportInput input)
    {
        var stored = input.Stored;
        if (Array.Find(All, export => export.Name == name) is not { } export)
            return new Error.NotFound("unknown-export", $"There is no export \"{name}\". Use one of {string.Join(", ", Names)}.");
        if (!Suits(export, ResultsPresenter.Designs(stored.Definition)))
            return new Error.NotFound("export-unsuited", $"{name} has no place for this test's ratings. It can be saved as {string.Join(", ", NamesFor(stored.Definition))}.");
        return new ExportedFile($"{ExportedFile.Slug(stored.Definition.Title, "test")}-v{stored.Test.Version}-{name.Replace('/', '-')}", export.Type, export.Write(input));
    }

    private static bool Suits(Export export, TrialDesign[] designs) => export.Designs.Length == 0 || export.Designs.Intersect(designs).Any();
}
