namespace SpeechScoop.Recognition;

/// <summary>How soon and how steadily a streaming recognizer answered, from a recorded log that can be replayed at any time.</summary>
/// <param name="FirstPartial">Seconds from the start of speech to the first result with a word; null where there was none, or the start is not known. Below 0: before speech began, a hallucination.</param>
/// <param name="Final">Seconds from the end of speech to the last final result with words; null where words stayed that were never final, or the end is not known.</param>
/// <param name="UnstableWords">Words of partial results that a later result changed or took back, counted each time.</param>
/// <param name="Words">Words of the last result, of all segments.</param>
/// <param name="Revisions">Results that changed or took back an earlier word.</param>
/// <param name="Results">All results with a word.</param>
/// <remarks>Unstable partial word ratio: Shangguan et al., "Analyzing the quality and stability of a streaming end-to-end on-device speech recognizer", Interspeech 2020.</remarks>
public sealed record StreamingScore(double? FirstPartial, double? Final, int UnstableWords, int Words, int Revisions, int Results)
{
    /// <summary>Unstable partial word ratio: unstable words / words of the last result; null where it has none. 0 for a recognizer that never takes a word back.</summary>
    public double? UnstablePartialWordRatio => Words > 0 ? (double)UnstableWords / Words : null;

    /// <summary>Scores a log.</summary>
    /// <param name="results">In order of arrival.</param>
    /// <param name="speechStart">Start of speech in seconds, from the reference or a voice activity detector; null where it is not known.</param>
    /// <param name="speechEnd">End of speech in seconds.</param>
    /// <param name="normaliser">Words are compared after it, so that a capital or a comma that comes later is no revision; <see cref="NormaliserProfile.None"/> to count those too.</param>
    /// <returns><see cref="Error.Invalid"/> for times that run backwards or are not finite.</returns>
    public static Result<StreamingScore> Of(IReadOnlyList<PartialResult> results, double? speechStart, double? speechEnd, NormaliserProfile normaliser)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(normaliser);
        for (var i = 0; i < results.Count; i++)
        {
            if (!double.IsFinite(results[i].At) || (i > 0 && results[i].At < results[i - 1].At))
                return new Error.Invalid("event-times", $"Result {i + 1} came at {results[i].At} s, before the one in front of it. A log is in order of arrival, on one clock.");
        }
        var segments = new Dictionary<int, (string[] Words, bool IsFinal)>();
        var (unstable, revisions, shown) = (0, 0, 0);
        double? first = null, final = null;
        foreach (var result in results)
        {
            var words = normaliser.Words(result.Text);
            var before = segments.TryGetValue(result.Segment, out var known) ? known.Words : [];
            if (words.Length > 0)
            {
                shown++;
                first ??= result.At - speechStart;
            }
            var kept = before.AsSpan().CommonPrefixLength(words);
            unstable += before.Length - kept;
            if (kept < before.Length) revisions++;
            // A segment that turns out to hold no word is no answer to anything that was said.
            if (result.IsFinal && words.Length > 0) final = result.At - speechEnd;
            segments[result.Segment] = (words, result.IsFinal);
        }
        // While the last word may still change, nothing is final.
        if (segments.Values.Any(segment => segment is { Words.Length: > 0, IsFinal: false })) final = null;
        return new StreamingScore(first, final, unstable, segments.Values.Sum(segment => segment.Words.Length), revisions, shown);
    }
}
