using System.Text.Json;

namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>Event logs of streaming recognizers (docs/methods/streaming.md): the last words of each log, by its item and recognizer.</summary>
internal sealed class StreamingLogs : ITranscriptFormat
{
    private const int LongestHeader = 100_000;

    public string Id => "events";

    public string Title => "Event logs of streaming recognizers";

    public IReadOnlyList<string> Extensions => [".events.jsonl"];

    /// <summary>Whether the first line is the header of a log: it says what it is, whatever the file is called.</summary>
    public bool Fits(TranscriptReading reading)
    {
        // The sample is taken once, with as many lines as who asks first wants: look at the text itself.
        var start = reading.Text.AsSpan(0, Math.Min(reading.Text.Length, LongestHeader)).TrimStart();
        if (start is not ['{', ..]) return false;
        var end = start.IndexOfAny('\r', '\n');
        var first = (end < 0 ? start : start[..end]).ToString();
        if (!first.Contains("\"header\"", StringComparison.Ordinal) || JsonDocuments.BrokenCharacter(first) is not null) return false;
        try
        {
            using var document = JsonDocument.Parse(first);
            return document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String && type.ValueEquals("header");
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public void Read(TranscriptReading reading)
    {
        foreach (var (log, line) in StreamingLogReader.Read(reading))
        {
            if (log.Header.Item is { } item) reading.Add(new() { Key = item, Text = log.Text, System = log.Header.Recognizer }, line);
            else reading.Problem(line, "The log names no item, so it is not known which recording it is of.", "Write \"item\" into its header.");
        }
    }
}
