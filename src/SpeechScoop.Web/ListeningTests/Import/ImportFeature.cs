using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.ListeningTests;
using SpeechScoop.Web.Errors;
using SpeechScoop.Web.ListeningTests.Building;

namespace SpeechScoop.Web.ListeningTests.Import;

/// <summary>A configuration to import.</summary>
/// <param name="Configs">One webMUSHRA configuration, or tables of the P.808 toolkit.</param>
/// <param name="Files">Audio that was uploaded as clips before (<c>POST /api/clips</c>), by the name that it has at the user's.</param>
/// <param name="Design">P.808 tables: acr, p835, dcr or ccr; null for what the tables suggest.</param>
/// <param name="Seed">Decides every order; null for one by lot.</param>
/// <param name="ConditionPattern">P.808 tables: a regular expression with named groups that finds conditions in the names of files; null to take their folders.</param>
internal sealed record ImportRequest(
    IReadOnlyList<ConfigText> Configs, IReadOnlyList<UploadedFile>? Files = null, TrialDesign? Design = null, long? Seed = null, string? ConditionPattern = null);

/// <summary>A file of a configuration.</summary>
/// <param name="Name">Its name: one that ends in .csv is a table.</param>
internal sealed record ConfigText(string Name, string Text);

/// <summary>What was made of a configuration.</summary>
internal sealed record ImportView(TestView Test, IReadOnlyList<NotCarriedOver> NotCarriedOver, IReadOnlyList<MissingAudio> MissingAudio);

/// <summary>Tests out of other programs' configurations.</summary>
internal static class ImportFeature
{
    private const int MostFiles = 10_000;

    public static IServiceCollection AddTestImport(this IServiceCollection services) => services.AddSingleton<TestImport>();

    public static void MapTestImport(this IEndpointRouteBuilder api) => api.MapPost("/listening-tests/import", ImportAsync).WithTags("Listening tests")
        .WithName("ImportListeningTest").WithSummary("Makes a draft of a webMUSHRA configuration or of tables of the P.808 toolkit, and lists what it cannot carry over.")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Created<ImportView>, ProblemHttpResult>> ImportAsync(ImportRequest request, TestImport import, TestReader reader)
    {
        if (request.Configs is not { Count: > 0 } configs || configs.Any(config => config?.Name is null || config.Text is null) || request.Files?.Any(file => file?.Name is null || file.Sha256 is null) == true)
            return new Error.Invalid("request-incomplete", "The request needs configs, a list of {name, text}, and may have files, a list of {name, sha256}.").ToProblem();
        if (request.Files?.Count > MostFiles || configs.Sum(config => (long)config.Text.Length) > ImportedConfig.MaximumBytes)
            return new Error.Invalid("import-too-large", $"A configuration has up to {ImportedConfig.MaximumBytes / 1_000_000} MB and {MostFiles} files. Split it.").ToProblem();
        if (!ImportedConfig.Read([.. configs.Select(config => (config.Name, config.Text))], request.Design, request.Seed, request.ConditionPattern).TryGet(out var imported, out var error)
            || !(await import.FromClipsAsync(imported, request.Files ?? [])).TryGet(out var draft, out error)
            || !(await reader.ViewAsync(draft.Test)).TryGet(out var view, out error))
            return error.ToProblem();
        return TypedResults.Created($"/api/listening-tests/{view.Id}", new ImportView(view, draft.NotCarriedOver, draft.MissingAudio));
    }
}
