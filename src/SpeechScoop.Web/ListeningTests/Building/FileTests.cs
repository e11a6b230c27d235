using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Web.Clips;

namespace SpeechScoop.Web.ListeningTests.Building;

/// <summary>
/// Makes drafts from uploaded files: either all in one multipart body (fields <c>design</c>, <c>options</c> as JSON, <c>csv</c>, and the
/// files under their paths), or as JSON that names clips which were uploaded one by one.
/// </summary>
internal sealed class FileTests(ClipUpload upload, ClipLibrary library, Drafts drafts)
{
    private const int MaximumFiles = 2000;
    private const int MaximumTextBytes = 10_000_000;

    /// <summary>Reads the body, stores the audio and makes the draft.</summary>
    public async Task<Result<ListeningTest>> CreateAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!(request.HasFormContentType ? await ReadFormAsync(request, cancellation) : await ReadJsonAsync(request, cancellation)).TryGet(out var from, out var error)) return error;
        MaterialFile[] files = [.. from.Files.Select(file => new MaterialFile(Clean(file.Name), file.Sha256))];
        foreach (var file in files)
            if ((await library.FindAsync(file.Sha256)).Error is { } missing) return new Error.Invalid(missing.Code, $"{file.Name}: {missing.Message}");
        var read = string.IsNullOrWhiteSpace(from.Csv) ? FolderMaterial.Read(files) : TableMaterial.Read(from.Csv, files);
        if (!read.TryGet(out var material, out error) || !TestTemplates.Create(from.Design, material, Seeded(from.Options)).TryGet(out var definition, out error)) return error;
        return await drafts.CreateAsync(definition);
    }

    /// <summary>A test without a seed of its own gets one.</summary>
    internal static TemplateOptions Seeded(TemplateOptions options) => options.Seed != 0 ? options : options with { Seed = RandomNumberGenerator.GetInt32(1, int.MaxValue) };

    private static async Task<Result<FromFiles>> ReadJsonAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            var from = await JsonSerializer.DeserializeAsync<FromFiles>(request.Body, DefinitionJson.Options, cancellation);
            if (from is { Options: not null, Files: not null } && from.Files.All(file => file is { Name: not null, Sha256: not null }))
                return from.Files.Count <= MaximumFiles ? from : TooMany();
            return new Error.Invalid("request-incomplete", "The request needs design, options and files, a list of {name, sha256}.");
        }
        catch (JsonException exception)
        {
            return new Error.Invalid("request-unreadable", $"The request cannot be read: {exception.Message}");
        }
    }

    private async Task<Result<FromFiles>> ReadFormAsync(HttpRequest request, CancellationToken cancellation)
    {
        // Files are counted one by one: each has the upload's limit.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).Value;
        if (string.IsNullOrEmpty(boundary)) return new Error.Invalid("form-unreadable", "The form names no boundary between its parts. Send multipart/form-data.");
        var files = new List<UploadedFile>();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(cancellation) is { } part)
            {
                var name = part.GetContentDispositionHeader();
                if (name is null) continue;
                if (!name.IsFileDisposition())
                {
                    if (!(await ReadTextAsync(part.Body, cancellation)).TryGet(out var text, out var tooLong)) return tooLong;
                    fields[name.Name.Value ?? ""] = text;
                    continue;
                }
                var path = HeaderUtilities.RemoveQuotes(name.FileNameStar.HasValue ? name.FileNameStar : name.FileName).Value ?? "";
                if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                {
                    if (!(await ReadTextAsync(part.Body, cancellation)).TryGet(out var table, out var tooLong)) return tooLong;
                    fields["csv"] = table;
                    continue;
                }
                if (files.Count == MaximumFiles) return TooMany();
                if (!(await upload.StoreAsync(part.Body, null, path, cancellation)).TryGet(out var clip, out var error)) return error;
                files.Add(new UploadedFile(path, clip.Sha256));
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return new Error.Invalid("form-unreadable", $"The form cannot be read: {exception.Message}");
        }
        return Parse(fields, files);
    }

    private static Result<FromFiles> Parse(Dictionary<string, string> fields, IReadOnlyList<UploadedFile> files)
    {
        try
        {
            if (!fields.TryGetValue("design", out var name)) return new Error.Invalid("request-incomplete", "The form needs a field design, such as mushra.");
            var design = JsonSerializer.Deserialize<TrialDesign>(JsonSerializer.Serialize(name.Trim()), DefinitionJson.Options);
            var options = fields.TryGetValue("options", out var json) ? JsonSerializer.Deserialize<TemplateOptions>(json, DefinitionJson.Options) ?? new() : new();
            if (fields.TryGetValue("title", out var title)) options = options with { Title = title.Trim() };
            return new FromFiles(design, options, files, fields.GetValueOrDefault("csv"));
        }
        catch (JsonException exception)
        {
            return new Error.Invalid("request-unreadable", $"A field of the form cannot be read: {exception.Message}");
        }
    }

    private static async Task<Result<string>> ReadTextAsync(Stream body, CancellationToken cancellation)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[1 << 14];
        while (await body.ReadAsync(buffer, cancellation) is var read && read > 0)
        {
            if (memory.Length + read > MaximumTextBytes) return new Error.Invalid("form-text-too-long", $"A text of the form has more than {MaximumTextBytes / 1_000_000} MB. Split the table.");
            memory.Write(buffer, 0, read);
        }
        return Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length);
    }

    private static string Clean(string name) => new([.. name.Where(character => !char.IsControl(character)).Take(1000)]);

    private static Error.Invalid TooMany() => new("too-many-files", $"More than {MaximumFiles} files came at once. Make several tests of them.");
}
