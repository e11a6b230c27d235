namespace SpeechScoop.Recognition.Transcripts.Formats.Vendors;

/// <summary>Google's recognize (v2 and v1): <c>results[].alternatives[0]</c>, words with <c>startOffset: "1.200s"</c> (v1 <c>startTime</c>).</summary>
internal sealed class GoogleSpeech : ITranscriptFormat
{
    public string Id => "google";

    public string Title => "Google speech response";

    public IReadOnlyList<string> Extensions => [".json"];

    public bool Fits(TranscriptReading reading) =>
        reading.Json is { IsObject: true } root && root["results"] is { IsArray: true } results
        && (results.Element.GetArrayLength() == 0 || results.Items().Any(result => result["alternatives"] is not null || result["resultEndOffset"] is not null));

    public void Read(TranscriptReading reading)
    {
        if (JsonDocuments.Root(reading) is not { } root) return;
        if (root["results"] is not { IsArray: true } results)
        {
            root.Problem("has no results", "Deliver the response as it came; an error is no transcript.");
            return;
        }
        var count = 0;
        foreach (var result in results.Items())
        {
            count++;
            // The last result may carry no words of its own.
            if (result["alternatives"]?.Items().FirstOrDefault() is not { } best) continue;
            var words = VendorWords.Words(best["words"], word => VendorWords.Word(
                word, word["word"], word.Any("startOffset", "startTime"), word.Any("endOffset", "endTime"), word.Any("speakerLabel", "speakerTag"), word["confidence"]));
            if (best["transcript"] is null && words.Count == 0) continue;
            VendorWords.Add(reading, result, best["transcript"]?.AsText(), words, result["channelTag"]?.AsText(), result["languageCode"]?.AsText());
        }
        // No results at all: nothing was heard.
        if (count == 0) VendorWords.Add(reading, root, "", []);
    }
}
