namespace SpeechScoop.Recognition.Transcripts.Formats.Vendors;

/// <summary>
/// Azure's fast transcription (<c>combinedPhrases</c>, <c>phrases</c>) and batch results (<c>combinedRecognizedPhrases</c>, <c>recognizedPhrases</c>). Times have other names in
/// other versions: <c>offsetMilliseconds</c>, <c>offsetInTicks</c> (100 ns), or <c>offset</c> in milliseconds.
/// </summary>
internal sealed class AzureSpeech : ITranscriptFormat
{
    private const double Millisecond = 0.001, Tick = 1e-7;

    public string Id => "azure";

    public string Title => "Azure speech response";

    public IReadOnlyList<string> Extensions => [".json"];

    public bool Fits(TranscriptReading reading) => reading.Json is { IsObject: true } root && root.Any("combinedPhrases", "combinedRecognizedPhrases") is not null;

    public void Read(TranscriptReading reading)
    {
        if (JsonDocuments.Root(reading) is not { } root) return;
        if (root.Any("combinedPhrases", "combinedRecognizedPhrases") is not { } combined)
        {
            root.Problem("has no combinedPhrases", "Deliver the response as it came; an error is no transcript.");
            return;
        }
        var phrases = root.Any("phrases", "recognizedPhrases")?.Items().ToList() ?? [];
        if (phrases.Count == 0)
        {
            foreach (var whole in combined.Items()) VendorWords.AddSegment(reading, whole, whole.Any("text", "display"), null, null, null);
            return;
        }
        foreach (var phrase in phrases)
        {
            var best = phrase["nBest"]?.Items().FirstOrDefault() ?? phrase;
            var words = VendorWords.Words(best.Any("words", "displayWords"), word => Timed(word, word.Any("text", "word", "displayText"), phrase["speaker"]));
            if (Timed(phrase, best.Any("text", "display"), phrase["speaker"]) is not { } whole) continue;
            reading.Add(new()
            {
                Key = $"{reading.Stem} {reading.Entries.Count + 1}",
                Recording = reading.Stem,
                Channel = phrase["channel"]?.AsText(),
                Speaker = whole.Speaker,
                Language = phrase["locale"]?.AsText(),
                Text = whole.Text,
                Words = words,
                Start = whole.Start,
                End = whole.End,
            }, phrase.Line());
        }
    }

    private static TimedWord? Timed(JsonPart part, JsonPart? text, JsonPart? speaker)
    {
        var start = part["offsetInTicks"]?.AsSeconds(Tick) ?? part.Any("offsetMilliseconds", "offset")?.AsSeconds(Millisecond);
        var length = part["durationInTicks"]?.AsSeconds(Tick) ?? part.Any("durationMilliseconds", "duration")?.AsSeconds(Millisecond);
        return VendorWords.Word(part, text, null, null, speaker, part["confidence"]) is { } word ? word with { Start = start, End = start + length } : null;
    }
}
