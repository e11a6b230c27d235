using System.Globalization;

namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>An utterance a line, named by the line's number: both sides must have the same lines in the same order. An empty line is an empty transcript.</summary>
internal sealed class PlainLines : ITranscriptFormat
{
    public string Id => "lines";

    public string Title => "plain lines";

    public IReadOnlyList<string> Extensions => [];

    public bool Fits(TranscriptReading reading) => reading.Json is null && reading.Text.AsSpan().TrimStart() is not ['{' or '[', ..];

    public void Read(TranscriptReading reading)
    {
        foreach (var (number, line) in reading.Lines())
            reading.Add(new() { Key = number.ToString(CultureInfo.InvariantCulture), Text = line.Trim() }, number);
    }
}
