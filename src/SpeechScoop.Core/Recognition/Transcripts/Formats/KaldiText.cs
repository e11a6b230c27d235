namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>Kaldi's <c>text</c>: an utterance a line, its id first. An id alone is an empty transcript.</summary>
internal sealed class KaldiText : ITranscriptFormat
{
    public string Id => "kaldi";

    public string Title => "Kaldi text";

    public IReadOnlyList<string> Extensions => [];

    /// <summary>Called like Kaldi's file, or with different ids that all have a digit.</summary>
    public bool Fits(TranscriptReading reading)
    {
        if (reading.Stem is "text" && !reading.FileName.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)) return true;
        var ids = reading.Sample().Select(line => TranscriptReading.Fields(line, 1)[0]).ToArray();
        return ids.Length > 0 && ids.All(id => id.Any(char.IsAsciiDigit) && id.Any(character => char.IsAsciiLetter(character) || character is '-' or '_')) && ids.Distinct().Count() == ids.Length;
    }

    public void Read(TranscriptReading reading)
    {
        foreach (var (number, line) in reading.Lines())
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            var fields = TranscriptReading.Fields(line, 1);
            reading.Add(new() { Key = fields[0], Text = fields.Length > 1 ? fields[1] : "", Speaker = Trn.SpeakerOf(fields[0]) }, number);
        }
    }
}
