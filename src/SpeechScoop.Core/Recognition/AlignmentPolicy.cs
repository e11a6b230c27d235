namespace SpeechScoop.Recognition;

/// <summary>Costs, and which of the cheapest alignments is taken. It decides how errors split into kinds, and in rare cases their number.</summary>
public enum AlignmentPolicy
{
    /// <summary>NIST's sclite: substitution 4, deletion and insertion 3.</summary>
    Sclite,

    /// <summary>jiwer 4 (RapidFuzz): all errors 1.</summary>
    Jiwer,
}
