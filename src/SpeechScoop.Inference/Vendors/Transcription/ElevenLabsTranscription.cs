using System.Text.Json;
using System.Text.Json.Nodes;
using SpeechScoop.Inference.Vendors.Http;
using SpeechScoop.Inference.Vendors.Settings;

namespace SpeechScoop.Inference.Vendors.Transcription;

/// <summary>POST /v1/speech-to-text.</summary>
internal sealed class ElevenLabsTranscription(VendorSettings vendor, VendorConnection connection) : ITranscription
{
    public async Task<Result<VendorTranscript>> TranscribeAsync(VendorAudio audio, VendorCall call, CancellationToken cancellation)
    {
        // Sounds in brackets, such as (laughter), are not words; fields can ask for them.
        var own = new JsonObject { ["model_id"] = vendor.Model, ["language_code"] = vendor.Language is "" ? null : vendor.Language, ["tag_audio_events"] = "false" };
        using var request = new HttpRequestMessage(HttpMethod.Post, connection.Address("/v1/speech-to-text")) { Content = RequestFields.Form(audio, RequestFields.Pairs(own, vendor.Fields)) };
        if (!(await connection.SendAsync(request, call, connection.Limits.LargestText, cancellation).ConfigureAwait(false)).TryGet(out var answer, out var error)) return error;
        using (answer) return (await answer.ReadJsonAsync(call).ConfigureAwait(false)).Then(Read);
    }

    private Result<VendorTranscript> Read(JsonElement json)
    {
        if (json.Text("text") is not { } text) return VendorFailures.Odd(vendor, "gave JSON without a text");
        var words = json.Items("words").Where(word => word.Text("type") is null or "word");
        return new VendorTranscript(text.Trim(), AnswerReading.Words(words, word => word.Text("text")));
    }
}
