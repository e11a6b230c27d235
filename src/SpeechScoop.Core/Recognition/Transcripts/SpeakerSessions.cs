namespace SpeechScoop.Recognition.Transcripts;

/// <summary>One recording's segments of both sides.</summary>
public sealed record SpeakerSession(string Recording, IReadOnlyList<SpokenSegment> Reference, IReadOnlyList<SpokenSegment> Hypothesis);

/// <summary>Puts both sides' segments together by recording, for rates that pair speakers.</summary>
public static class SpeakerSessions
{
    /// <summary>Matches recordings by name.</summary>
    /// <param name="timed">Whether every segment must have times.</param>
    /// <param name="regions">What is scored of each recording, which needs times; null for everything.</param>
    /// <returns><see cref="Error.Invalid"/> that names recordings without a partner, segments without a speaker, and segments that are not to be scored.</returns>
    public static Result<IReadOnlyList<SpeakerSession>> Match(TranscriptDocument reference, TranscriptDocument hypothesis, bool timed, ScoredRegions? regions = null)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(hypothesis);
        if (reference.Error is { } wrong || hypothesis.Error is { } alsoWrong && (wrong = alsoWrong) is not null) return wrong;
        foreach (var entry in reference.Entries.Concat(hypothesis.Entries))
        {
            if (entry.Speaker is null) return Refused(entry, "has no speaker", "Speaker-attributed rates need STM, SegLST, or a vendor's response with speakers.");
            if (entry.IsIgnored) return Refused(entry, "is not to be scored, which these rates do not know", "Leave it out on both sides.");
            if ((timed || regions is not null) && (entry.Start is null || entry.End is null))
                return Refused(entry, "has no times", "Leave --collar and --uem out for the cpWER of all that was said, which needs none, or deliver times.");
        }
        var (left, right) = (Recordings(reference), Recordings(hypothesis));
        var unmatched = Unmatched.Name(Missing(reference, right.Keys), Missing(hypothesis, left.Keys));
        if (unmatched.Count > 0) return new MatchedTranscripts(MatchedBy.Recordings, [], unmatched, [], "", 0, 0).Error!;
        return Result<IReadOnlyList<SpeakerSession>>.Ok([.. left.Select(recording => new SpeakerSession(recording.Key, Scored(recording), Scored(new(recording.Key, right[recording.Key]))))]);

        IReadOnlyList<SpokenSegment> Scored(KeyValuePair<string, SpokenSegment[]> recording) => regions?.Within(recording.Key, recording.Value) ?? recording.Value;
    }

    private static Dictionary<string, SpokenSegment[]> Recordings(TranscriptDocument document) => document.Entries.GroupBy(entry => entry.Unit, StringComparer.Ordinal)
        .ToDictionary(unit => unit.Key, unit => unit.Select(entry => new SpokenSegment(entry.Speaker!, entry.Text, entry.Start ?? 0, entry.End ?? entry.Start ?? 0)).ToArray(), StringComparer.Ordinal);

    private static TranscriptEntry[] Missing(TranscriptDocument document, IReadOnlyCollection<string> known) =>
        [.. document.Entries.Where(entry => !known.Contains(entry.Unit)).DistinctBy(entry => entry.Unit).Select(entry => entry with { Key = entry.Unit })];

    private static Error.Invalid Refused(TranscriptEntry entry, string what, string cure) => new("speakers", new TranscriptProblem(entry.FileName, entry.Line, $"'{entry.Key}' {what}.", cure).ToString());
}
