using MathNet.Numerics.Distributions;

namespace SpeechScoop.Recognition;

/// <summary>
/// The matched-pairs sentence-segment word error test (MAPSSWE; Gillick and Cox, ICASSP 1989) as NIST's sc_stats does it: both systems' alignments are cut into
/// segments where at least two reference words in a row are correct in both, and the differences of the segments' errors are compared with 0 by a normal test.
/// </summary>
/// <param name="Segments">Segments with an error in either system, ≥ 2.</param>
/// <param name="Mean">Mean difference of errors a segment, first system minus second.</param>
/// <param name="StandardDeviation">Of the differences, with n − 1.</param>
/// <param name="Z">Mean / (SD / √n); 0 where all differences are 0.</param>
/// <param name="P">Two-sided.</param>
/// <remarks>
/// SCTK 2.4 <c>src/sclite/mtchprs.c</c> (<c>MIN_NUM_GOOD</c> 2). Utterances always end a segment. Where the systems read an alternation in different ways, reference words are paired by
/// their position, as sc_stats pairs them (its code that should pair them by the words again does nothing); so after readings of different length, words some places apart bound a segment. No
/// error is lost or counted twice.
/// </remarks>
public sealed record MatchedPairs(int Segments, double Mean, double StandardDeviation, double Z, double P)
{
    /// <summary>Reference words in a row, correct in both, that end a segment.</summary>
    public const int GoodWords = 2;

    /// <summary>Compares two systems.</summary>
    /// <param name="utterances">Both systems' alignments of each utterance.</param>
    /// <returns>Null where neither system made an error, and where the differences do not vary but are not 0 (a single segment never does): nothing can be said about chance then.</returns>
    public static MatchedPairs? Of(IEnumerable<(WordAlignment First, WordAlignment Second)> utterances)
    {
        ArgumentNullException.ThrowIfNull(utterances);
        var differences = utterances.SelectMany(pair => Segment(pair.First.Tokens, pair.Second.Tokens)).Select(segment => (double)(segment.First - segment.Second)).ToList();
        if (differences.Count < 2) return null;
        var mean = differences.Average();
        var deviation = Math.Sqrt(differences.Sum(value => (value - mean) * (value - mean)) / (differences.Count - 1));
        if (deviation == 0 && mean != 0) return null;
        var z = mean == 0 ? 0 : mean / (deviation / Math.Sqrt(differences.Count));
        return new(differences.Count, mean, deviation, z, 2 * Normal.CDF(0, 1, -Math.Abs(z)));
    }

    /// <summary>Errors of both systems in each segment that has any.</summary>
    internal static IEnumerable<(int First, int Second)> Segment(IReadOnlyList<AlignedToken> first, IReadOnlyList<AlignedToken> second)
    {
        var (i, j, good) = (0, 0, 0);
        var (errorsOfFirst, errorsOfSecond) = (0, 0);
        while (i < first.Count || j < second.Count)
        {
            // Insertions before the next reference word belong to the segment, and end a run of good words.
            var (insertedByFirst, insertedBySecond) = (Insertions(first, ref i), Insertions(second, ref j));
            if (insertedByFirst + insertedBySecond > 0)
            {
                errorsOfFirst += insertedByFirst;
                errorsOfSecond += insertedBySecond;
                good = 0;
                continue;
            }
            // Behind the end of the shorter reading nothing is correct in both.
            var (firstAt, secondAt) = (OperationAt(first, i++), OperationAt(second, j++));
            if (firstAt is not (null or EditOperation.Correct)) errorsOfFirst++;
            if (secondAt is not (null or EditOperation.Correct)) errorsOfSecond++;
            good = (firstAt, secondAt) is (EditOperation.Correct, EditOperation.Correct) ? good + 1 : 0;
            if (good < GoodWords) continue;
            if (errorsOfFirst + errorsOfSecond > 0) yield return (errorsOfFirst, errorsOfSecond);
            (errorsOfFirst, errorsOfSecond) = (0, 0);
        }
        if (errorsOfFirst + errorsOfSecond > 0) yield return (errorsOfFirst, errorsOfSecond);
    }

    private static EditOperation? OperationAt(IReadOnlyList<AlignedToken> tokens, int at) => at < tokens.Count ? tokens[at].Operation : null;

    private static int Insertions(IReadOnlyList<AlignedToken> tokens, ref int at)
    {
        var count = 0;
        for (; at < tokens.Count && tokens[at].Operation is EditOperation.Insertion; at++) count++;
        return count;
    }
}
