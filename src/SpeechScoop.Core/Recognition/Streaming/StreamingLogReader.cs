using System.Text.Json;
using SpeechScoop.Recognition.Transcripts;
using SpeechScoop.Recognition.Transcripts.Formats;

namespace SpeechScoop.Recognition;

/// <summary>Reads logs from JSON lines, see docs/methods/streaming.md. A file may hold several, each beginning with its header.</summary>
public static class StreamingLogReader
{
    private const int MostSegments = 1_000_000;

    // Lengths and positions are rounded to milliseconds, and the last chunk may be filled up with silence.
    private const double Tolerance = 0.05;

    private const string Example = "{\"type\": \"partial\", \"audio\": 0.6, \"wall\": 0.64, \"segment\": 0, \"text\": \"…\"}";
    private const string HeaderExample = "{\"type\": \"header\", \"version\": 1, \"recognizer\": \"…\", \"audioSeconds\": 2.5, \"feed\": \"real-time\"}";

    /// <summary>Reads files.</summary>
    public static StreamingLogDocument Read(IReadOnlyList<TranscriptInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var documents = inputs.Select(Read).ToList();
        return new([.. documents.SelectMany(document => document.Logs)], [.. documents.SelectMany(document => document.Lines)], [.. documents.SelectMany(document => document.Problems)]);
    }

    /// <summary>Reads a file.</summary>
    public static StreamingLogDocument Read(TranscriptInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (text, problem) = TextDecoding.Decode(input);
        if (problem is not null) return new([], [], [problem]);
        using var reading = new TranscriptReading(input.Name, text, new TranscriptReadOptions());
        var logs = Read(reading);
        return reading.Problems.Count == 0 ? new([.. logs.Select(log => log.Log)], [.. logs.Select(log => log.Line)], []) : new([], [], reading.Problems);
    }

    /// <summary>Reads the logs of a file, with the lines in which they begin.</summary>
    internal static List<(StreamingLog Log, int Line)> Read(TranscriptReading reading)
    {
        var logs = new List<(StreamingLog Log, int Line)>();
        (StreamingLogHeader? Header, List<StreamingEvent> Events, int Line)? open = null;
        foreach (var (number, line) in reading.Lines())
        {
            if (string.IsNullOrWhiteSpace(line) || Parse(reading, number, line) is not { } document) continue;
            using (document)
            {
                var row = new StreamingLogLine(reading, number, document.RootElement);
                if (row.Text("type") is not { } type) continue;
                if (type is "header")
                {
                    Close(logs, open);
                    open = (Header(row), [], number);
                }
                else if (open is not { } current)
                {
                    reading.Problem(number, "An event stands before any header.", $"A log begins with one, such as {HeaderExample}.");
                    return [];
                }
                else if (Event(row, type, current.Header, current.Events.Count > 0 ? current.Events[^1] : null) is { } read)
                {
                    current.Events.Add(read);
                }
            }
        }
        Close(logs, open);
        if (logs.Count == 0 && reading.Problems.Count == 0) reading.Problem(0, "The file holds no log.", $"A log begins with a header, such as {HeaderExample}.");
        return logs;
    }

    private static void Close(List<(StreamingLog Log, int Line)> logs, (StreamingLogHeader? Header, List<StreamingEvent> Events, int Line)? open)
    {
        if (open is { Header: { } header } known) logs.Add((new(header, known.Events), known.Line));
    }

    private static JsonDocument? Parse(TranscriptReading reading, int number, string line)
    {
        try
        {
            if (JsonDocuments.BrokenCharacter(line) is { } broken) throw broken;
            var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind is JsonValueKind.Object) return document;
            document.Dispose();
            reading.Problem(number, "This is no JSON object.", $"Each line is one, such as {Example}.");
        }
        catch (JsonException exception)
        {
            reading.Problem(number, $"This is not a JSON object ({JsonDocuments.Reason(exception)}).", JsonDocuments.Cure(line));
        }
        return null;
    }

    private static StreamingLogHeader? Header(StreamingLogLine row)
    {
        if (row.Number("version") is not { } version) return null;
        if (version != StreamingLogWriter.Version)
        {
            row.Problem("version", $"is {version}", $"This release reads version {StreamingLogWriter.Version}.");
            return null;
        }
        if (row.Text("recognizer") is not { } recognizer || row.Number("audioSeconds") is not { } seconds || row.Choice("feed", StreamingLogWriter.Feeds) is not { } feed) return null;
        if (!row.Optional("chunkSeconds", row.Number, out var chunk) || !row.Optional("speechStart", row.Number, out var start) || !row.Optional("speechEnd", row.Number, out var end)
            || !row.OptionalText("speechBy", out var by) || !row.OptionalText("item", out var item) || row.Settings() is not { } settings) return null;
        if ((start is null) != (end is null) || (start is null) != (by is null))
        {
            row.Problem(start is null ? "speechStart" : end is null ? "speechEnd" : "speechBy", "is missing", "Start and end of speech come together with what determined them (speechBy); leave all three out where they are not known.");
            return null;
        }
        if (end < start || end > seconds + Tolerance)
        {
            row.Problem("speechEnd", $"is {end}, {(end < start ? $"before speechStart ({start})" : $"beyond audioSeconds ({seconds})")}", "Correct it; times are seconds from the start of the recording.");
            return null;
        }
        return new StreamingLogHeader
        {
            Recognizer = recognizer, Settings = settings, Item = item, AudioSeconds = seconds, Feed = feed, ChunkSeconds = chunk, Speech = start is null ? null : new(start.Value, end!.Value, by!),
        };
    }

    private static StreamingEvent? Event(StreamingLogLine row, string type, StreamingLogHeader? header, StreamingEvent? before)
    {
        if (row.Choice("type", StreamingLogWriter.Kinds, type) is not { } kind || row.Number("audio") is not { } audio || row.Number("wall") is not { } wall) return null;
        if (before is { } last && (wall < last.Wall || audio < last.Audio))
        {
            var (name, now, then) = wall < last.Wall ? ("wall", wall, last.Wall) : ("audio", audio, last.Audio);
            row.Problem(name, $"is {now}, but that of the event before it {then}: the times run backwards", "A log is in order of arrival, on one clock; each log begins with its own header.");
            return null;
        }
        if (header is not null && audio > header.AudioSeconds + Tolerance)
        {
            row.Problem("audio", $"is {audio}, more than the header's audioSeconds ({header.AudioSeconds})", "Correct one of them; both are seconds.");
            return null;
        }
        if (kind is StreamingEventKind.End) return new(kind, audio, wall);
        if (row.Number("segment") is not { } segment) return null;
        if (segment > MostSegments || segment != Math.Floor(segment))
        {
            row.Problem("segment", $"is {segment}", $"Segments are counted 0, 1, 2 … up to {MostSegments}.");
            return null;
        }
        if (kind is StreamingEventKind.Endpoint) return new(kind, audio, wall, (int)segment);
        return row.Text("text", mayBeEmpty: true) is { } text ? new(kind, audio, wall, (int)segment, text) : null;
    }
}
