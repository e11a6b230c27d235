using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Metrics.SelfCheck;

/// <summary>A golden value and what this machine makes of it.</summary>
/// <param name="Golden">What should come out.</param>
/// <param name="Got">What came out.</param>
public sealed record CheckedValue(GoldenValue Golden, MetricValue Got)
{
    /// <summary>How far apart the two are; null where there was no value.</summary>
    public double? Difference => Got.Value is { } got ? (got == Golden.Expected ? 0 : Math.Abs(got - Golden.Expected)) : null;

    /// <summary>Whether the value is as it should be.</summary>
    public bool Passed => Difference <= Golden.Tolerance;
}

/// <summary>Does every metric compute here what it should?</summary>
public static class MetricSelfCheck
{
    /// <summary>Runs metrics on the application's own signals. A metric without any known value has no entry.</summary>
    /// <param name="metrics">Which; of the built-in ones, since a pack's need not hear the golden signals as speech. Packs have self tests of their own.</param>
    public static IReadOnlyList<CheckedValue> Run(IEnumerable<IClipMetric> metrics)
    {
        // Metrics share the analyses of the same signals.
        var signals = new Dictionary<string, MetricInput>(StringComparer.Ordinal);
        return [.. metrics.SelectMany(metric => GoldenValue.Of(metric.Info).Select(golden =>
        {
            if (!signals.TryGetValue(golden.Signals, out var input)) signals[golden.Signals] = input = GoldenSignals.Of(golden.Signals);
            return new CheckedValue(golden, MetricRegistry.Measure(metric, input));
        }))];
    }
}
