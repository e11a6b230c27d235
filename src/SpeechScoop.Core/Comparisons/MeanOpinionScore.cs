using SpeechScoop.Statistics;

namespace SpeechScoop.Comparisons;

/// <summary>The mean opinion score (MOS) of a condition.</summary>
/// <param name="Estimate">Mean of the ratings on the ACR scale, with its t interval over ratings.</param>
/// <param name="Listeners">Different listeners among the ratings.</param>
public sealed record MeanOpinionScore(MeanEstimate Estimate, int Listeners);
