using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SpeechScoop.Recognition.Transcripts.Formats;
using SpeechScoop.Storage.Clips;

namespace SpeechScoop.Web.Clips;

/// <summary>A text file of a form.</summary>
/// <param name="Name">Its path at the user's.</param>
internal sealed record FormText(string Name, string Text);

/// <summary>An audio file of a form, stored or refused.</summary>
/// <param name="Name">Its path at the user's.</param>
internal sealed record FormClip(string Name, Result<StoredClip> Clip);

/// <summary>A multipart body, read to its end: its fields, its text files, and its audio, stored as clips.</summary>
internal sealed record UploadForm(IReadOnlyDictionary<string, string> Fields, IReadOnlyList<FormText> Texts, IReadOnlyList<FormClip> Clips)
{
    /// <summary>Most files of one form.</summary>
    public const int MaximumFiles = 20_000;

    private const int MaximumTextBytes = 50_000_000;

    /// <summary>RFC 2046 allows 70 characters; some clients quote more.</summary>
    private const int LongestBoundary = 200;

    private static readonly string[] TextEndings = [".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".txt", ".trn", ".stm", ".ctm", ".scp", ".srt", ".vtt", ".textgrid"];

    /// <summary>Whether a file holds text by its name's ending. A file without an ending does too: that is how Kaldi names its lists.</summary>
    public static bool IsText(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return !last.Contains('.', StringComparison.Ordinal) || TextEndings.Any(ending => last.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads a body. An audio file that cannot be decoded is refused alone.</summary>
    /// <returns><see cref="Error.Invalid"/> for what is no form, has too much in it, or has a text in an unknown encoding.</returns>
    public static async Task<Result<UploadForm>> ReadAsync(HttpRequest request, ClipUpload upload, CancellationToken cancellation)
    {
        // Files are counted one by one: each has the upload's limit.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        if (!request.HasFormContentType || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= LongestBoundary } boundary)
            return new Error.Invalid("form-unreadable", $"The request is no form, or names no boundary of up to {LongestBoundary} characters between its parts. Send multipart/form-data.");
        var (fields, texts, clips) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<FormText>(), new List<FormClip>());
        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(cancellation) is { } part)
            {
                if (part.GetContentDispositionHeader() is not { } header) continue;
                var path = header.IsFileDisposition() ? Clean(HeaderUtilities.RemoveQuotes(header.FileNameStar.HasValue ? header.FileNameStar : header.FileName).Value ?? "") : null;
                if (path is not null && !IsText(path))
                {
                    if (clips.Count == MaximumFiles) return new Error.Invalid("too-many-files", $"More than {MaximumFiles} files came at once. Send them in several parts.");
                    clips.Add(new FormClip(path, await upload.StoreAsync(part.Body, null, path, cancellation)));
                    continue;
                }
                if (!(await ReadTextAsync(path ?? $"The field {HeaderUtilities.RemoveQuotes(header.Name)}", part.Body, cancellation)).TryGet(out var text, out var unreadable)) return unreadable;
                if (path is null) fields[HeaderUtilities.RemoveQuotes(header.Name).Value ?? ""] = text.Trim();
                else texts.Add(new FormText(path, text));
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return new Error.Invalid("form-unreadable", $"The form cannot be read: {exception.Message}");
        }
        return new UploadForm(fields, texts, clips);
    }

    private static async Task<Result<string>> ReadTextAsync(string name, Stream body, CancellationToken cancellation)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[1 << 14];
        while (await body.ReadAsync(buffer, cancellation) is var read && read > 0)
        {
            if (memory.Length + read > MaximumTextBytes) return new Error.Invalid("form-text-too-long", $"{name} has more than {MaximumTextBytes / 1_000_000} MB. Split it.");
            memory.Write(buffer, 0, read);
        }
        return TextDecoding.Read(name, memory.GetBuffer().AsMemory(0, (int)memory.Length));
    }

    private static string Clean(string name) => new([.. name.Where(character => !char.IsControl(character)).Take(1000)]);
}
