namespace SpeechScoop.Recognition;

/// <summary>How soon and how steadily a streaming recognizer answered, from a recorded log that can be replayed at any time.</summary>
/// <param name="FirstPartial">Seconds from the start of speech to the first result with a word; null where there was none. Below 0: before speech began, a hallucination.</param>
/// <param name="Final">Seconds from the end of speech to the final result; null where there was none.</param>
/// <param name="UnstableWords">Words of partial results that a later result changed or took back, counted each time.</param>
/// <param name="Words">Words of the last result.</param>
/// <param name="Revisions">Results that changed or took back an earlier word.</param>
/// <param name="Results">All results with a word.</param>
/// <remarks>Unstable partial word ratio: Shangguan et al., "Analyzing the quality and stability of a streaming end-to-end on-device speech recognizer", Interspeech 2020.</remarks>
public sealed record StreamingScore(double? FirstPartial, double? Final, int UnstableWords, int Words, int Revisions, int Results)
{
    /// <summary>Unstable partial word ratio: unstable words / words of the last result; null where it has none. 0 for a recognizer that never takes a word back.</summary>
    public double? UnstablePartialWordRatio => Words > 0 ? (double)UnstableWords / Words : null;

    /// <summary>Scores a log.</summary>
    /// <param name="results">In order of arrival.</param>
    /// <param name="speechStart">Start of speech in seconds, from the reference or a voice activity detector.</param>
    /// <param name="speechEnd">End of speech in seconds.</param>
    /// <param name="normaliser">Words are compared after it, so that a capital or a comma that comes later is no revision; <see cref="NormaliserProfile.None"/> to count those too.</param>
    /// <returns><see cref="Error.Invalid"/> for times that run backwards or are not finite.</returns>
    public static Result<StreamingScore> Of(IReadOnlyList<PartialResult> results, double speechStart, double speechEnd, NormaliserProfile normaliser)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(normaliser);
        for (var i = 0; i < results.Count; i++)
        {
            if (!double.IsFinite(results[i].At) || (i > 0 && results[i].At < results[i - 1].At))
                return new Error.Invalid("event-times", $"Result {i + 1} came at {results[i].At} s, before the one in front of it. A log is in order of arrival, on one clock.");
        }
        var (previous, unstable, revisions, shown) = (Array.Empty<string>(), 0, 0, 0);
        double? first = null, final = null;
        foreach (var result in results)
        {
            var words = normaliser.Words(result.Text);
            if (words.Length > 0)
            {
                shown++;
                first ??= result.At - speechStart;
            }
            var kept = previous.AsSpan().CommonPrefixLength(words);
            unstable += previous.Length - kept;
            if (kept < previous.Length) revisions++;
            if (result.IsFinal) final = result.At - speechEnd;
            previous = words;
        }
        return new StreamingScore(first, final, unstable, previous.Length, revisions, shown);
    }
}
