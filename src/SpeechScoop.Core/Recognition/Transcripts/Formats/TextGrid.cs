using System.Text.RegularExpressions;

namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>
/// Praat's TextGrid, long or short: each interval tier is a speaker. Tiers of phones are left out; where tiers of words exist, only those are read. The recording is called
/// like the file.
/// </summary>
internal sealed partial class TextGrid : ITranscriptFormat
{
    private const int MostTiers = 1000;

    public string Id => "textgrid";

    public string Title => "Praat TextGrid";

    public IReadOnlyList<string> Extensions => [".textgrid"];

    public bool Fits(TranscriptReading reading) => reading.Sample(2) is [var first, var second] && first.Contains("ooTextFile", StringComparison.Ordinal) && second.Contains("TextGrid", StringComparison.Ordinal);

    public void Read(TranscriptReading reading)
    {
        if (!Fits(reading))
        {
            reading.Problem(1, "The file does not begin as a TextGrid.", "Save it in Praat as a text file (long or short).");
            return;
        }
        var cursor = new TextGridCursor(reading);
        if (!cursor.SkipHeader() || cursor.Count("number of tiers", MostTiers) is not { } tiers) return;
        var read = new List<(string Name, List<TranscriptEntry> Entries)>();
        for (var tier = 0; tier < tiers; tier++)
        {
            if (Tier(reading, cursor) is not { } found) return;
            read.Add(found);
        }
        foreach (var entry in Choose(reading, read)) reading.Entries.Add(entry);
    }

    private static (string Name, List<TranscriptEntry> Entries)? Tier(TranscriptReading reading, TextGridCursor cursor)
    {
        if (cursor.Text("class") is not { } kind || cursor.Text("name") is not { } name || cursor.Number("xmin") is null || cursor.Number("xmax") is null
            || cursor.Count("number of intervals", 10_000_000) is not { } count) return null;
        var (entries, previous) = (new List<TranscriptEntry>(), 0.0);
        for (var i = 0; i < count; i++)
        {
            if (cursor.Number("time") is not { } start) return null;
            var line = cursor.Line;
            var end = start;
            if (kind is "IntervalTier")
            {
                if (cursor.Number("xmax") is not { } stop) return null;
                end = stop;
            }
            if (cursor.Text("text") is not { } text) return null;
            if (!reading.RunForward(line, previous, start) || !reading.RunForward(line, start, end)) return null;
            previous = start;
            if (kind is not "IntervalTier" || string.IsNullOrWhiteSpace(text)) continue;
            entries.Add(new()
            {
                Key = TranscriptReading.SegmentKey(reading.Stem, null, start, end),
                Recording = reading.Stem,
                Speaker = name,
                Start = start,
                End = end,
                Text = Spaces().Replace(text.Trim(), " "),
                FileName = reading.FileName,
                Line = line,
            });
        }
        return (name, entries);
    }

    private static IEnumerable<TranscriptEntry> Choose(TranscriptReading reading, List<(string Name, List<TranscriptEntry> Entries)> tiers)
    {
        if (reading.Options.Field is { } field)
        {
            var named = tiers.Where(tier => tier.Name.Equals(field, StringComparison.OrdinalIgnoreCase)).ToList();
            if (named.Count == 0) reading.Problem(0, $"There is no tier '{TranscriptReading.Shorten(field)}'.", $"There are {string.Join(", ", tiers.Select(tier => tier.Name).Take(8))}.");
            return named.SelectMany(tier => tier.Entries);
        }
        var words = tiers.Where(tier => IsNamed(tier.Name, "word")).ToList();
        var chosen = words.Count > 0 ? words : tiers.Where(tier => !IsNamed(tier.Name, "phone") && !IsNamed(tier.Name, "segment")).ToList();
        var left = tiers.Where(tier => tier.Entries.Count > 0 && !chosen.Contains(tier)).Select(tier => tier.Name).ToList();
        if (left.Count > 0) reading.Note($"the {(left.Count == 1 ? "tier" : "tiers")} {string.Join(", ", left.Take(8))} {(left.Count == 1 ? "is" : "are")} left out.");
        return words.Count > 0 ? words.SelectMany(tier => tier.Entries.Select(entry => entry with { Words = [new(entry.Text, entry.Start, entry.End)] })) : chosen.SelectMany(tier => tier.Entries);
    }

    private static bool IsNamed(string tier, string what) => tier.Contains(what, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
