using SpeechScoop.Audio.Metrics.Cepstrum;
using SpeechScoop.Audio.Metrics.Intelligibility;
using SpeechScoop.Audio.Metrics.Level;
using SpeechScoop.Audio.Metrics.Pitch;
using SpeechScoop.Audio.Metrics.Spectrum;
using SpeechScoop.Audio.Metrics.Timing;
using SpeechScoop.Audio.Metrics.Visqol;
using SpeechScoop.Audio.Metrics.Waveform;
using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Metrics;

/// <summary>A metric and what it said.</summary>
public sealed record MetricOutcome(MetricInfo Info, MetricValue Value);

/// <summary>
/// All metrics by their ids: the one list that feeds pages, runs, commands and documentation. It refuses, with the reason, whatever lies outside
/// a metric's validity, so that no metric is ever computed there.
/// </summary>
public sealed class MetricRegistry
{
    private readonly Dictionary<string, IClipMetric> byId;

    /// <param name="metrics">With different ids.</param>
    public MetricRegistry(IEnumerable<IClipMetric> metrics)
    {
        All = [.. metrics.OrderBy(metric => metric.Info.Group)];
        byId = All.ToDictionary(metric => metric.Info.Id, StringComparer.Ordinal);
    }

    /// <summary>The metrics that need neither a model pack nor a file of the owner's. A family adds its list here.</summary>
    public static IReadOnlyList<IClipMetric> BuiltIn { get; } =
    [
        .. WaveformMetrics.All,
        .. SpectrumMetrics.All,
        .. IntelligibilityMetrics.All,
        .. CepstrumMetrics.All,
        .. PitchMetrics.All,
        .. TimingMetrics.All,
        .. LevelMetrics.All,
        new VisqolSpeechMetric(),
    ];

    /// <summary>The same and those that need a file, which refuse without it.</summary>
    /// <param name="visqolModel">The support vector model of ViSQOL's audio mode; null or empty where there is none.</param>
    public static IReadOnlyList<IClipMetric> BuiltInWith(string? visqolModel) => [.. BuiltIn, new VisqolAudioMetric(visqolModel)];

    /// <summary>Every metric, by group.</summary>
    public IReadOnlyList<IClipMetric> All { get; }

    /// <summary>The metric of an id; null where there is none.</summary>
    public IClipMetric? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The metrics of some ids, in their order and once each; <c>all</c> stands for every one.</summary>
    /// <returns><c>metric-unknown</c> names the ids that do not exist, and those that do.</returns>
    public Result<IReadOnlyList<IClipMetric>> Choose(IReadOnlyCollection<string> ids)
    {
        if (ids.Contains("all", StringComparer.Ordinal)) return Result<IReadOnlyList<IClipMetric>>.Ok(All);
        var unknown = ids.Where(id => !byId.ContainsKey(id)).Distinct(StringComparer.Ordinal).ToArray();
        if (unknown.Length > 0)
            return new Error.Invalid("metric-unknown", $"There is no metric '{string.Join("', '", unknown)}'. Known are: {string.Join(", ", All.Select(metric => metric.Info.Id))}.");
        return Result<IReadOnlyList<IClipMetric>>.Ok([.. ids.Distinct(StringComparer.Ordinal).Select(id => byId[id])]);
    }

    /// <summary>What some metrics say of one input. Analyses that they share are made once.</summary>
    public static IReadOnlyList<MetricOutcome> Measure(IEnumerable<IClipMetric> metrics, MetricInput input) =>
        [.. metrics.Select(metric => new MetricOutcome(metric.Info, Measure(metric, input)))];

    /// <summary>The value of one metric, or why it does not apply.</summary>
    public static MetricValue Measure(IClipMetric metric, MetricInput input) =>
        MetricValidity.Refusal(metric.Info, input) is { } reason ? MetricValue.Refused(reason) : metric.Measure(input);
}
