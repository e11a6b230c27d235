using SpeechScoop.Statistics;

namespace SpeechScoop.ListeningTests.Results;

/// <summary>A number of a listening test with its uncertainty and how it was made.</summary>
/// <param name="Value">On its scale.</param>
/// <param name="Low">Lower end of the 95 % interval; null where there is none.</param>
/// <param name="High">Upper end.</param>
/// <param name="N">Observations that the interval rests on; the recipe says which.</param>
/// <param name="Recipe">Method, version and seed, such as <c>t-interval@1 over listeners' means</c>.</param>
public sealed record Estimate(double Value, double? Low, double? High, int N, string Recipe)
{
    internal static Estimate Of(double value, Interval? interval, int n, string recipe) => new(value, interval?.Low, interval?.High, n, recipe);

    internal static Estimate? Of(MeanEstimate? mean, string recipe) => mean is null ? null : Of(mean.Mean, mean.Interval, mean.N, recipe);
}
