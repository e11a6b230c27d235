namespace SpeechScoop.Recognition.Transcripts.Formats.Vendors;

/// <summary>Soniox' transcript: <c>text</c> and <c>tokens</c>, which are pieces of words; a token that begins with a space begins a word.</summary>
internal sealed class Soniox : ITranscriptFormat
{
    private const double Millisecond = 0.001;

    public string Id => "soniox";

    public string Title => "Soniox transcript";

    public IReadOnlyList<string> Extensions => [".json"];

    public bool Fits(TranscriptReading reading) => reading.Json is { IsObject: true } root && root["tokens"] is { IsArray: true };

    public void Read(TranscriptReading reading)
    {
        if (JsonDocuments.Root(reading) is not { } root) return;
        if (root["tokens"] is null && root["text"] is null)
        {
            root.Problem("has neither text nor tokens", "Deliver the transcript as it came.");
            return;
        }
        var words = new List<TimedWord>();
        if (root["tokens"] is { } tokens)
        {
            var ended = true;
            foreach (var token in tokens.Items())
            {
                if (token["text"]?.AsText() is not { } piece || token["translation_status"]?.AsText() is "translation" || piece is ['<', .., '>']) continue;
                if (VendorWords.Word(token, token["text"], token["start_ms"], token["end_ms"], token["speaker"], token["confidence"], Millisecond) is not { } read) continue;
                if (read.Text is "")
                {
                    ended = true;
                    continue;
                }
                if (ended || words.Count == 0 || char.IsWhiteSpace(piece[0]) || words[^1].Speaker != read.Speaker) words.Add(read);
                else if (read.Start < words[^1].Start || read.End < words[^1].Start)
                {
                    token.Problem("has times before those of the word that it continues", "Deliver the transcript as it came: tokens are in order of time.");
                    return;
                }
                else words[^1] = words[^1] with { Text = words[^1].Text + read.Text, End = read.End, Confidence = Math.Min(words[^1].Confidence ?? 1, read.Confidence ?? 1) };
                ended = char.IsWhiteSpace(piece[^1]);
            }
        }
        VendorWords.Add(reading, root, root["text"]?.AsText(), words);
    }
}
