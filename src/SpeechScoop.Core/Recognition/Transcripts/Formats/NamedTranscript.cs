using System.Globalization;

namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>Turns cells that have names, of a table's row or a JSON object, into an entry.</summary>
internal static class NamedTranscript
{
    private const string Prediction = "pred_text";

    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["key"] = "key", ["id"] = "key", ["utterance_id"] = "key", ["utt_id"] = "key", ["item"] = "key", ["utt"] = "key",
        ["file"] = "audio", ["audio_filepath"] = "audio", ["audio"] = "audio", ["path"] = "audio", ["filename"] = "audio", ["file_name"] = "audio", ["wav"] = "audio",
        ["text"] = "text", ["transcript"] = "text", ["transcription"] = "text", ["sentence"] = "text", ["reference"] = "text", ["ref"] = "text", ["gold"] = "text",
        ["pred_text"] = "prediction", ["prediction"] = "prediction", ["hypothesis"] = "prediction", ["hyp"] = "prediction", ["predicted"] = "prediction",
        ["language"] = "language", ["lang"] = "language", ["locale"] = "language",
        ["speaker"] = "speaker", ["speaker_id"] = "speaker", ["client_id"] = "speaker",
        ["system"] = "system",
        ["start"] = "start", ["offset"] = "start", ["start_time"] = "start",
        ["end"] = "end", ["end_time"] = "end",
        ["duration"] = "duration",
    };

    /// <summary>What a name means: key, audio, text, prediction, language, speaker, system, start, end, duration; null for anything else.</summary>
    public static string? Meaning(string name) => Known.GetValueOrDefault(name.Trim());

    public static void Add(TranscriptReading reading, int line, IEnumerable<(string Name, string? Value)> cells)
    {
        var all = new List<(string Name, string? Meaning, string Value)>();
        foreach (var (name, value) in cells)
            if (value is not null) all.Add((name.Trim(), Meaning(name), value));
        if (Text(reading, line, all) is not { } text) return;
        string? Of(string meaning) => all.Find(cell => cell.Meaning == meaning && !string.IsNullOrWhiteSpace(cell.Value)).Value?.Trim();
        var (audio, key) = (Of("audio"), Of("key"));
        if ((key ?? (audio is null ? null : TranscriptInput.StemOf(audio))) is not { Length: > 0 } id)
        {
            reading.Problem(line, "The entry has no id and names no recording.", "Add key (or id), or audio_filepath (or file).");
            return;
        }
        if (!Time(reading, line, "start", Of("start"), out var start) || !Time(reading, line, "end", Of("end"), out var end) || !Time(reading, line, "duration", Of("duration"), out var duration)) return;
        end ??= start is not null && duration is not null ? start + duration : null;
        if (start is { } from && end is { } to && !reading.RunForward(line, from, to)) return;
        if (key is null && start is > 0) id = string.Create(CultureInfo.InvariantCulture, $"{id}-{start:0.00}");
        reading.Add(new() { Key = id, Text = text.Trim(), Audio = audio, Speaker = Of("speaker"), System = Of("system"), Language = Of("language"), Start = start, End = end }, line);
    }

    /// <summary>The transcript: for a reference <c>text</c>; for a hypothesis the prediction, else <c>text</c>.</summary>
    private static string? Text(TranscriptReading reading, int line, List<(string Name, string? Meaning, string Value)> cells)
    {
        if (reading.Options.Field is { } field)
        {
            if (cells.Find(cell => cell.Name.Equals(field, StringComparison.OrdinalIgnoreCase)) is { Name: not null } named) return named.Value;
            reading.Problem(line, $"The entry has no '{TranscriptReading.Shorten(field)}'.", $"It has {Names(cells)}.");
            return null;
        }
        var predictions = cells.Where(cell => cell.Meaning is "prediction" || cell.Name.StartsWith(Prediction + "_", StringComparison.OrdinalIgnoreCase)).ToArray();
        if (reading.Options.Role is TranscriptRole.Hypothesis && predictions.Length > 1)
        {
            reading.Problem(line, $"The entry holds transcripts of several systems: {string.Join(", ", predictions.Select(cell => cell.Name))}.", "Name one of them as the field.");
            return null;
        }
        var chosen = reading.Options.Role is TranscriptRole.Hypothesis && predictions.Length == 1 ? predictions[0] : cells.Find(cell => cell.Meaning is "text");
        if (chosen.Name is not null) return chosen.Value;
        reading.Problem(line, "The entry has no text.", cells.Count == 0 ? "Add text (of a hypothesis also pred_text)." : $"It has {Names(cells)}; add text (of a hypothesis also pred_text), or name the field.");
        return null;
    }

    private static string Names(List<(string Name, string? Meaning, string Value)> cells) => string.Join(", ", cells.Take(8).Select(cell => TranscriptReading.Shorten(cell.Name)));

    private static bool Time(TranscriptReading reading, int line, string what, string? value, out double? seconds)
    {
        seconds = value is null ? null : reading.Seconds(line, what, value);
        return value is null || seconds is not null;
    }
}
