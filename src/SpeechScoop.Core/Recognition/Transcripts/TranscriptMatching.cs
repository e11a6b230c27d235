namespace SpeechScoop.Recognition.Transcripts;

/// <summary>How references and hypotheses were put together.</summary>
public enum MatchedBy
{
    /// <summary>Each utterance, or each segment, by its id.</summary>
    Ids,

    /// <summary>Words placed into the reference's segments by the middle of their time, as sclite does it.</summary>
    Times,

    /// <summary>Recordings as wholes: the segments of either side in a row.</summary>
    Recordings,
}

/// <summary>References with their hypotheses. With any problem there are no utterances: nothing is scored against nothing.</summary>
/// <param name="Utterances">In the reference's order.</param>
/// <param name="Problems">Ids that do not match, are missing or doubled, by name.</param>
/// <param name="Clusters">What the utterances' clusters are: <c>speaker</c>, <c>recording</c>, or <c>utterance</c> where each stands for itself.</param>
/// <param name="IgnoredSegments">Segments that the reference takes out of scoring.</param>
/// <param name="IgnoredWords">Words of the hypothesis that fell into them.</param>
public sealed record MatchedTranscripts(
    MatchedBy By, IReadOnlyList<Utterance> Utterances, IReadOnlyList<TranscriptProblem> Problems, IReadOnlyList<string> Notes, string Clusters, int IgnoredSegments, int IgnoredWords)
{
    /// <summary>The problems as one error; null where there are none.</summary>
    public Error? Error => Problems.Count == 0 ? null : new Error.Invalid("transcripts-do-not-match",
        $"{string.Join(" ", Problems.Take(5))}{(Problems.Count > 5 ? $" And {Problems.Count - 5} more." : "")} Nothing was scored.");
}

/// <summary>Puts references and hypotheses together by their ids or times.</summary>
public static class TranscriptMatching
{
    private const int Named = 20;

    /// <summary>Matches two documents without problems of their own.</summary>
    public static MatchedTranscripts Match(TranscriptDocument reference, TranscriptDocument hypothesis)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(hypothesis);
        if (reference.Problems.Count + hypothesis.Problems.Count > 0) return Refused(MatchedBy.Ids, [.. reference.Problems, .. hypothesis.Problems]);
        var isCut = reference.Entries.All(entry => entry is { Recording: not null, Start: not null, End: not null });
        if (isCut && hypothesis.Entries.All(entry => entry.Recording is null)) isCut = false;
        if (isCut && !SameSegments(reference, hypothesis) && hypothesis.Entries.All(entry => entry.Text is "" || (entry.Words.Count > 0 && entry.Words.All(word => word.Start is not null))))
            return TimedMatching.Match(reference, hypothesis);
        if (isCut && SameSegments(reference, hypothesis)) return Pair(MatchedBy.Ids, Kept(reference, out var ignored), Without(hypothesis, ignored), ignored.Count);
        if (reference.Entries.FirstOrDefault(entry => entry.IsIgnored) is { } unscored)
            return Refused(MatchedBy.Recordings, [new(unscored.FileName, unscored.Line, "This segment is not to be scored, but the hypothesis has no times for its words, so what falls into it cannot be told.", "Deliver the hypothesis with times (CTM or a vendor's response with words), or leave the segment's mark out.")]);
        var whole = reference.Entries.Concat(hypothesis.Entries).Any(entry => entry.Recording is not null);
        return whole ? Pair(MatchedBy.Recordings, Joined(reference), Joined(hypothesis), 0) : Pair(MatchedBy.Ids, reference.Entries, hypothesis.Entries, 0);
    }

    /// <summary>Whether both sides have the same segments: recording, channel and times to a hundredth of a second.</summary>
    private static bool SameSegments(TranscriptDocument reference, TranscriptDocument hypothesis) =>
        hypothesis.Entries.All(entry => entry is { Recording: not null, Start: not null, End: not null })
        && reference.Entries.Select(Segment).ToHashSet() is var left && left.Count == reference.Entries.Count
        && hypothesis.Entries.Select(Segment).ToHashSet() is var right && right.Count == hypothesis.Entries.Count && left.SetEquals(right);

    private static (string?, string?, double, double) Segment(TranscriptEntry entry) => (entry.Recording, entry.Channel, Math.Round(entry.Start!.Value, 2), Math.Round(entry.End!.Value, 2));

    private static TranscriptEntry[] Kept(TranscriptDocument reference, out HashSet<(string?, string?, double, double)> ignored)
    {
        ignored = [.. reference.Entries.Where(entry => entry.IsIgnored).Select(Segment)];
        return [.. reference.Entries.Where(entry => !entry.IsIgnored)];
    }

    private static TranscriptEntry[] Without(TranscriptDocument hypothesis, HashSet<(string?, string?, double, double)> ignored) =>
        [.. hypothesis.Entries.Where(entry => !ignored.Contains(Segment(entry)))];

    /// <summary>Each recording's segments in a row, by their start; those without times as they stand.</summary>
    private static TranscriptEntry[] Joined(TranscriptDocument document) =>
        [.. document.Entries.GroupBy(entry => entry.Unit, StringComparer.Ordinal).Select(unit =>
        {
            var segments = unit.All(entry => entry.Start is not null) ? unit.OrderBy(entry => entry.Start).ToArray() : [.. unit];
            return segments[0] with { Key = unit.Key, Recording = null, Text = string.Join(' ', segments.Select(entry => entry.Text).Where(text => text is not "")), Speaker = null };
        })];

    private static MatchedTranscripts Pair(MatchedBy by, IReadOnlyList<TranscriptEntry> references, IReadOnlyList<TranscriptEntry> hypotheses, int ignored)
    {
        // Segments are told apart by their rounded times, everything else by its id.
        Func<TranscriptEntry, string> key = by is MatchedBy.Ids && references.Count > 0 && references[0].Recording is not null ? entry => Segment(entry).ToString() : entry => entry.Key;
        var found = new Dictionary<string, TranscriptEntry>(hypotheses.Count, StringComparer.Ordinal);
        foreach (var entry in hypotheses) found.TryAdd(key(entry), entry);
        var (name, cluster) = ClusterChoice.Of(references);
        var utterances = new List<Utterance>(references.Count);
        var missing = new List<TranscriptEntry>();
        foreach (var entry in references)
        {
            if (found.Remove(key(entry), out var hypothesis)) utterances.Add(new(entry.Key, entry.Text, hypothesis.Text, cluster(entry)));
            else missing.Add(entry);
        }
        if (missing.Count + found.Count > 0) return Refused(by, Unmatched.Name(missing, [.. found.Values], Named));
        return new(by, utterances, [], by is MatchedBy.Recordings ? ["Recordings were compared as wholes: not both sides have utterances or segments of the same names."] : [], name, ignored, 0);
    }

    private static MatchedTranscripts Refused(MatchedBy by, IReadOnlyList<TranscriptProblem> problems) => new(by, [], problems, [], ClusterChoice.Utterance, 0, 0);
}
