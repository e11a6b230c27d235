using System.Text;
using System.Text.Json;
using SpeechScoop.Inference.Vendors.Settings;

namespace SpeechScoop.Inference.Vendors.Http;

/// <summary>A vendor's successful answer.</summary>
internal sealed class VendorAnswer(VendorSettings vendor, HttpResponseMessage response) : IDisposable
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The media type, such as <c>application/json</c>; empty where none is given.</summary>
    public string MediaType => response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? "";

    public HttpContent Content => response.Content;

    /// <summary>Reads a JSON object; the text as it came goes to the call.</summary>
    public async Task<Result<JsonElement>> ReadJsonAsync(VendorCall call)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        if (MediaType is not ("" or "application/json" or "text/json" or "text/plain") && !MediaType.EndsWith("+json", StringComparison.Ordinal))
            return VendorFailures.Odd(vendor, $"answered with {MediaType} instead of JSON");
        if (!Decode(bytes).TryGet(out var text, out var error)) return error;
        call.RawAnswer = text;
        return Parse(vendor, text);
    }

    /// <summary>Parses a JSON object.</summary>
    public static Result<JsonElement> Parse(VendorSettings vendor, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : VendorFailures.Odd(vendor, "answered with JSON that is no object");
        }
        catch (JsonException)
        {
            return VendorFailures.Odd(vendor, "answered with JSON that is broken or cut off");
        }
    }

    public void Dispose() => response.Dispose();

    private Result<string> Decode(byte[] bytes)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return (vendor.Key?.RemoveWholeFrom(text) ?? text).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return VendorFailures.Odd(vendor, "answered with text that is not UTF-8");
        }
    }
}
