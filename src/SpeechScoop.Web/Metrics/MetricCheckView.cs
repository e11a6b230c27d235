using System.Text.Json.Serialization;
using SpeechScoop.Audio.Metrics.SelfCheck;

namespace SpeechScoop.Web.Metrics;

/// <summary>A golden value and what this machine makes of it, as pages and scripts see it. Infinite values are strings.</summary>
/// <param name="Metric">The metric's id.</param>
/// <param name="Signals">The golden signals' name.</param>
/// <param name="Basis">How the value is known: numpy, construction, definition, reference.</param>
/// <param name="Tolerance">Largest difference that passes.</param>
/// <param name="NotValid">Why nothing came out; null where something did.</param>
internal sealed record MetricCheckView(
    string Metric, string Signals, string Basis,
    [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] double Expected,
    [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] double? Got,
    [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] double? Difference,
    double Tolerance, bool Passed, string? NotValid)
{
    public static MetricCheckView Of(CheckedValue value) => new(
        value.Golden.Metric, value.Golden.Signals, value.Golden.Basis, value.Golden.Expected, value.Got.Value, value.Difference, value.Golden.Tolerance, value.Passed, value.Got.NotValid);
}

/// <summary>The self check of all metrics.</summary>
/// <param name="Signals">What the golden signals are, by name.</param>
/// <param name="Values">What should come out and what did.</param>
internal sealed record MetricChecksView(IReadOnlyDictionary<string, string> Signals, IReadOnlyList<MetricCheckView> Values);
