using System.Globalization;

namespace SpeechScoop.Recognition.Transcripts;

/// <summary>An item of a dataset that was recognized elsewhere.</summary>
/// <param name="Recording">Name of its recording's file; null where unknown.</param>
/// <param name="Start">Where it begins in its recording, in seconds; null for the beginning.</param>
/// <param name="End">Where it ends; null for the end.</param>
public sealed record RecognizedItem(string Key, string? Recording = null, double? Start = null, double? End = null);

/// <summary>What a system heard in an item.</summary>
/// <param name="Words">With times from the item's start.</param>
/// <param name="Place">The file, and the line where it begins.</param>
public sealed record ItemHypothesis(string Key, string Text, IReadOnlyList<TimedWord> Words, string Place);

/// <summary>Transcripts matched with the items of a dataset.</summary>
/// <param name="Hypotheses">At most one for each item.</param>
/// <param name="Problems">Entries that belong to no item, or to one that has another already.</param>
/// <param name="Notes">What was supposed or left out, in sentences.</param>
public sealed record ItemHypotheses(IReadOnlyList<ItemHypothesis> Hypotheses, IReadOnlyList<TranscriptProblem> Problems, IReadOnlyList<string> Notes)
{
    /// <summary>Matches one system's entries: utterances by key, else by the name of their recording; segments of a recording with the items cut from it, by time.</summary>
    /// <param name="format">Of the document: plain lines are matched in order.</param>
    public static ItemHypotheses Match(IReadOnlyList<RecognizedItem> items, string format, IReadOnlyList<TranscriptEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(entries);
        if (format == "lines") return InOrder(items, entries);
        var (found, problems, notes) = (new List<ItemHypothesis>(), new List<TranscriptProblem>(), new List<string>());
        var byKey = items.ToDictionary(item => item.Key, StringComparer.Ordinal);
        var byName = items.SelectMany(item => Names(item).Select(name => (name, item))).ToLookup(each => each.name, each => each.item, StringComparer.Ordinal);
        var unknown = new List<TranscriptEntry>();
        foreach (var entry in entries.Where(entry => entry.Recording is null))
        {
            var item = byKey.GetValueOrDefault(entry.Key) ?? Single(byName[entry.Audio is null ? TranscriptInput.StemOf(entry.Key) : TranscriptInput.StemOf(entry.Audio)]);
            if (item is null) unknown.Add(entry);
            else found.Add(new(item.Key, entry.Text, Shifted(entry.Words, item.Start), Place(entry)));
        }
        foreach (var recording in entries.Where(entry => entry.Recording is not null).GroupBy(entry => entry.Recording!, StringComparer.Ordinal))
        {
            RecognizedItem[] cut = byKey.TryGetValue(recording.Key, out var whole) ? [whole] : [.. byName[TranscriptInput.StemOf(recording.Key)].Distinct()];
            if (cut.Length == 0) unknown.Add(recording.First() with { Key = recording.Key });
            else Cut(recording.Key, [.. recording.OrderBy(entry => entry.Start ?? 0)], cut, found, problems, notes);
        }
        var missing = items.Where(item => !found.Exists(hypothesis => hypothesis.Key == item.Key)).Select(item => new TranscriptEntry { Key = item.Key, Text = "" }).ToArray();
        problems.AddRange(Unmatched.Unknown(unknown, unknown.Count > 0 ? missing : []));
        return new(found, problems, notes);
    }

    private static ItemHypotheses InOrder(IReadOnlyList<RecognizedItem> items, IReadOnlyList<TranscriptEntry> entries)
    {
        if (items.Count != entries.Count)
            return new([], [new(entries[0].FileName, 0, $"There are {entries.Count} lines for {items.Count} items.", "Write a line for each item in the dataset's order, empty where nothing was heard; or use a format with ids.")], []);
        return new([.. items.Zip(entries, (item, entry) => new ItemHypothesis(item.Key, entry.Text, [], Place(entry)))], [], ["Lines have no ids: they were matched with the items in their order."]);
    }

    /// <summary>Gives a recording's segments to the items that were cut from it.</summary>
    private static void Cut(string recording, TranscriptEntry[] segments, RecognizedItem[] items, List<ItemHypothesis> found, List<TranscriptProblem> problems, List<string> notes)
    {
        if (items is [{ Start: null, End: null } whole])
        {
            found.Add(new(whole.Key, string.Join(' ', segments.Select(entry => entry.Text).Where(text => text is not "")), [.. segments.SelectMany(entry => entry.Words)], Place(segments[0])));
            return;
        }
        // Words where they have times, else whole segments.
        var pieces = segments.Where(entry => entry.Text is not "").SelectMany(entry => entry.Words.Count > 0 && entry.Words.All(word => word.Start is not null)
            ? entry.Words : [new TimedWord(entry.Text, entry.Start, entry.End)]).ToArray();
        if (pieces.Any(piece => piece.Middle is null))
        {
            problems.Add(new(segments[0].FileName, segments[0].Line, $"'{recording}' is cut into {items.Length} items by time, but its transcript has no times.", "Deliver it with times for words or segments, or one transcript for each item."));
            return;
        }
        var used = 0;
        foreach (var item in items)
        {
            var inside = pieces.Where(piece => piece.Middle >= (item.Start ?? 0) && (item.End is null || piece.Middle < item.End)).ToArray();
            used += inside.Length;
            found.Add(new(item.Key, string.Join(' ', inside.Select(word => word.Text)), Shifted(inside, item.Start), Place(segments[0])));
        }
        if (used < pieces.Length) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{recording}: {pieces.Length - used} of {pieces.Length} words or segments lie in none of its {items.Length} items and are left out."));
    }

    private static TimedWord[] Shifted(IReadOnlyList<TimedWord> words, double? start) =>
        [.. words.Select(word => word with { Start = Math.Max(0, (word.Start - (start ?? 0)) ?? 0) is var from && word.Start is null ? null : from, End = word.End is { } end ? Math.Max(0, end - (start ?? 0)) : null })];

    private static IEnumerable<string> Names(RecognizedItem item)
    {
        yield return TranscriptInput.StemOf(item.Key);
        if (item.Recording is not null && TranscriptInput.StemOf(item.Recording) is var name && !name.Equals(TranscriptInput.StemOf(item.Key), StringComparison.Ordinal)) yield return name;
    }

    private static RecognizedItem? Single(IEnumerable<RecognizedItem> items) => items.Take(2).ToArray() is [var only] ? only : null;

    private static string Place(TranscriptEntry entry) => entry.Line > 0 ? $"{entry.FileName}, line {entry.Line}" : entry.FileName;
}
