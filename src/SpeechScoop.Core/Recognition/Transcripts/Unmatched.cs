namespace SpeechScoop.Recognition.Transcripts;

/// <summary>Names what has no partner, and what may have been meant.</summary>
public static class Unmatched
{
    /// <param name="references">References without a hypothesis.</param>
    /// <param name="hypotheses">Hypotheses without a reference.</param>
    /// <param name="most">Problems at most of either kind; the last says how many more there are.</param>
    public static IReadOnlyList<TranscriptProblem> Name(IReadOnlyList<TranscriptEntry> references, IReadOnlyList<TranscriptEntry> hypotheses, int most = 20)
    {
        ArgumentNullException.ThrowIfNull(references);
        ArgumentNullException.ThrowIfNull(hypotheses);
        var byShape = hypotheses.GroupBy(entry => Shape(entry.Key), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Key, StringComparer.Ordinal);
        var shapes = references.Select(entry => Shape(entry.Key)).ToHashSet(StringComparer.Ordinal);
        var problems = new List<TranscriptProblem>();
        foreach (var entry in references.Take(most))
        {
            problems.Add(new(entry.FileName, entry.Line, $"'{entry.Key}' has no hypothesis.", byShape.TryGetValue(Shape(entry.Key), out var near)
                ? $"The hypotheses have '{near}': give both the same id."
                : Nearest(entry.Key, hypotheses) is { } close ? $"The hypotheses have '{close}', which may be meant: give both the same id." : "Add it, with an empty text if nothing was recognized, or take the reference out."));
        }
        if (references.Count > most) problems.Add(new(references[most].FileName, references[most].Line, $"{references.Count - most} more references have no hypothesis.", "Compare the ids of both sides."));
        foreach (var entry in hypotheses.Where(entry => !shapes.Contains(Shape(entry.Key))).Take(most))
            problems.Add(new(entry.FileName, entry.Line, $"'{entry.Key}' has no reference.", "Correct its id, or take it out."));
        var left = hypotheses.Count(entry => !shapes.Contains(Shape(entry.Key))) - most;
        if (left > 0) problems.Add(new(hypotheses[0].FileName, 0, $"{left} more hypotheses have no reference.", "Compare the ids of both sides."));
        return problems;
    }

    /// <summary>Names entries that belong to no item.</summary>
    /// <param name="missing">Items without an entry, which may have been meant.</param>
    internal static IEnumerable<TranscriptProblem> Unknown(IReadOnlyList<TranscriptEntry> unknown, IReadOnlyList<TranscriptEntry> missing)
    {
        var byShape = missing.GroupBy(entry => Shape(entry.Key), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Key, StringComparer.Ordinal);
        return unknown.Select(entry => new TranscriptProblem(entry.FileName, entry.Line, $"'{entry.Key}' is no item of the dataset.",
            (byShape.GetValueOrDefault(Shape(entry.Key)) ?? Nearest(entry.Key, missing)) is { } near ? $"The item '{near}' may be meant: give it this id." : "Correct its id, or leave it out."));
    }

    /// <summary>An id without what is often different: case, folders, the ending, and how its parts are divided.</summary>
    private static string Shape(string id) => TranscriptInput.StemOf(id).ToLowerInvariant().Replace('_', '-').Replace(' ', '-').Trim('-');

    /// <summary>An id that differs in one or two characters; null for none. Only a few are looked through: the list is shown, not used.</summary>
    private static string? Nearest(string id, IReadOnlyList<TranscriptEntry> others)
    {
        if (id.Length is < 4 or > 200) return null;
        foreach (var other in others.Take(2000))
        {
            if (Math.Abs(other.Key.Length - id.Length) > 1 || other.Key.Length < 4) continue;
            var same = id.AsSpan().CommonPrefixLength(other.Key);
            var left = id.AsSpan(same);
            var right = other.Key.AsSpan(same);
            // One character more, one less, or one replaced; digits alone do not make ids similar: u0001 is not u0002.
            if (left.Length > right.Length ? left[1..].SequenceEqual(right) && !char.IsAsciiDigit(left[0])
                : left.Length < right.Length ? right[1..].SequenceEqual(left) && !char.IsAsciiDigit(right[0])
                : left.Length > 0 && left[1..].SequenceEqual(right[1..]) && !char.IsAsciiDigit(left[0])) return other.Key;
        }
        return null;
    }
}
