namespace SpeechScoop.Recognition.Transcripts.Formats.Vendors;

/// <summary>
/// The response of OpenAI's transcriptions and of everything that speaks like it (Groq, Mistral, vLLM, whisper.cpp's and faster-whisper's servers): <c>text</c>; verbose with
/// <c>words</c> and <c>segments</c>; diarized with speakers.
/// </summary>
internal sealed class OpenAi : ITranscriptFormat
{
    public string Id => "openai";

    public string Title => "OpenAI response (json, verbose_json, diarized_json)";

    public IReadOnlyList<string> Extensions => [".json"];

    public bool Fits(TranscriptReading reading) => reading.Json is { IsObject: true } root && (root["text"] is not null || root["segments"] is not null);

    public void Read(TranscriptReading reading)
    {
        if (JsonDocuments.Root(reading) is not { } root) return;
        var (text, language) = (root["text"]?.AsText(), root["language"]?.AsText());
        var segments = root["segments"]?.Items().ToList() ?? [];
        if (text is null && segments.Count == 0)
        {
            root.Problem("has neither text nor segments", "Deliver the response as it came; an error is no transcript.");
            return;
        }
        if (segments.Exists(segment => segment.Any("speaker", "speaker_id") is not null) || text is null)
        {
            foreach (var segment in segments)
                VendorWords.AddSegment(reading, segment, segment["text"], segment["start"], segment["end"], segment.Any("speaker", "speaker_id"), language: language);
            return;
        }
        var words = VendorWords.Words(root["words"], Read);
        // Whisper's own tools put words into segments.
        if (words.Count == 0) words = [.. segments.SelectMany(segment => VendorWords.Words(segment["words"], Read))];
        VendorWords.Add(reading, root, text, words, language: language);

        static TimedWord? Read(JsonPart word) => VendorWords.Word(word, word.Any("word", "text"), word["start"], word["end"], null, word.Any("probability", "confidence"));
    }
}
