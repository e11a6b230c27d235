namespace SpeechScoop.TokenizerLab;

/// <summary>What one condition (a system with its settings) made of one clip.</summary>
/// <param name="Condition">The condition's id.</param>
/// <param name="Clip">The original's key.</param>
/// <param name="Domain">What the original is of, such as <c>speech</c>; <see cref="Unknown"/> where nobody said.</param>
/// <param name="BitRate">Bits a second; null where nothing was coded, or nobody knows.</param>
/// <param name="Seconds">Length of the original.</param>
/// <param name="Values">By metric; may be infinite (an exact copy has an infinite SNR).</param>
/// <param name="Refusals">Why a metric has no value, by metric.</param>
public sealed record ReconstructedClip(
    string Condition, string Clip, string Domain, double? BitRate, double Seconds,
    IReadOnlyDictionary<string, double> Values, IReadOnlyDictionary<string, string> Refusals)
{
    /// <summary>The domain of clips of which nobody said what they are of.</summary>
    public const string Unknown = "unknown";
}
