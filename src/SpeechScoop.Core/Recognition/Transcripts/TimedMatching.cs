namespace SpeechScoop.Recognition.Transcripts;

/// <summary>
/// Places words with times into the reference's segments as sclite does: of each recording and channel, segments in order of their start, each takes the words before the
/// first whose middle is not before its end; the last takes what is left. So words in a gap count with the segment after it.
/// </summary>
/// <remarks>SCTK 2.4 <c>src/sclite/align.c</c> (<c>align_ctm_to_stm</c>), checked against sclite itself.</remarks>
internal static class TimedMatching
{
    public static MatchedTranscripts Match(TranscriptDocument reference, TranscriptDocument hypothesis)
    {
        var channels = hypothesis.Entries.Any(entry => entry.Channel is not null);
        var words = hypothesis.Entries.GroupBy(entry => (entry.Recording!, channels ? entry.Channel : null))
            .ToDictionary(group => group.Key, group => group.SelectMany(entry => entry.Words).OrderBy(word => word.Start).ToArray());
        var units = reference.Entries.GroupBy(entry => (entry.Recording!, channels ? entry.Channel : null)).ToList();
        var problems = Missing(units, words.Keys, hypothesis);
        if (problems.Count > 0) return new(MatchedBy.Times, [], problems, [], ClusterChoice.Utterance, 0, 0);

        var texts = new Dictionary<TranscriptEntry, string>(ReferenceEqualityComparer.Instance);
        var (ignoredSegments, ignoredWords) = (0, 0);
        foreach (var unit in units)
        {
            var (segments, spoken, at) = (unit.OrderBy(entry => entry.Start).ToArray(), words[unit.Key], 0);
            for (var i = 0; i < segments.Length; i++)
            {
                var first = at;
                while (at < spoken.Length && (i == segments.Length - 1 || spoken[at].Middle < segments[i].End)) at++;
                if (segments[i].IsIgnored)
                {
                    ignoredSegments++;
                    ignoredWords += at - first;
                }
                texts[segments[i]] = string.Join(' ', spoken.Skip(first).Take(at - first).Select(word => word.Text));
            }
        }
        TranscriptEntry[] scored = [.. reference.Entries.Where(entry => !entry.IsIgnored)];
        var (name, cluster) = ClusterChoice.Of(scored);
        return new(MatchedBy.Times, [.. scored.Select(entry => new Utterance(entry.Key, entry.Text, texts[entry], cluster(entry)))], [],
            ["Words were placed into the reference's segments by the middle of their time, as sclite does."], name, ignoredSegments, ignoredWords);
    }

    private static List<TranscriptProblem> Missing(
        List<IGrouping<(string, string?), TranscriptEntry>> units, IReadOnlyCollection<(string, string?)> known, TranscriptDocument hypothesis)
    {
        var said = units.Select(unit => unit.Key).ToHashSet();
        var missing = units.Where(unit => !known.Contains(unit.Key)).Select(unit => unit.First() with { Key = Name(unit.Key) }).ToList();
        var heard = hypothesis.Entries.Select(entry => entry with { Key = Name((entry.Recording!, said.Any(unit => unit.Item2 is not null) ? entry.Channel : null)) });
        var names = said.Select(Name).ToHashSet(StringComparer.Ordinal);
        return [.. Unmatched.Name(missing, [.. heard.Where(entry => !names.Contains(entry.Key)).DistinctBy(entry => entry.Key)])];
    }

    private static string Name((string Recording, string? Channel) unit) => unit.Channel is null ? unit.Recording : $"{unit.Recording}/{unit.Channel}";
}
