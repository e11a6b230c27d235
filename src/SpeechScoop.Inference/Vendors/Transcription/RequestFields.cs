using System.Text.Json;
using System.Text.Json.Nodes;
using SpeechScoop.Inference.Vendors.Http;

namespace SpeechScoop.Inference.Vendors.Transcription;

/// <summary>Fields of a request: those that the client sets, under those of the settings.</summary>
internal static class RequestFields
{
    /// <summary>Fields as forms and queries have them: one pair per value of a list, nothing for null.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(JsonObject own, JsonObject configured)
    {
        foreach (var (name, value) in Merge(own, configured))
            foreach (var single in value is JsonArray list ? list.AsEnumerable() : [value])
                if (single is not null) yield return new(name, single.GetValueKind() is JsonValueKind.String ? single.GetValue<string>() : single.ToJsonString());
    }

    /// <summary>Fields as a JSON object, nothing for null.</summary>
    public static JsonObject Merge(JsonObject own, JsonObject configured)
    {
        var merged = new JsonObject();
        foreach (var (name, value) in own)
            if (!configured.ContainsKey(name) && value is not null) merged[name] = value.DeepClone();
        foreach (var (name, value) in configured)
            if (value is not null) merged[name] = value.DeepClone();
        return merged;
    }

    /// <summary>A form with the audio as a file.</summary>
    public static MultipartFormDataContent Form(VendorAudio audio, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value) { Headers = { ContentType = null } }, $"\"{name}\"");
        form.Add(audio.Content("audio/wav"), "\"file\"", "\"audio.wav\"");
        return form;
    }
}
