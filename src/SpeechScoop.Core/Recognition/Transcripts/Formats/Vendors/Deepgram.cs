namespace SpeechScoop.Recognition.Transcripts.Formats.Vendors;

/// <summary>Deepgram's response: <c>results.channels[].alternatives[0]</c>, words with <c>punctuated_word</c> and <c>speaker</c>.</summary>
internal sealed class Deepgram : ITranscriptFormat
{
    public string Id => "deepgram";

    public string Title => "Deepgram response";

    public IReadOnlyList<string> Extensions => [".json"];

    public bool Fits(TranscriptReading reading) => reading.Json?["results"]?["channels"] is not null;

    public void Read(TranscriptReading reading)
    {
        if (JsonDocuments.Root(reading) is not { } root) return;
        if (root["results"]?["channels"] is not { } channels)
        {
            root.Problem("has no results.channels", "Deliver the response as it came; an error is no transcript.");
            return;
        }
        var several = channels.IsArray && channels.Element.GetArrayLength() > 1;
        var number = 0;
        foreach (var channel in channels.Items())
        {
            number++;
            if (channel["alternatives"]?.Items().FirstOrDefault() is not { } best)
            {
                channel.Problem("has no alternatives", "Deliver the response as it came.");
                continue;
            }
            var words = VendorWords.Words(best["words"], word => VendorWords.Word(word, word.Any("punctuated_word", "word"), word["start"], word["end"], word["speaker"], word["confidence"]));
            VendorWords.Add(reading, channel, best["transcript"]?.AsText(), words, several ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null, channel["detected_language"]?.AsText());
        }
    }
}
