using SpeechScoop.Statistics;

namespace SpeechScoop.Comparisons;

/// <summary>The MUSHRA scores of a condition.</summary>
/// <param name="Box">Median, quartiles, whiskers and outliers: what BS.1534-3 asks for.</param>
/// <param name="Mean">Mean with its t interval over ratings.</param>
/// <param name="Listeners">Different listeners among the ratings.</param>
public sealed record MushraScore(BoxStatistics Box, MeanEstimate Mean, int Listeners);
