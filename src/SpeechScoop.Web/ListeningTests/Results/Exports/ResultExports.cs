using System.Text.Json;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.ListeningTests.Results.Exports;

/// <summary>A text file to be saved.</summary>
internal sealed record ExportedFile(string Name, string Type, string Text);

/// <summary>The files that results are saved as.</summary>
internal static class ResultExports
{
    public const string Csv = "text/csv; charset=utf-8; header=present";

    private static readonly JsonSerializerOptions Json = MakeJson();

    private static readonly Dictionary<string, (string Type, Func<StoredResults, ResultsPresenter, string> Write)> Files = new(StringComparer.Ordinal)
    {
        ["ratings.csv"] = (Csv, (stored, _) => RatingsFile.WriteCsv(stored)),
        ["ratings.jsonl"] = ("application/jsonl; charset=utf-8", (stored, _) => RatingsFile.WriteJsonLines(stored)),
        ["results.json"] = ("application/json; charset=utf-8", (stored, presenter) => JsonSerializer.Serialize(presenter.Present(stored), Json)),
    };

    /// <summary>What can be asked for.</summary>
    public static IEnumerable<string> Names => Files.Keys;

    /// <summary>Writes one file.</summary>
    /// <returns><see cref="Error.NotFound"/> for an unknown name.</returns>
    public static Result<ExportedFile> Write(string name, StoredResults stored, ResultsPresenter presenter) => Files.TryGetValue(name, out var file)
        ? new ExportedFile($"{Slug(stored.Definition.Title)}-v{stored.Test.Version}-{name.Replace('/', '-')}", file.Type, file.Write(stored, presenter))
        : new Error.NotFound("unknown-export", $"There is no export \"{name}\". Use one of {string.Join(", ", Names)}.");

    /// <summary>A title as part of a file name: lower-case ASCII letters, digits and hyphens.</summary>
    private static string Slug(string title)
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
