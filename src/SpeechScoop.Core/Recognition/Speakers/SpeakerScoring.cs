namespace SpeechScoop.Recognition;

/// <summary>
/// Word error rates of recordings with several speakers, where the hypothesis names speakers in its own way: the pairing of speakers with the fewest errors counts.
/// </summary>
/// <remarks>
/// cpWER (Watanabe et al., CHiME-6, 2020): each speaker's words in a row, edit distance with all costs 1. tcpWER (von Neumann et al., CHiME 2023 workshop): only words
/// that overlap in time, with a collar, may be matched or substituted. As meeteval 0.4.3 does both: words of the reference take their share of the segment
/// by characters; words of the hypothesis stand at the middle of theirs, and the collar widens them.
/// </remarks>
public static class SpeakerScoring
{
    private const long MostCells = 1 << 28;

    /// <summary>cpWER: concatenated minimum-permutation word errors.</summary>
    public static SpeakerScore Concatenated(IReadOnlyList<SpokenSegment> reference, IReadOnlyList<SpokenSegment> hypothesis, NormaliserProfile normaliser) =>
        Best(reference, hypothesis, normaliser, (left, right) => WordAlignment.Align(Texts(left), Texts(right), AlignmentPolicy.Jiwer).Counts);

    /// <summary>tcpWER: cpWER where words match only within their time.</summary>
    /// <param name="collar">Seconds by which a word of the hypothesis may be early or late, ≥ 0. There is no usual value: it decides the figure and is stated with it.</param>
    /// <returns><see cref="Error.Invalid"/> for a segment that ends before it starts, a collar below 0, or a speaker with too many words.</returns>
    public static Result<SpeakerScore> TimeConstrained(IReadOnlyList<SpokenSegment> reference, IReadOnlyList<SpokenSegment> hypothesis, double collar, NormaliserProfile normaliser)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(hypothesis);
        if (!(collar >= 0 && double.IsFinite(collar))) return new Error.Invalid("collar", $"The collar is {collar} s; it is 0 or more, for meetings often 5.");
        foreach (var (side, segments) in ((string, IReadOnlyList<SpokenSegment>)[])[("reference", reference), ("hypothesis", hypothesis)])
        {
            foreach (var segment in segments)
            {
                if (segment.End >= segment.Start && double.IsFinite(segment.Start) && double.IsFinite(segment.End)) continue;
                return new Error.Invalid("segment-times", $"A segment of {segment.Speaker} in the {side} lasts from {segment.Start} to {segment.End} s. Correct its times, or use cpWER, which needs none.");
            }
        }
        if (Longest(reference) * Longest(hypothesis) > MostCells)
            return new Error.Invalid("speaker-too-long", "One speaker has too many words for the time-constrained rate. Score recordings one by one.");
        return Best(reference, hypothesis, normaliser, (left, right) => TimeConstrainedPath.Count(left, TimedWords.Widened(right, collar)));

        long Longest(IReadOnlyList<SpokenSegment> segments) => segments.GroupBy(segment => segment.Speaker, StringComparer.Ordinal)
            .Select(speaker => speaker.Sum(segment => (long)normaliser.Words(segment.Text).Length)).DefaultIfEmpty().Max();
    }

    private static SpeakerScore Best(
        IReadOnlyList<SpokenSegment> reference, IReadOnlyList<SpokenSegment> hypothesis, NormaliserProfile normaliser, Func<TimedWords.Word[], TimedWords.Word[], ErrorCounts> count)
    {
        var (left, right) = (Speakers(reference, normaliser), Speakers(hypothesis, normaliser));
        var size = Math.Max(left.Length, right.Length);
        var (counts, costs) = (new ErrorCounts[size, size], new double[size, size]);
        for (var r = 0; r < size; r++)
        {
            for (var h = 0; h < size; h++)
            {
                counts[r, h] = count(r < left.Length ? left[r].Words : [], h < right.Length ? right[h].Words : []);
                costs[r, h] = counts[r, h].Errors;
            }
        }
        var assignment = MinimumAssignment.Of(costs);
        return new(
            Enumerable.Range(0, size).Aggregate(default(ErrorCounts), (sum, r) => sum + counts[r, assignment[r]]),
            [.. Enumerable.Range(0, size).Select(r => (r < left.Length ? left[r].Name : null, assignment[r] < right.Length ? right[assignment[r]].Name : null))]);
    }

    private static (string Name, TimedWords.Word[] Words)[] Speakers(IReadOnlyList<SpokenSegment> segments, NormaliserProfile normaliser) =>
        [.. segments.GroupBy(segment => segment.Speaker, StringComparer.Ordinal).Select(speaker => (speaker.Key, TimedWords.Of(speaker, normaliser)))];

    private static string[] Texts(TimedWords.Word[] words) => Array.ConvertAll(words, word => word.Text);
}
