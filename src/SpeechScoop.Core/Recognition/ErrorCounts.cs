namespace SpeechScoop.Recognition;

/// <summary>Counts of an alignment, or sums of such counts. All are ≥ 0.</summary>
/// <param name="Correct">Reference tokens found in place.</param>
/// <param name="Substitutions">Reference tokens replaced by another.</param>
/// <param name="Deletions">Reference tokens missed.</param>
/// <param name="Insertions">Hypothesis tokens too many.</param>
public readonly record struct ErrorCounts(int Correct, int Substitutions, int Deletions, int Insertions)
{
    /// <summary>Tokens in the reference: correct + substitutions + deletions.</summary>
    public int ReferenceLength => Correct + Substitutions + Deletions;

    /// <summary>Of <see cref="Correct"/>, optional reference tokens that the hypothesis lacks, which is no error.</summary>
    public int Omitted { get; init; }

    /// <summary>Tokens in the hypothesis: correct − omitted + substitutions + insertions.</summary>
    public int HypothesisLength => Correct - Omitted + Substitutions + Insertions;

    /// <summary>Substitutions + deletions + insertions.</summary>
    public int Errors => Substitutions + Deletions + Insertions;

    /// <summary>
    /// Errors / reference tokens, from 0 up, and above 1 where there are many insertions. 0 where both sides are empty;
    /// <see langword="null"/> where only the reference is empty: the insertions still count in a sum over utterances.
    /// </summary>
    public double? Rate => ReferenceLength > 0 ? (double)Errors / ReferenceLength : Errors == 0 ? 0 : null;

    /// <summary>Match error rate: errors / (correct + errors), 0..1 (Morris, Maier and Green, Interspeech 2004); 0 where both sides are empty.</summary>
    public double MatchErrorRate => Errors > 0 ? (double)Errors / (Correct + Errors) : 0;

    /// <summary>
    /// Word information preserved: (correct / reference) · (correct / hypothesis), 0..1 (Morris et al., 2004); where one side is empty 0, where both are 1. Omitted tokens are correct of the
    /// reference, and none of the hypothesis.
    /// </summary>
    public double InformationPreserved =>
        ReferenceLength > 0 && HypothesisLength > 0 ? (double)Correct / ReferenceLength * (Correct - Omitted) / HypothesisLength : Errors == 0 ? 1 : 0;

    /// <summary>Word information lost: 1 − <see cref="InformationPreserved"/>.</summary>
    public double InformationLost => 1 - InformationPreserved;

    /// <summary>Sums position by position: the counts of a corpus are the sum of its utterances' counts.</summary>
    public static ErrorCounts operator +(ErrorCounts a, ErrorCounts b) =>
        new(a.Correct + b.Correct, a.Substitutions + b.Substitutions, a.Deletions + b.Deletions, a.Insertions + b.Insertions) { Omitted = a.Omitted + b.Omitted };

    /// <inheritdoc cref="op_Addition"/>
    public static ErrorCounts Add(ErrorCounts left, ErrorCounts right) => left + right;
}
