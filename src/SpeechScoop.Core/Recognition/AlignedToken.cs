namespace SpeechScoop.Recognition;

/// <summary>One position of an alignment.</summary>
/// <param name="Operation">What happened here.</param>
/// <param name="Reference">The reference's token; null for an insertion.</param>
/// <param name="Hypothesis">The hypothesis' token; null for a deletion, and for an optional word that was omitted, which is correct.</param>
public readonly record struct AlignedToken(EditOperation Operation, string? Reference, string? Hypothesis)
{
    /// <summary>Whether this is an optional word that the hypothesis lacks.</summary>
    public bool IsOmitted => Operation is EditOperation.Correct && Hypothesis is null;
}
