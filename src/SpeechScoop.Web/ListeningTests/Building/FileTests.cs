using System.Security.Cryptography;
using System.Text.Json;
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
        if (!(await UploadForm.ReadAsync(request, upload, cancellation)).TryGet(out var form, out var error)) return error;
        if (form.Clips.Count > MaximumFiles) return TooMany();
        if (form.Clips.FirstOrDefault(file => file.Clip.Error is not null) is { Clip.Error: { } refused }) return refused;
        var fields = form.Fields.ToDictionary(StringComparer.Ordinal);
        if (form.Texts.FirstOrDefault(text => text.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) is { } table) fields["csv"] = table.Text;
        return Parse(fields, [.. form.Clips.Select(file => new UploadedFile(file.Name, file.Clip.Value.Sha256))]);
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

    private static string Clean(string name) => new([.. name.Where(character => !char.IsControl(character)).Take(1000)]);

    private static Error.Invalid TooMany() => new("too-many-files", $"More than {MaximumFiles} files came at once. Make several tests of them.");
}
