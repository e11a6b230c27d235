namespace SpeechScoop.Recognition;

/// <summary>
/// Word error rates of recordings with several speakers, where the hypothesis names speakers in its own way: the pairing of speakers with the fewest errors counts.
/// </summary>
/// <remarks>
/// cpWER (Watanabe et al., CHiME-6, 2020): each speaker's words in a row, edit distance with all costs 1. tcpWER (von Neumann et al., CHiME 2023 workshop): only words
/// that overlap in time, with a collar, may be matched or substituted. Both as meeteval 0.4.3 computes them.
/// </remarks>
public static class SpeakerScoring
{
    /// <summary>About 30 years, in seconds: later times are mistakes, and would not be exact.</summary>
    private const double LatestTime = 1e9;

    private const int MostSpeakers = 1_000;

    /// <summary>cpWER: concatenated minimum-permutation word errors.</summary>
    /// <returns><see cref="Error.Invalid"/> ftoo many words or too many speakers.</returns>
    public static Result<SpeakerScore> Concatenated(IReadOnlyList<SpokenSegment> reference, IReadOnlyList<SpokenSegment> hypothesis, NormaliserProfile normaliser)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(hypothesis);
        var words = new TimedWords(normaliser);
        return Best(BySpeaker(reference, words.Timeless), BySpeaker(hypothesis, words.Timeless));
    }

    /// <summary>tcpWER: cpWER where words match only within their time.</summary>
    /// <param name="collar">Seconds by which a word of the hypothesis may be early or late, ≥ 0. There is no usual value: it decides the figure and is stated with it.</param>
    /// <param name="referenceTiming">How words of the reference get their times.</param>
    /// <param name="hypothesisTiming">How words of the hypothesis get theirs.</param>
    /// <returns><see cref="Error.Invalid"/> for a segment that ends before it starts, a collar below 0, or too many words or speakers.</returns>
    public static Result<SpeakerScore> TimeConstrained(
        IReadOnlyList<SpokenSegment> reference, IReadOnlyList<SpokenSegment> hypothesis, double collar, NormaliserProfile normaliser,
        WordTiming referenceTiming = WordTiming.CharacterBased, WordTiming hypothesisTiming = WordTiming.CharacterBasedPoints)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(hypothesis);
        if (!(collar is >= 0 and <= LatestTime)) return new Error.Invalid("collar", $"The collar is {collar} s; it is 0 or more, for meetings often 5.");
        if ((WrongTimes(reference, "reference") ?? WrongTimes(hypothesis, "hypothesis")) is { } wrong) return wrong;
        var words = new TimedWords(normaliser);
        return Best(BySpeaker(reference, segments => words.Of(segments, referenceTiming)), BySpeaker(hypothesis, segments => words.Of(segments, hypothesisTiming, collar)));
    }

    private static Error.Invalid? WrongTimes(IReadOnlyList<SpokenSegment> segments, string side)
    {
        foreach (var segment in segments)
        {
            if (segment.End >= segment.Start && Math.Abs(segment.Start) <= LatestTime && Math.Abs(segment.End) <= LatestTime) continue;
            return new Error.Invalid("segment-times", $"A segment of {segment.Speaker} in the {side} lasts from {segment.Start} to {segment.End} s. Correct its times, or use cpWER, which needs none.");
        }
        return null;
    }

    private static Result<SpeakerScore> Best((string Name, TimedWords.Word[] Words)[] reference, (string Name, TimedWords.Word[] Words)[] hypothesis)
    {
        if (Total(reference) * Total(hypothesis) > TimeConstrainedPath.MostCells)
            return new Error.Invalid("too-many-words", $"{Total(reference)} words against {Total(hypothesis)} are too many to pair speakers. Score recordings one by one.");
        var size = Math.Max(reference.Length, hypothesis.Length);
        if (size > MostSpeakers) return new Error.Invalid("too-many-speakers", $"One side has {size} speakers; up to {MostSpeakers} are paired. Check the names: each speaker has one in a recording.");
        var (counts, costs) = (new ErrorCounts[size, size], new double[size, size]);
        for (var r = 0; r < size; r++)
        {
            for (var h = 0; h < size; h++)
            {
                counts[r, h] = TimeConstrainedPath.Count(r < reference.Length ? reference[r].Words : [], h < hypothesis.Length ? hypothesis[h].Words : []);
                costs[r, h] = counts[r, h].Errors;
            }
        }
        var assignment = MinimumAssignment.Of(costs);
        return new SpeakerScore(
            Enumerable.Range(0, size).Aggregate(default(ErrorCounts), (sum, r) => sum + counts[r, assignment[r]]),
            [.. Enumerable.Range(0, size).Select(r => (r < reference.Length ? reference[r].Name : null, assignment[r] < hypothesis.Length ? hypothesis[assignment[r]].Name : null))]);

        static long Total((string Name, TimedWords.Word[] Words)[] speakers) => speakers.Sum(speaker => speaker.Words.LongLength);
    }

    private static (string Name, TimedWords.Word[] Words)[] BySpeaker(IReadOnlyList<SpokenSegment> segments, Func<IEnumerable<SpokenSegment>, TimedWords.Word[]> words) =>
        [.. segments.GroupBy(segment => segment.Speaker, StringComparer.Ordinal).Select(speaker => (speaker.Key, words(speaker)))];
}
