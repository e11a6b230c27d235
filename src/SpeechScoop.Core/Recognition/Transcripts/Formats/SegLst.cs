using System.Text.Json;

namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>Segments as CHiME and meeteval write them: a JSON list of <c>{session_id, speaker, start_time, end_time, words}</c>.</summary>
internal sealed class SegLst : ITranscriptFormat
{
    public string Id => "seglst";

    public string Title => "SegLST (JSON segments)";

    public IReadOnlyList<string> Extensions => [".seglst.json", ".json"];

    public bool Fits(TranscriptReading reading) =>
        reading.Json is { IsArray: true } list && list.Element.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first
        && first.TryGetProperty("words", out var words) && words.ValueKind is JsonValueKind.String && (first.TryGetProperty("session_id", out _) || first.TryGetProperty("speaker", out _));

    public void Read(TranscriptReading reading)
    {
        if (JsonDocuments.Root(reading) is not { } root) return;
        foreach (var item in root.Items())
        {
            var recording = item["session_id"] is { } session ? session.AsText() : reading.Stem;
            if (item["words"] is not { } words)
            {
                item.Problem("has no words", "Each segment is an object such as {\"session_id\": \"m1\", \"speaker\": \"A\", \"start_time\": 0, \"end_time\": 2.5, \"words\": \"…\"}.");
                continue;
            }
            if (words.AsText() is not { } text || recording is null) continue;
            var (start, end) = (item["start_time"]?.AsSeconds(), item["end_time"]?.AsSeconds());
            if (start is { } from && end is { } to && to < from)
            {
                item.Problem("has times that run backwards", "Exchange or correct start_time and end_time.");
                continue;
            }
            reading.Add(new()
            {
                Key = start is { } a && end is { } b ? TranscriptReading.SegmentKey(recording, null, a, b) : $"{recording} {item.Path}",
                Recording = recording,
                Speaker = item["speaker"]?.AsText(),
                Channel = item["channel"]?.AsText(),
                Start = start,
                End = end,
                Text = text.Trim(),
            }, item.Line());
        }
    }
}
