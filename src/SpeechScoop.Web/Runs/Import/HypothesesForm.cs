using Microsoft.AspNetCore.Http.Features;
using SpeechScoop.Recognition.Transcripts;

namespace SpeechScoop.Web.Runs.Import;

/// <summary>A form with transcripts, their bytes as they came: encodings are looked at where formats are read.</summary>
internal sealed record HypothesesForm(IReadOnlyDictionary<string, string> Fields, IReadOnlyList<TranscriptInput> Files)
{
    /// <summary>Most files, and most bytes of all.</summary>
    private const int MostFiles = 20_000, MostBytes = 256 * 1024 * 1024;

    /// <summary>Reads a form; larger ones are refused.</summary>
    public static async Task<Result<HypothesesForm>> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType) return new Error.Invalid("form-unreadable", "The request is no form. Send multipart/form-data.");
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostBytes;
        try
        {
            var form = await request.ReadFormAsync(new FormOptions { ValueCountLimit = MostFiles, MultipartBodyLengthLimit = MostBytes, BufferBodyLengthLimit = MostBytes }, cancellation);
            var files = new List<TranscriptInput>();
            foreach (var file in form.Files)
            {
                using var memory = new MemoryStream();
                await file.CopyToAsync(memory, cancellation);
                files.Add(new(file.FileName, memory.ToArray()));
            }
            return new HypothesesForm(form.ToDictionary(field => field.Key, field => field.Value.ToString().Trim()), files);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return new Error.Invalid("form-unreadable", $"The form cannot be read: {exception.Message}");
        }
    }
}

/// <summary>Transcripts that systems made elsewhere.</summary>
/// <param name="Dataset">Id or name of the dataset whose items they answer.</param>
/// <param name="System">Name of the system for all files; null to take the folder that each lies in, or the name of a file with many items.</param>
/// <param name="Format">Id of the format; null to find it.</param>
/// <param name="Field">The column, member or tier with the transcript.</param>
/// <param name="AllowMissing">Whether an item without a transcript is a failure of its system instead of a problem of the import.</param>
internal sealed record ImportHypotheses(
    string? Dataset, IReadOnlyList<TranscriptInput> Files, string? System = null, string? Format = null, string? Field = null, string? Title = null, bool AllowMissing = false)
{
    /// <summary>Reads the fields of a form.</summary>
    public static ImportHypotheses Of(HypothesesForm form) => new(
        Filled(form, "dataset"), form.Files, Filled(form, "system"), Filled(form, "format"), Filled(form, "field"), Filled(form, "title"), form.Fields.GetValueOrDefault("allowMissing") is "true" or "1" or "on");

    private static string? Filled(HypothesesForm form, string name) => form.Fields.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
