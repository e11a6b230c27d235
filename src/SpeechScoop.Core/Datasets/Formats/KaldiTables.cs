using System.Globalization;

namespace SpeechScoop.Datasets.Formats;

/// <summary>Kaldi's tables beside <c>text</c>: <c>wav.scp</c> (where a recording is), <c>segments</c> (where an utterance is in it), <c>utt2spk</c> (who speaks).</summary>
internal sealed class KaldiTables : IDatasetFormat
{
    public string Title => "Kaldi tables";

    public bool Fits(string fileName, string text, bool hasRecordings) => IsNamed(fileName, "wav.scp") || IsNamed(fileName, "segments") || IsNamed(fileName, "utt2spk");

    public DraftRows Read(string fileName, string text)
    {
        var (rows, problems) = (new List<DraftRow>(), new List<DatasetProblem>());
        var number = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            number++;
            var fields = text.AsSpan()[range].Trim().ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length == 0) continue;
            var place = $"{fileName}, line {number}";
            if (Row(fileName, place, fields) is { } row) rows.Add(row);
            else problems.Add(new(place, IsNamed(fileName, "segments") ? "A line of segments is: utterance recording start end, in seconds, forward." : $"A line of {fileName} is an id and what it names."));
        }
        return new(rows, problems, []);
    }

    /// <summary>Whether a path's last part is this name.</summary>
    public static bool IsNamed(string path, string name) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..].Equals(name, StringComparison.Ordinal);

    /// <summary>Joins Kaldi's tables into one row for each utterance; everything else stays as it is.</summary>
    public static IReadOnlyList<DraftRow> Join(IReadOnlyList<(string Name, IReadOnlyList<DraftRow> Rows)> lists)
    {
        if (!lists.Any(list => IsNamed(list.Name, "wav.scp") || IsNamed(list.Name, "segments") || IsNamed(list.Name, "utt2spk"))) return [.. lists.SelectMany(list => list.Rows)];
        var (files, segments, speakers) = (Of("wav.scp"), Of("segments"), Of("utt2spk"));
        var utterances = lists.Where(list => !IsNamed(list.Name, "wav.scp") && !IsNamed(list.Name, "segments") && !IsNamed(list.Name, "utt2spk")).SelectMany(list => list.Rows).ToArray();
        // Without a text, the utterances are those of segments, else the recordings.
        if (utterances.Length == 0) utterances = segments.Count > 0 ? [.. segments.Values] : [.. files.Values];
        return [.. utterances.Select(row => Whole(row, files, segments, speakers))];

        Dictionary<string, DraftRow> Of(string name)
        {
            var found = new Dictionary<string, DraftRow>(StringComparer.Ordinal);
            foreach (var row in lists.Where(list => IsNamed(list.Name, name)).SelectMany(list => list.Rows)) found.TryAdd(row.Key!, row);
            return found;
        }
    }

    private static DraftRow Whole(DraftRow row, Dictionary<string, DraftRow> files, Dictionary<string, DraftRow> segments, Dictionary<string, DraftRow> speakers)
    {
        var segment = segments.GetValueOrDefault(row.Key ?? "");
        var recording = segment?.File ?? row.Key ?? "";
        return row with
        {
            File = files.GetValueOrDefault(recording)?.File ?? row.File ?? segment?.File,
            Start = segment?.Start ?? row.Start,
            End = segment?.End ?? row.End,
            Speaker = speakers.GetValueOrDefault(row.Key ?? "")?.Speaker ?? row.Speaker,
        };
    }

    private static DraftRow? Row(string fileName, string place, string[] fields)
    {
        if (fields.Length < 2) return null;
        if (IsNamed(fileName, "utt2spk")) return new DraftRow { Place = place, Key = fields[0], Speaker = fields[1] };
        // A command that makes the audio ends with |; the file that it reads is the last part that looks like one.
        if (IsNamed(fileName, "wav.scp")) return new DraftRow { Place = place, Key = fields[0], File = fields[1..].LastOrDefault(part => part.Contains('.', StringComparison.Ordinal)) ?? fields[1] };
        return fields.Length >= 4 && Seconds(fields[2]) is { } start && Seconds(fields[3]) is { } end && end > start
            ? new DraftRow { Place = place, Key = fields[0], File = fields[1], Start = start, End = end } : null;
    }

    private static double? Seconds(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value >= 0 ? value : null;
}
