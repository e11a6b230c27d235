using System.Text;
using System.Text.Json;
using Polly.Timeout;
using SpeechScoop.Inference.Vendors.Settings;

namespace SpeechScoop.Inference.Vendors.Http;

/// <summary>Failures of calls in sentences: the vendor, its host, the status, its own message; never the key.</summary>
internal static class VendorFailures
{
    private const int LongestMessage = 300;

    /// <summary>Whether an exception is a failure of the call, and not a bug or the caller's wish.</summary>
    public static bool IsExpected(Exception exception, CancellationToken cancellation) => exception is HttpRequestException or IOException or TimeoutRejectedException or VendorBlockedException
        || (exception is OperationCanceledException && !cancellation.IsCancellationRequested);

    /// <summary>A call that got no answer.</summary>
    public static Error Of(VendorSettings vendor, Exception exception, VendorCall call) => (exception as VendorBlockedException ?? exception.InnerException as VendorBlockedException) is { } blocked
        ? new Error.Unavailable(blocked.Code, $"{Name(vendor)}: {blocked.Message}")
        : exception is TimeoutRejectedException or OperationCanceledException
            ? new Error.Unavailable("vendor-timeout", $"{Name(vendor)} did not answer within {vendor.Timeout.TotalSeconds:0.#} s{After(call)}. Try again, or set a longer timeoutSeconds.")
            : new Error.Unavailable("vendor-unreachable", $"{Name(vendor)} could not be reached or broke the connection{After(call)} ({Reason(exception)}). Check the address and the network, and try again.");

    /// <summary>An answer with another status than 2xx, read already.</summary>
    public static async Task<Error> OfStatusAsync(VendorSettings vendor, HttpResponseMessage response, VendorCall call)
    {
        var status = (int)response.StatusCode;
        var message = Message(vendor, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false));
        var said = $"HTTP {status}{(message is "" ? "" : $": \"{message}\"")}{After(call)}";
        return status switch
        {
            401 or 403 => new Error.Unavailable("vendor-key", vendor.Key is null
                ? $"{Name(vendor)} wants a key ({said}). Set {vendor.KeyVariable}."
                : $"{Name(vendor)} refused the key ({said}). Check {vendor.KeyVariable} and what the key may do."),
            >= 300 and < 400 => new Error.Unavailable("vendor-redirect", $"{Name(vendor)} points to another address (HTTP {status}), which is not followed. Set baseUrl to where the service is."),
            404 => new Error.Unavailable("vendor-refused", $"{Name(vendor)} has nothing at {response.RequestMessage?.RequestUri?.AbsolutePath} ({said}). Check baseUrl, model and voice."),
            413 => new Error.Unavailable("vendor-refused", $"{Name(vendor)} finds the audio too large ({said}). Cut the recording, or set a lower sampleRate."),
            429 => new Error.Unavailable("vendor-busy", $"{Name(vendor)} takes no more requests now ({said}). Wait, set a lower concurrency, or check the plan's quota."),
            >= 500 => new Error.Unavailable("vendor-failed", $"{Name(vendor)} failed ({said}). Try again later."),
            _ => new Error.Unavailable("vendor-refused", $"{Name(vendor)} refused the request ({said}). Check model, language and fields."),
        };
    }

    /// <summary>A successful answer that cannot be what it should.</summary>
    public static Error Odd(VendorSettings vendor, string what) => new Error.Unavailable("vendor-answer", $"{Name(vendor)} {what}. Is baseUrl right, and does the service speak what kind says?");

    /// <summary>A failure that the vendor tells in a successful answer.</summary>
    public static Error Told(VendorSettings vendor, string message) => new Error.Unavailable("vendor-failed", $"{Name(vendor)} failed: \"{Clean(vendor, message)}\".");

    /// <summary>An answer that came piece by piece and has no end.</summary>
    public static Error Cut(VendorSettings vendor) => new Error.Unavailable("vendor-cut", $"{Name(vendor)} broke off in the middle of its answer; what had come is not used. Try again.");

    private static string Name(VendorSettings vendor) => $"{vendor.Title} ({vendor.BaseUrl.Host})";

    private static string After(VendorCall call) => call.Attempts > 1 ? $" after {call.Attempts} attempts" : "";

    private static string Reason(Exception exception) => exception is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown and var kind }
        ? string.Concat(kind.ToString().Select((character, i) => i > 0 && char.IsUpper(character) ? $" {char.ToLowerInvariant(character)}" : $"{char.ToLowerInvariant(character)}"))
        : "the answer broke off";

    private static string Message(VendorSettings vendor, string? mediaType, byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        try
        {
            using var json = JsonDocument.Parse(text);
            return Clean(vendor, Find(json.RootElement) ?? "");
        }
        catch (JsonException)
        {
            return mediaType is "text/plain" ? Clean(vendor, text) : "";
        }
    }

    /// <summary>The message in the shapes that vendors have: <c>error.message</c>, <c>error</c>, <c>detail.message</c>, <c>detail</c>, <c>err_msg</c>, <c>message</c>.</summary>
    private static string? Find(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.String) return json.GetString();
        if (json.ValueKind is JsonValueKind.Array) return json.GetArrayLength() > 0 ? Find(json[0]) : null;
        if (json.ValueKind is not JsonValueKind.Object) return null;
        foreach (var name in new[] { "error", "detail", "message", "err_msg", "reason", "msg" })
            if (json.TryGetProperty(name, out var inner) && Find(inner) is { Length: > 0 } found) return found;
        return null;
    }

    private static string Clean(VendorSettings vendor, string text)
    {
        // Cut only after the key is out, with room for a whole key: half a key is one too.
        text = new string([.. text.Take(4096).Select(character => char.IsControl(character) || char.IsSurrogate(character) ? ' ' : character)]).Trim();
        text = vendor.Key?.RemoveFrom(text) ?? text;
        return text.Length <= LongestMessage ? text : $"{text[..LongestMessage]}…";
    }
}
