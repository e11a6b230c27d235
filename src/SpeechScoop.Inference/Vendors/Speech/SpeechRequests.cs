using System.Text;
using System.Text.Json.Nodes;
using SpeechScoop.Inference.Synthesis;
using SpeechScoop.Inference.Vendors.Http;
using SpeechScoop.Inference.Vendors.Settings;
using SpeechScoop.Inference.Vendors.Transcription;

namespace SpeechScoop.Inference.Vendors.Speech;

/// <summary>Requests that have text spoken.</summary>
internal static class SpeechRequests
{
    /// <summary>POST /v1/audio/speech.</summary>
    public static HttpRequestMessage OpenAi(VendorSettings vendor, VendorConnection connection, SynthesisRequest speech) => Post(connection.Address("/v1/audio/speech"), RequestFields.Merge(
        new JsonObject { ["model"] = vendor.SpeechModel, ["input"] = speech.Text, ["voice"] = vendor.Voice, ["response_format"] = "wav", ["speed"] = speech.Rate is 1 ? null : speech.Rate }, vendor.SpeechFields));

    /// <summary>POST /v1/text-to-speech/{voice}; <c>output_format</c> of the fields goes where it belongs, into the query.</summary>
    public static HttpRequestMessage ElevenLabs(VendorSettings vendor, VendorConnection connection, SynthesisRequest speech)
    {
        var body = RequestFields.Merge(
            new JsonObject
            {
                ["text"] = speech.Text, ["model_id"] = vendor.SpeechModel, ["language_code"] = vendor.Language is "" ? null : vendor.Language, ["seed"] = speech.Seed & uint.MaxValue,
                ["output_format"] = SpeechAnswers.ElevenLabsFormat,
            }, vendor.SpeechFields);
        if (speech.Rate is not 1)
        {
            if (body["voice_settings"] is not JsonObject voice) body["voice_settings"] = voice = [];
            voice["speed"] = speech.Rate;
        }
        var format = body["output_format"]?.ToString();
        body.Remove("output_format");
        var path = $"/v1/text-to-speech/{Uri.EscapeDataString(vendor.Voice)}";
        return Post(connection.Address(format is null ? path : $"{path}?output_format={Uri.EscapeDataString(format)}"), body);
    }

    private static HttpRequestMessage Post(Uri address, JsonObject body) => new(HttpMethod.Post, address) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
}
