using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpeechScoop.Inference.Tokenization;

/// <summary>
/// Tokens as a JSON file: <c>{ "schema": "speechscoop/tokens/1", "system", "sampleCount", "frameRate", "codebookSize", "codes": [[…], …] }</c>,
/// one list of codes a codebook.
/// </summary>
public static class TokenFile
{
    /// <summary>Name and version of the format.</summary>
    public const string Schema = "speechscoop/tokens/1";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary>Writes the first <paramref name="codebooks"/> codebooks, UTF-8.</summary>
    public static byte[] ToJson(AudioTokens tokens, int codebooks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(codebooks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(codebooks, tokens.Codes.Count);
        return JsonSerializer.SerializeToUtf8Bytes(
            new Content(Schema, tokens.SystemId, tokens.SampleCount, tokens.FrameRate, tokens.CodebookSize, [.. tokens.Codes.Take(codebooks)]), Options);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <returns>The tokens, or <c>tokens-damaged</c> saying what is wrong.</returns>
    public static Result<AudioTokens> FromJson(ReadOnlySpan<byte> utf8)
    {
        Content? content;
        try
        {
            content = JsonSerializer.Deserialize<Content>(utf8, Options);
        }
        catch (JsonException broken)
        {
            return Damaged(broken.Message);
        }
        if (content is null) return Damaged("it is empty");
        if (content.Schema != Schema) return Damaged($"'schema' is '{content.Schema}'; this version reads '{Schema}'");
        if (content.Codes.Length == 0 || content.Codes.Any(book => book.Length != content.Codes[0].Length)) return Damaged("'codes' needs at least one codebook, and all of one length");
        if (content.CodebookSize < 2 || content.SampleCount < 1 || content.FrameRate is not (> 0 and < 1e6)) return Damaged("'codebookSize', 'sampleCount' or 'frameRate' is out of range");
        if (content.Codes.SelectMany(book => book).Any(code => code < 0 || code >= content.CodebookSize)) return Damaged($"a code lies outside 0..{content.CodebookSize - 1}");
        return new AudioTokens(content.System, content.CodebookSize, content.FrameRate, content.SampleCount, content.Codes);
    }

    private static Error.Invalid Damaged(string why) => new("tokens-damaged", $"This is no token file: {why}.");

    private sealed record Content(string Schema, string System, int SampleCount, double FrameRate, int CodebookSize, int[][] Codes);
}
