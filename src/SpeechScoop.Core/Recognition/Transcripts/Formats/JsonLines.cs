using System.Text.Json;

namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>
/// A JSON object a line, or one list of them: the manifests of NeMo and Hugging Face. <c>audio_filepath</c> (or another usual name) names the recording, <c>text</c> is what
/// was said, <c>pred_text</c> or <c>pred_text_MODEL</c> what was recognized.
/// </summary>
internal sealed class JsonLines : ITranscriptFormat
{
    public string Id => "jsonl";

    public string Title => "JSON lines (NeMo and Hugging Face manifests)";

    public IReadOnlyList<string> Extensions => [".jsonl", ".ndjson", ".manifest", ".json"];

    public bool Fits(TranscriptReading reading)
    {
        if (reading.Json is { } whole)
        {
            var first = whole.IsArray ? whole.Element.EnumerateArray().FirstOrDefault() : whole.Element;
            return first.ValueKind is JsonValueKind.Object && (whole.IsArray || first.EnumerateObject().Any(member => NamedTranscript.Meaning(member.Name) is "audio" || member.Name.StartsWith("pred_text", StringComparison.Ordinal)));
        }
        return reading.Sample() is { Count: > 0 } lines && lines.All(line => line.AsSpan().TrimStart() is ['{', ..]) && lines[0].AsSpan().TrimEnd() is [.., '}'];
    }

    public void Read(TranscriptReading reading)
    {
        if (reading.Text.AsSpan().TrimStart() is ['[', ..])
        {
            if (JsonDocuments.Root(reading) is not { } list) return;
            foreach (var item in list.Items())
            {
                if (item.IsObject) NamedTranscript.Add(reading, item.Line(), Members(item.Element));
                else item.Problem("is no object", "Each item is one, such as {\"audio_filepath\": \"a.wav\", \"text\": \"…\"}.");
            }
            return;
        }
        foreach (var (number, line) in reading.Lines())
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                if (JsonDocuments.BrokenCharacter(line) is { } broken) throw broken;
                using var document = JsonDocument.Parse(line);
                if (document.RootElement.ValueKind is JsonValueKind.Object) NamedTranscript.Add(reading, number, Members(document.RootElement));
                else reading.Problem(number, "This is no JSON object.", "Each line is one, such as {\"audio_filepath\": \"a.wav\", \"text\": \"…\"}.");
            }
            catch (JsonException exception)
            {
                reading.Problem(number, $"This is not a JSON object ({JsonDocuments.Reason(exception)}).", JsonDocuments.Cure(line));
            }
        }
    }

    private static IEnumerable<(string Name, string? Value)> Members(JsonElement element)
    {
        foreach (var member in element.EnumerateObject())
        {
            var value = member.Value;
            if (value.ValueKind is JsonValueKind.Object && member.NameEquals("audio") && value.TryGetProperty("path", out var path)) value = path;
            if (value.ValueKind is JsonValueKind.String) yield return (member.Name, value.GetString());
            else if (value.ValueKind is JsonValueKind.Number) yield return (member.Name, value.GetRawText());
        }
    }
}
