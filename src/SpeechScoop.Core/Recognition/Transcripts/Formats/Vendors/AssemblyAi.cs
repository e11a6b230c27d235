namespace SpeechScoop.Recognition.Transcripts.Formats.Vendors;

/// <summary>AssemblyAI's transcript: <c>status</c>, <c>text</c>, words with milliseconds and speakers.</summary>
internal sealed class AssemblyAi : ITranscriptFormat
{
    private const double Millisecond = 0.001;

    public string Id => "assemblyai";

    public string Title => "AssemblyAI transcript";

    public IReadOnlyList<string> Extensions => [".json"];

    public bool Fits(TranscriptReading reading) =>
        reading.Json is { IsObject: true } root && root["status"] is not null && (root["audio_url"] is not null || root["utterances"] is not null || (root["id"] is not null && root["text"] is not null));

    public void Read(TranscriptReading reading)
    {
        if (JsonDocuments.Root(reading) is not { } root) return;
        if (root["status"]?.AsText() is { } status and not "completed")
        {
            root.Problem($"has the status {TranscriptReading.Shorten(status)}: it is no transcript", root["error"] is { } reason ? $"The vendor says: {TranscriptReading.Shorten(reason.AsText() ?? "")}" : "Deliver the transcript once it is completed.");
            return;
        }
        if (root["text"] is null && root["words"] is null)
        {
            root.Problem("has neither text nor words", "Deliver the response as it came.");
            return;
        }
        var words = VendorWords.Words(root["words"], word => VendorWords.Word(word, word["text"], word["start"], word["end"], word["speaker"], word["confidence"], Millisecond));
        VendorWords.Add(reading, root, root["text"]?.AsText(), words, language: root["language_code"]?.AsText());
    }
}
