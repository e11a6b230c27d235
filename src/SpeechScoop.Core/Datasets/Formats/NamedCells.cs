using System.Globalization;

namespace SpeechScoop.Datasets.Formats;

/// <summary>Turns cells that have names, of a table's line or a JSON object, into a row. The usual names of other programs are understood.</summary>
internal static class NamedCells
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["key"] = "key", ["id"] = "key", ["utterance_id"] = "key", ["utt_id"] = "key", ["item"] = "key",
        ["file"] = "file", ["audio_filepath"] = "file", ["audio"] = "file", ["path"] = "file", ["filename"] = "file", ["file_name"] = "file", ["wav"] = "file",
        ["text"] = "text", ["transcript"] = "text", ["transcription"] = "text", ["reference"] = "text", ["sentence"] = "text", ["prompt"] = "text",
        ["language"] = "language", ["lang"] = "language", ["locale"] = "language",
        ["speaker"] = "speaker", ["speaker_id"] = "speaker", ["client_id"] = "speaker",
        ["start"] = "start", ["offset"] = "start", ["start_time"] = "start",
        ["end"] = "end", ["end_time"] = "end",
        ["duration"] = "duration",
    };

    /// <summary>What a name means: key, file, text, language, speaker, start, end, duration; null for an attribute.</summary>
    public static string? Meaning(string name) => Known.GetValueOrDefault(name.Trim());

    /// <summary>Whether one of the names tells what an item is.</summary>
    public static bool AreEnough(IEnumerable<string> names) => names.Any(name => Meaning(name) is "key" or "file" or "text");

    /// <summary>Makes a row.</summary>
    /// <param name="cells">By name; a cell that is null says nothing.</param>
    public static DraftRow Row(string place, IEnumerable<(string Name, string? Value)> cells, ICollection<DatasetProblem> problems)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in cells)
        {
            if (value is null) continue;
            if (Meaning(name) is { } meaning)
            {
                if (!known.TryAdd(meaning, value) && known[meaning] != value)
                    problems.Add(new(place, $"Two columns give the {meaning} ('{known[meaning]}' and '{value}'). Leave one of them out."));
            }
            else if (value.Trim().Length > 0 && name.Trim().Length > 0)
            {
                attributes[name.Trim()] = value.Trim();
            }
        }
        var (start, end, duration) = (Seconds("start"), Seconds("end"), Seconds("duration"));
        return new DraftRow
        {
            Place = place,
            Key = Filled("key"),
            File = Filled("file"),
            Text = known.TryGetValue("text", out var text) ? text.Trim() : null,
            Language = Filled("language"),
            Speaker = Filled("speaker"),
            Start = start,
            // A duration alone is that of the whole file, as manifests have it.
            End = end ?? (start is not null && duration is not null ? start + duration : null),
            Attributes = attributes,
        };

        string? Filled(string meaning) => known.TryGetValue(meaning, out var value) && value.Trim() is { Length: > 0 } trimmed ? trimmed : null;

        double? Seconds(string meaning)
        {
            if (Filled(meaning) is not { } value) return null;
            if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds) && seconds >= 0) return seconds;
            problems.Add(new(place, $"{meaning} is '{Shorten(value)}'. Give seconds from 0, such as 12.5."));
            return null;
        }
    }

    internal static string Shorten(string value) => value.Length <= 60 ? value : value[..60] + "…";
}
