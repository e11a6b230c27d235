using System.Globalization;

namespace SpeechScoop.Datasets;

/// <summary>The bounds of items.</summary>
internal static class ItemCheck
{
    private const int LongestKey = 300, LongestText = 20_000, LongestName = 200;

    // What times in a list may exceed the audio by: rounding to hundredths, and the frames that encoders add or drop.
    private const double EndTolerance = 0.1;

    public static void Lengths(DraftRow row, ICollection<DatasetProblem> problems)
    {
        Within("key", row.Key, LongestKey);
        Within("text", row.Text, LongestText);
        Within("language", row.Language, LongestName);
        Within("speaker", row.Speaker, LongestName);
        if (row.Attributes.Count > ItemAttributes.MaximumCount)
            problems.Add(new(row.Place, $"The item has {row.Attributes.Count} attributes; up to {ItemAttributes.MaximumCount} are kept. Leave columns out."));
        foreach (var (name, value) in row.Attributes)
        {
            Within("An attribute's name", name, ItemAttributes.MaximumLength);
            Within($"The attribute {name[..Math.Min(name.Length, 40)]}", value, ItemAttributes.MaximumLength);
        }

        void Within(string what, string? value, int most)
        {
            if (value?.Length > most) problems.Add(new(row.Place, $"{what} has {value.Length} characters; up to {most} are kept. Shorten it."));
            if (value?.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')) == true)
                problems.Add(new(row.Place, $"{what} has a control character. Save the file as UTF-8 text."));
        }
    }

    /// <summary>Whether start and end lie in the recording.</summary>
    public static bool Times(DraftRow row, double seconds, ICollection<DatasetProblem> problems)
    {
        var (start, end) = (row.Start ?? 0, row.End ?? seconds);
        var message = start >= seconds ? string.Create(CultureInfo.InvariantCulture, $"The item starts at {start:0.##} s, but its recording lasts {seconds:0.##} s. Correct start.")
            : end <= start ? string.Create(CultureInfo.InvariantCulture, $"The item ends at {end:0.##} s, before it starts at {start:0.##} s. Correct start or end.")
            : end > seconds + EndTolerance ? string.Create(CultureInfo.InvariantCulture, $"The item ends at {end:0.##} s, but its recording lasts {seconds:0.##} s. Correct end, or upload the whole recording.")
            : null;
        if (message is not null) problems.Add(new(row.Place, message));
        return message is null;
    }

    /// <summary>Names every key that occurs twice.</summary>
    public static void Keys(IReadOnlyList<(PlannedItem Planned, string Place)> items, ICollection<DatasetProblem> problems)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (item, place) in items)
            if (!first.TryAdd(item.Key, place))
                problems.Add(new(place, $"The key '{item.Key}' occurs twice, first at {first[item.Key]}. Give each item a key of its own."));
    }
}
