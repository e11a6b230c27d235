namespace SpeechScoop.Recognition;

/// <summary>Errors of two systems in one cluster (speaker, recording or utterance); all counts are ≥ 0.</summary>
/// <param name="First">Errors of the first system.</param>
/// <param name="FirstWords">Words of the reference as it is read for the first: alternations may be read in another way for each system.</param>
/// <param name="Second">Errors of the second system.</param>
/// <param name="SecondWords">Words of the reference as it is read for the second.</param>
public readonly record struct PairedErrors(int First, int FirstWords, int Second, int SecondWords)
{
    /// <summary>The rate of the first minus that of the second; null where either has no words.</summary>
    public double? Difference => FirstWords > 0 && SecondWords > 0 ? ((double)First / FirstWords) - ((double)Second / SecondWords) : null;
}
