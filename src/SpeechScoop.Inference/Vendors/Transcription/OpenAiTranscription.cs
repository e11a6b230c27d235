using System.Text.Json;
using System.Text.Json.Nodes;
using SpeechScoop.Inference.Vendors.Http;
using SpeechScoop.Inference.Vendors.Settings;

namespace SpeechScoop.Inference.Vendors.Transcription;

/// <summary>POST /v1/audio/transcriptions, whole or as server-sent events.</summary>
internal sealed class OpenAiTranscription(VendorSettings vendor, VendorConnection connection) : ITranscription
{
    public async Task<Result<VendorTranscript>> TranscribeAsync(VendorAudio audio, VendorCall call, CancellationToken cancellation)
    {
        var own = new JsonObject { ["model"] = vendor.Model, ["language"] = vendor.Language is "" ? null : vendor.Language, ["response_format"] = "json", ["stream"] = vendor.Stream ? "true" : null };
        using var request = new HttpRequestMessage(HttpMethod.Post, connection.Address("/v1/audio/transcriptions"))
        {
            Content = RequestFields.Form(audio, RequestFields.Pairs(own, vendor.Fields)),
        };
        if (!(await connection.SendAsync(request, call, vendor.Stream ? 0 : connection.Limits.LargestText, cancellation).ConfigureAwait(false)).TryGet(out var answer, out var error)) return error;
        using (answer)
        {
            if (vendor.Stream) return await OpenAiEvents.ReadAsync(vendor, answer, call, connection.Limits, cancellation).ConfigureAwait(false);
            return (await answer.ReadJsonAsync(call).ConfigureAwait(false)).Then(json => Read(vendor, json));
        }
    }

    /// <summary>Reads json and verbose_json.</summary>
    public static Result<VendorTranscript> Read(VendorSettings vendor, JsonElement json)
    {
        if (json.Text("text") is not { } text) return VendorFailures.Odd(vendor, "gave JSON without a text");
        var words = json.Items("words");
        if (!words.Any()) words = json.Items("segments").SelectMany(segment => segment.Items("words"));
        return new VendorTranscript(text.Trim(), AnswerReading.Words(words, word => word.Text("word") ?? word.Text("text")));
    }
}
