namespace SpeechScoop.Recognition.Transcripts.Formats.Vendors;

/// <summary>Amazon Transcribe's output: <c>results.transcripts[0]</c>, <c>results.items</c> with numbers as texts; punctuation is an item of its own.</summary>
internal sealed class AmazonTranscribe : ITranscriptFormat
{
    public string Id => "amazon";

    public string Title => "Amazon Transcribe output";

    public IReadOnlyList<string> Extensions => [".json"];

    public bool Fits(TranscriptReading reading) => reading.Json is { IsObject: true } root && root["results"] is { IsObject: true } results && results.Any("transcripts", "items") is not null;

    public void Read(TranscriptReading reading)
    {
        if (JsonDocuments.Root(reading) is not { } root) return;
        if (root["results"] is not { IsObject: true } results || results.Any("transcripts", "items") is null)
        {
            root.Problem("has no results.transcripts", "Deliver the output file as it came; the job's description is no transcript.");
            return;
        }
        var words = new List<TimedWord>();
        if (results["items"] is { } items)
        {
            foreach (var item in items.Items())
            {
                var best = item["alternatives"]?.Items().FirstOrDefault();
                if (item["type"]?.AsText() is "punctuation")
                {
                    if (words.Count > 0 && best?["content"]?.AsText() is { } mark) words[^1] = words[^1] with { Text = words[^1].Text + mark };
                }
                else if (VendorWords.Word(item, best?["content"], item["start_time"], item["end_time"], item["speaker_label"], best?["confidence"]) is { } word)
                {
                    words.Add(word);
                }
            }
        }
        VendorWords.Add(reading, results, results["transcripts"]?.Items().FirstOrDefault()?["transcript"]?.AsText(), words, language: results["language_code"]?.AsText());
    }
}
