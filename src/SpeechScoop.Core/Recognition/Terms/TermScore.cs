namespace SpeechScoop.Recognition;

/// <summary>How well a system gets the words that matter: names, products, numbers.</summary>
/// <param name="Term">The term as listed; null for all numbers, or for a sum.</param>
/// <param name="Said">Times it was said.</param>
/// <param name="Recognized">Times it was recognized in place.</param>
/// <param name="Invented">Times the system wrote it where it was not said.</param>
public readonly record struct TermScore(string? Term, int Said, int Recognized, int Invented)
{
    /// <summary>Misses / said: the term's error rate, 0..1; null where it was never said.</summary>
    public double? ErrorRate => Said > 0 ? (double)(Said - Recognized) / Said : null;

    /// <summary>Recognized / said.</summary>
    public double? Recall => Said > 0 ? (double)Recognized / Said : null;

    /// <summary>Recognized / (recognized + invented); null where it was never written.</summary>
    public double? Precision => Recognized + Invented > 0 ? (double)Recognized / (Recognized + Invented) : null;

    /// <summary>Harmonic mean of both; null where either is missing.</summary>
    public double? F1 => Recall + Precision > 0 ? 2 * Recall * Precision / (Recall + Precision) : Recall is null || Precision is null ? null : 0;
}
