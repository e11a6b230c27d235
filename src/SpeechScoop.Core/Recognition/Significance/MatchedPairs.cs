using MathNet.Numerics.Distributions;

namespace SpeechScoop.Recognition;

/// <summary>
/// The matched-pairs sentence-segment word error test (MAPSSWE; Gillick and Cox, ICASSP 1989) as NIST's sc_stats does it: both systems' alignments are cut into
/// segments where at least two reference words in a row are correct in both, and the differences of the segments' errors are compared with 0 by a normal test.
/// </summary>
/// <param name="Segments">Segments with an error in either system, ≥ 1.</param>
/// <param name="Mean">Mean difference of errors a segment, first system minus second.</param>
/// <param name="StandardDeviation">Of the differences, with n − 1; 0 for a single segment.</param>
/// <param name="Z">Mean / (SD / √n); 0 where all differences are 0, infinite where they are equal and not 0.</param>
/// <param name="P">Two-sided.</param>
/// <remarks>SCTK 2.4 <c>src/sclite/mtchprs.c</c> (<c>MIN_NUM_GOOD</c> 2). Utterances always end a segment.</remarks>
public sealed record MatchedPairs(int Segments, double Mean, double StandardDeviation, double Z, double P)
{
    /// <summary>Reference words in a row, correct in both, that end a segment.</summary>
    public const int GoodWords = 2;

    /// <summary>Compares two systems.</summary>
    /// <param name="utterances">Both systems' alignments of each utterance, with the same reference words.</param>
    /// <returns>Null where neither system made an error, or where there is a single segment: it has no spread.</returns>
    /// <exception cref="ArgumentException">The alignments of an utterance have different reference words.</exception>
    public static MatchedPairs? Of(IEnumerable<(WordAlignment First, WordAlignment Second)> utterances)
    {
        ArgumentNullException.ThrowIfNull(utterances);
        var differences = utterances.SelectMany(pair => Segment(pair.First.Tokens, pair.Second.Tokens)).Select(segment => (double)(segment.First - segment.Second)).ToList();
        if (differences.Count < 2) return null;
        var mean = differences.Average();
        var deviation = Math.Sqrt(differences.Sum(value => (value - mean) * (value - mean)) / (differences.Count - 1));
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
            if (i >= first.Count || j >= second.Count || first[i].Reference != second[j].Reference)
                throw new ArgumentException("Both alignments of an utterance have the same reference words.");
            var (wrongInFirst, wrongInSecond) = (first[i++].Operation is not EditOperation.Correct, second[j++].Operation is not EditOperation.Correct);
            if (wrongInFirst) errorsOfFirst++;
            if (wrongInSecond) errorsOfSecond++;
            good = wrongInFirst || wrongInSecond ? 0 : good + 1;
            if (good < GoodWords) continue;
            if (errorsOfFirst + errorsOfSecond > 0) yield return (errorsOfFirst, errorsOfSecond);
            (errorsOfFirst, errorsOfSecond) = (0, 0);
        }
        if (errorsOfFirst + errorsOfSecond > 0) yield return (errorsOfFirst, errorsOfSecond);
    }

    private static int Insertions(IReadOnlyList<AlignedToken> tokens, ref int at)
    {
        var count = 0;
        for (; at < tokens.Count && tokens[at].Operation is EditOperation.Insertion; at++) count++;
        return count;
    }
}
