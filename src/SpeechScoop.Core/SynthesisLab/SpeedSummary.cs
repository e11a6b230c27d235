using SpeechScoop.Statistics;

namespace SpeechScoop.SynthesisLab;

/// <summary>
/// How fast a condition speaks, both ways that the field writes it. Real-time factor: processing through audio, below 1 is faster than
/// speech; times real time: audio through processing.
/// </summary>
/// <param name="Condition">Id.</param>
/// <param name="RealTimeFactor">Processing seconds / audio seconds.</param>
/// <param name="TimesRealTime">Audio seconds / processing seconds.</param>
/// <param name="FirstAudioSeconds">Processing until the first audio; null where it is not known.</param>
/// <param name="ProcessingSeconds">As measured.</param>
/// <param name="AudioSeconds">Length of the clips.</param>
/// <param name="TotalProcessingSeconds">Sum over takes with both times.</param>
/// <param name="TotalAudioSeconds">Sum over takes with both times.</param>
public sealed record SpeedSummary(
    string Condition, Percentiles RealTimeFactor, Percentiles TimesRealTime, Percentiles? FirstAudioSeconds, Percentiles ProcessingSeconds, Percentiles AudioSeconds,
    double TotalProcessingSeconds, double TotalAudioSeconds)
{
    /// <summary>The speed of each condition with timed takes; repetitions count, they were timed too.</summary>
    public static IReadOnlyList<SpeedSummary> Of(IReadOnlyCollection<SynthesisTake> takes)
    {
        ArgumentNullException.ThrowIfNull(takes);
        return [.. takes.Where(take => take is { ProcessingSeconds: > 0, AudioSeconds: > 0 }).GroupBy(take => take.Condition).Select(condition => new SpeedSummary(
            condition.Key,
            Percentiles.Of(condition.Select(take => take.ProcessingSeconds!.Value / take.AudioSeconds!.Value))!,
            Percentiles.Of(condition.Select(take => take.AudioSeconds!.Value / take.ProcessingSeconds!.Value))!,
            Percentiles.Of(condition.Select(take => take.FirstAudioSeconds).OfType<double>()),
            Percentiles.Of(condition.Select(take => take.ProcessingSeconds!.Value))!,
            Percentiles.Of(condition.Select(take => take.AudioSeconds!.Value))!,
            condition.Sum(take => take.ProcessingSeconds!.Value),
            condition.Sum(take => take.AudioSeconds!.Value)))];
    }
}

/// <summary>The middle and the tails of values.</summary>
/// <param name="P5">5 % of the values lie below, definition 7 of Hyndman and Fan.</param>
/// <param name="Median">Middle.</param>
/// <param name="P95">95 % of the values lie below.</param>
/// <param name="MedianLow">Lower end of the median's distribution-free 95 % interval; null below six values.</param>
/// <param name="MedianHigh">Upper end.</param>
/// <param name="N">Values, ≥ 1.</param>
public sealed record Percentiles(double P5, double Median, double P95, double? MedianLow, double? MedianHigh, int N)
{
    /// <returns>Null for no values.</returns>
    internal static Percentiles? Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        return MedianEstimate.Of(sorted) is { } median
            ? new(Quantile.OfSorted(sorted, 0.05), median.Median, Quantile.OfSorted(sorted, 0.95), median.Interval?.Low, median.Interval?.High, median.N)
            : null;
    }
}
