using System.Globalization;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.Audio.Metrics.SelfCheck;
using SpeechScoop.Web.Hosting;
using SpeechScoop.Web.Metrics;

namespace SpeechScoop.Web.Commands;

/// <summary>The doctor's look at the metrics: does each compute here what it should?</summary>
internal static class MetricChecks
{
    public static IEnumerable<DoctorCommand.Check> Run(SpeechScoopOptions options)
    {
        var metrics = InstalledMetrics.Registry(options).All;
        var values = MetricSelfCheck.Run(metrics).ToLookup(value => value.Golden.Metric);
        foreach (var metric in metrics)
        {
            foreach (var value in values[metric.Info.Id])
                yield return new(metric.Info.Id, value.Passed ? "ok" : "failed", InWords(value), MetricCheckView.Of(value));
            if (!values.Contains(metric.Info.Id)) yield return new(metric.Info.Id, "hint", NotChecked(metric));
        }
    }

    private static string InWords(CheckedValue value) => value.Got.Value is { } got
        ? $"{value.Golden.Signals}: expected {Number(value.Golden.Expected)}, got {Number(got)}, difference {Difference(value.Difference!.Value)} ({value.Golden.Basis})"
        : $"{value.Golden.Signals}: expected {Number(value.Golden.Expected)}, got nothing: {value.Got.NotValid}";

    private static string NotChecked(IClipMetric metric) => $"{metric.Info.Title} has no golden value on the built-in signals.";

    private static string Difference(double value) => value == 0 ? "0" : value.ToString("0.#e-0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.#########", CultureInfo.InvariantCulture);
}
