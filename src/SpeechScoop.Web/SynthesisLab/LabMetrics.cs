using SpeechScoop.Audio.Metrics;
using SpeechScoop.Metrics;
using SpeechScoop.Recognition;
using SpeechScoop.Storage.Measurements;

namespace SpeechScoop.Web.SynthesisLab;

/// <summary>Names and directions of what was measured, in the registry or not.</summary>
internal sealed class LabMetrics(MetricRegistry registry)
{
    private static readonly Dictionary<string, string> TextMetrics = new() { [TranscriptScore.WordMetric] = "Word error rate", [TranscriptScore.CharacterMetric] = "Character error rate" };

    /// <summary>The metrics of measurements: word errors first, then those that point one way, then descriptions.</summary>
    public IReadOnlyList<LabMetricView> Describe(IEnumerable<Measurement> measured) => [.. measured.GroupBy(measurement => measurement.Metric)
        .Select(metric => Describe(metric.Key, One(metric.Select(measurement => measurement.Version)), One(metric.Select(measurement => measurement.Recipe))))
        .OrderBy(metric => !TextMetrics.ContainsKey(metric.Id)).ThenBy(metric => metric.Direction is MetricDirection.Neutral).ThenBy(metric => metric.Title, StringComparer.Ordinal)];

    private LabMetricView Describe(string id, string version, string recipe) => registry.Find(id)?.Info is { } info
        ? new(id, info.Title, info.Unit, info.Direction, version, recipe)
        : TextMetrics.TryGetValue(id, out var title) ? new(id, title, "", MetricDirection.LowerIsBetter, version, recipe) : new(id, id, "", MetricDirection.Neutral, version, recipe);

    private static string One(IEnumerable<string> values) => values.Distinct().ToArray() is [var only] ? only : "mixed";
}
