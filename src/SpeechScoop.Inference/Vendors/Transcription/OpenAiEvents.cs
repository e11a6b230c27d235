using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using SpeechScoop.Inference.Vendors.Http;
using SpeechScoop.Inference.Vendors.Settings;

namespace SpeechScoop.Inference.Vendors.Transcription;

/// <summary>
/// Server-sent events of transcriptions: OpenAI's <c>transcript.text.delta</c> and <c>.done</c>, Mistral's <c>transcription.text.delta</c> and
/// <c>transcription.done</c>, and vLLM's chunks that end with <c>[DONE]</c>. Without an end there is no result.
/// </summary>
internal static class OpenAiEvents
{
    public static async Task<Result<VendorTranscript>> ReadAsync(VendorSettings vendor, VendorAnswer answer, VendorCall call, VendorLimits limits, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(vendor.Timeout);
        try
        {
            using var limited = new LimitedStream(await answer.Content.ReadAsStreamAsync(patience.Token).ConfigureAwait(false), limits.LargestText);
            // Some servers take the wish to stream and answer whole.
            if (answer.MediaType is not "text/event-stream") return await ReadWholeAsync(vendor, answer, limited, call, patience.Token).ConfigureAwait(false);
            return await ReadEventsAsync(vendor, limited, call, patience.Token).ConfigureAwait(false);
        }
        catch (DecoderFallbackException)
        {
            return VendorFailures.Odd(vendor, "answered with text that is not UTF-8");
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            return VendorFailures.Cut(vendor);
        }
        catch (Exception exception) when (VendorFailures.IsExpected(exception, cancellation))
        {
            return VendorFailures.Of(vendor, exception, call);
        }
    }

    private static async Task<Result<VendorTranscript>> ReadEventsAsync(VendorSettings vendor, Stream stream, VendorCall call, CancellationToken cancellation)
    {
        var (text, raw, strict) = (new StringBuilder(), new StringBuilder(), new UTF8Encoding(false, throwOnInvalidBytes: true));
        await foreach (var item in SseParser.Create(stream, (type, data) => (Type: type, Data: strict.GetString(data))).EnumerateAsync(cancellation).ConfigureAwait(false))
        {
            var data = vendor.Key?.RemoveWholeFrom(item.Data.Data) ?? item.Data.Data;
            raw.Append("data: ").Append(data).Append("\n\n");
            call.RawAnswer = raw.ToString();
            if (data.Trim() is "[DONE]") return new VendorTranscript(text.ToString().Trim(), []);
            if (!VendorAnswer.Parse(vendor, data).TryGet(out var json, out var error)) return error;
            if (json.TryGetProperty("error", out var told) && told.ValueKind is not JsonValueKind.Null) return VendorFailures.Told(vendor, told.Text("message") ?? told.ToString());
            var kind = json.Text("type") ?? item.Data.Type;
            if (kind.EndsWith(".done", StringComparison.Ordinal)) return OpenAiTranscription.Read(vendor, json);
            if (Piece(json, kind) is not { Length: > 0 } piece) continue;
            call.Piece(piece);
            text.Append(piece);
        }
        return VendorFailures.Cut(vendor);
    }

    private static string? Piece(JsonElement json, string kind) => kind switch
    {
        "transcript.text.delta" => json.Text("delta"),
        "transcription.text.delta" => json.Text("text"),
        _ => json.Items("choices").Select(choice => choice.TryGetProperty("delta", out var delta) ? delta.Text("content") : null).FirstOrDefault(),
    };

    private static async Task<Result<VendorTranscript>> ReadWholeAsync(VendorSettings vendor, VendorAnswer answer, Stream stream, VendorCall call, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellation).ConfigureAwait(false);
        if (answer.MediaType is not ("" or "application/json")) return VendorFailures.Odd(vendor, $"answered with {answer.MediaType} instead of events or JSON");
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.ToArray());
        call.RawAnswer = vendor.Key?.RemoveWholeFrom(text) ?? text;
        return VendorAnswer.Parse(vendor, call.RawAnswer).Then(json => OpenAiTranscription.Read(vendor, json));
    }
}
