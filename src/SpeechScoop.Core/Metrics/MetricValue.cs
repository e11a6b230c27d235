namespace SpeechScoop.Metrics;

/// <summary>A metric's value, or the reason why there is none. A value outside a metric's validity is never shown as a number.</summary>
/// <param name="Value">In the metric's unit; may be infinite (identical signals have an infinite SNR), never NaN.</param>
/// <param name="NotValid">Why there is no value, in a sentence that names the cure.</param>
public readonly record struct MetricValue(double? Value, string? NotValid)
{
    /// <summary>A value. NaN is a bug of the metric.</summary>
    public static MetricValue Of(double value) => double.IsNaN(value) ? throw new ArgumentException("A metric's value is a number.", nameof(value)) : new(value, null);

    /// <summary>No value, and why.</summary>
    public static MetricValue Refused(string reason) => new(null, reason);
}
