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

    /// <summary>Tokens in the hypothesis: correct + substitutions + insertions.</summary>
    public int HypothesisLength => Correct + Substitutions + Insertions;

    /// <summary>Substitutions + deletions + insertions.</summary>
    public int Errors => Substitutions + Deletions + Insertions;

    /// <summary>
    /// Errors / reference tokens, from 0 up, and above 1 where there are many insertions. 0 where both sides are empty;
    /// <see langword="null"/> where only the reference is empty: the insertions still count in a sum over utterances.
    /// </summary>
    public double? Rate => ReferenceLength > 0 ? (double)Errors / ReferenceLength : Errors == 0 ? 0 : null;

    /// <summary>Sums position by position: the counts of a corpus are the sum of its utterances' counts.</summary>
    public static ErrorCounts operator +(ErrorCounts a, ErrorCounts b) =>
        new(a.Correct + b.Correct, a.Substitutions + b.Substitutions, a.Deletions + b.Deletions, a.Insertions + b.Insertions);

    /// <inheritdoc cref="op_Addition"/>
    public static ErrorCounts Add(ErrorCounts left, ErrorCounts right) => left + right;
}
