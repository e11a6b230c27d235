using System.Text.Json;
using System.Text.Json.Nodes;
using SpeechScoop.Inference.Vendors.Http;
using SpeechScoop.Inference.Vendors.Settings;

namespace SpeechScoop.Inference.Vendors.Transcription;

/// <summary>POST /v1/listen with the audio as the body.</summary>
internal sealed class DeepgramTranscription(VendorSettings vendor, VendorConnection connection) : ITranscription
{
    public async Task<Result<VendorTranscript>> TranscribeAsync(VendorAudio audio, VendorCall call, CancellationToken cancellation)
    {
        var own = new JsonObject { ["model"] = vendor.Model is "" ? null : vendor.Model, ["language"] = vendor.Language is "" ? null : vendor.Language };
        var query = string.Join('&', RequestFields.Pairs(own, vendor.Fields).Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, connection.Address(query is "" ? "/v1/listen" : $"/v1/listen?{query}")) { Content = audio.Content("audio/wav") };
        if (!(await connection.SendAsync(request, call, connection.Limits.LargestText, cancellation).ConfigureAwait(false)).TryGet(out var answer, out var error)) return error;
        using (answer) return (await answer.ReadJsonAsync(call).ConfigureAwait(false)).Then(Read);
    }

    private Result<VendorTranscript> Read(JsonElement json)
    {
        // One channel was sent, so one comes back; of its alternatives the first is the best.
        if (!json.TryGetProperty("results", out var results) || results.Items("channels").FirstOrDefault() is not { ValueKind: JsonValueKind.Object } channel
            || channel.Items("alternatives").FirstOrDefault() is not { ValueKind: JsonValueKind.Object } best || best.Text("transcript") is not { } text)
            return VendorFailures.Odd(vendor, "gave JSON without results.channels[0].alternatives[0].transcript");
        return new VendorTranscript(text.Trim(), AnswerReading.Words(best.Items("words"), word => word.Text("punctuated_word") ?? word.Text("word")));
    }
}
