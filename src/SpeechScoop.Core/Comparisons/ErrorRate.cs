using SpeechScoop.Recognition;
using SpeechScoop.Statistics;

namespace SpeechScoop.Comparisons;

/// <summary>A word or character error rate over several outputs.</summary>
/// <param name="Estimate">Errors / reference tokens as a ratio of sums, with its bootstrap interval over items.</param>
/// <param name="Counts">The summed counts.</param>
public sealed record ErrorRate(RatioEstimate Estimate, ErrorCounts Counts);
