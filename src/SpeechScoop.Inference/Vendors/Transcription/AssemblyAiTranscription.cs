using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpeechScoop.Inference.Vendors.Http;
using SpeechScoop.Inference.Vendors.Settings;

namespace SpeechScoop.Inference.Vendors.Transcription;

/// <summary>Uploads the audio (POST /v2/upload), orders a transcript (POST /v2/transcript) and looks until it is there (GET /v2/transcript/{id}).</summary>
internal sealed class AssemblyAiTranscription(VendorSettings vendor, VendorConnection connection) : ITranscription
{
    public async Task<Result<VendorTranscript>> TranscribeAsync(VendorAudio audio, VendorCall call, CancellationToken cancellation)
    {
        if (!(await AskAsync(HttpMethod.Post, "/v2/upload", audio.Content("application/octet-stream"), call, cancellation).ConfigureAwait(false)).TryGet(out var uploaded, out var error)) return error;
        if (uploaded.Text("upload_url") is not { } address) return VendorFailures.Odd(vendor, "took the audio without an upload_url");
        var own = new JsonObject { ["audio_url"] = address, ["speech_models"] = vendor.Model is "" ? null : new JsonArray(vendor.Model), ["language_code"] = vendor.Language is "" ? null : vendor.Language };
        var order = new StringContent(RequestFields.Merge(own, vendor.Fields).ToJsonString(), Encoding.UTF8, "application/json");
        if (!(await AskAsync(HttpMethod.Post, "/v2/transcript", order, call, cancellation).ConfigureAwait(false)).TryGet(out var state, out error)) return error;
        if (state.Text("id") is not { Length: > 0 } id) return VendorFailures.Odd(vendor, "took the order without an id");

        var (started, wait) = (Stopwatch.GetTimestamp(), connection.Limits.FirstPoll);
        while (true)
        {
            switch (state.Text("status"))
            {
                case "completed": return Read(state);
                case "error": return VendorFailures.Told(vendor, state.Text("error") ?? "no reason given");
                case "queued" or "processing": break;
                default: return VendorFailures.Odd(vendor, "gave a transcript without a status that this client knows");
            }
            if (Stopwatch.GetElapsedTime(started) > vendor.Timeout) return VendorFailures.Of(vendor, new OperationCanceledException(), call);
            await Task.Delay(wait, cancellation).ConfigureAwait(false);
            wait = TimeSpan.FromTicks(Math.Min((long)(wait.Ticks * 1.5), connection.Limits.LongestPoll.Ticks));
            if (!(await AskAsync(HttpMethod.Get, $"/v2/transcript/{Uri.EscapeDataString(id)}", null, call, cancellation).ConfigureAwait(false)).TryGet(out state, out error)) return error;
        }
    }

    private async Task<Result<JsonElement>> AskAsync(HttpMethod method, string path, HttpContent? content, VendorCall call, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, connection.Address(path)) { Content = content };
        if (!(await connection.SendAsync(request, call, connection.Limits.LargestText, cancellation).ConfigureAwait(false)).TryGet(out var answer, out var error)) return error;
        using (answer) return await answer.ReadJsonAsync(call).ConfigureAwait(false);
    }

    private Result<VendorTranscript> Read(JsonElement json)
    {
        // Null is what it writes for a recording without speech.
        if (!json.TryGetProperty("text", out var text) || text.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)) return VendorFailures.Odd(vendor, "gave a completed transcript without a text");
        return new VendorTranscript(text.GetString()?.Trim() ?? "", AnswerReading.Words(json.Items("words"), word => word.Text("text"), unit: 0.001));
    }
}
