namespace SpeechScoop.Recognition;

/// <summary>What happened to one position of an alignment.</summary>
public enum EditOperation : byte
{
    /// <summary>Reference and hypothesis agree.</summary>
    Correct,

    /// <summary>The hypothesis has another token than the reference.</summary>
    Substitution,

    /// <summary>The reference has a token that the hypothesis lacks.</summary>
    Deletion,

    /// <summary>The hypothesis has a token that the reference lacks.</summary>
    Insertion,
}
