namespace SpeechScoop.Recognition.Transcripts.Formats.Vendors;

/// <summary>ElevenLabs' response: <c>text</c>, <c>language_code</c>, words of type word, spacing or audio_event; of several channels under <c>transcripts</c>.</summary>
internal sealed class ElevenLabs : ITranscriptFormat
{
    public string Id => "elevenlabs";

    public string Title => "ElevenLabs response";

    public IReadOnlyList<string> Extensions => [".json"];

    public bool Fits(TranscriptReading reading) =>
        reading.Json is { IsObject: true } root && (root["transcripts"] is { IsArray: true } || (root["text"] is not null && (root["language_code"] is not null && root["words"] is not null || root["language_probability"] is not null)))
        && root["audio_url"] is null;

    public void Read(TranscriptReading reading)
    {
        if (JsonDocuments.Root(reading) is not { } root) return;
        if (root["transcripts"] is { } several)
        {
            foreach (var channel in several.Items()) Add(reading, channel, channel["channel_index"]?.AsText());
            return;
        }
        Add(reading, root, null);
    }

    private static void Add(TranscriptReading reading, JsonPart root, string? channel)
    {
        if (root["text"] is not { } text)
        {
            root.Problem("has no text", "Deliver the response as it came; an error is no transcript.");
            return;
        }
        var words = VendorWords.Words(root["words"], word => word["type"]?.AsText() is "spacing" or "audio_event" ? null
            : VendorWords.Word(word, word["text"], word["start"], word["end"], word["speaker_id"], null) is { } read
                ? read with { Confidence = word["logprob"]?.AsNumber() is { } log ? Math.Exp(log) : null } : null);
        VendorWords.Add(reading, root, text.AsText(), words, channel, root["language_code"]?.AsText());
    }
}
