using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Exports;

/// <summary>A text file to be saved.</summary>
/// <param name="Name">What the browser saves it as.</param>
/// <param name="Type">One of <see cref="FileTypes"/>.</param>
internal sealed record ExportedFile(string Name, string Type, string Text)
{
    private const int LongestSlug = 60;

    private static readonly JsonSerializerOptions Indented = MakeIndented();

    /// <summary>The file as the whole answer to a request.</summary>
    public FileContentHttpResult ToResult() => TypedResults.File(Encoding.UTF8.GetBytes(Text), Type, Name);

    /// <summary>A value as the API spells it, for people to read.</summary>
    public static string Json<T>(T value) => JsonSerializer.Serialize(value, Indented);

    /// <summary>A title as part of a file name: lower-case ASCII letters, digits and hyphens.</summary>
    /// <param name="otherwise">For a title without any of them.</param>
    public static string Slug(string title, string otherwise)
    {
        var parts = new string([.. title.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-')])
            .Split('-', StringSplitOptions.RemoveEmptyEntries);
        var slug = string.Join('-', parts);
        return slug.Length == 0 ? otherwise : slug[..Math.Min(slug.Length, LongestSlug)];
    }

    private static JsonSerializerOptions MakeIndented()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true };
        SpeechScoopApp.ConfigureJson(json);
        return json;
    }
}

/// <summary>Media types of exported files, all UTF-8.</summary>
internal static class FileTypes
{
    /// <summary>RFC 4180, with a line of names.</summary>
    public const string Csv = "text/csv; charset=utf-8; header=present";

    public const string Json = "application/json; charset=utf-8";

    /// <summary>An object a line.</summary>
    public const string JsonLines = "application/jsonl; charset=utf-8";

    public const string Html = "text/html; charset=utf-8";

    public const string Markdown = "text/markdown; charset=utf-8";

    public const string Latex = "application/x-tex; charset=utf-8";
}
