using SpeechScoop.Metrics;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.SynthesisLab;

namespace SpeechScoop.Web.SynthesisLab;

/// <summary>A run of synthesizers, read and put into the terms of the laboratory.</summary>
/// <param name="Takes">Those that are finished, in the run's order.</param>
/// <param name="Outputs">All outputs by id.</param>
/// <param name="Failures">What was found wrong with each take, by output id.</param>
internal sealed record LabRun(
    ListedRun Listed, RunPlan Plan, IReadOnlyList<LabConditionView> Conditions, IReadOnlyList<LabPromptView> Prompts, IReadOnlyList<LabMetricView> Metrics,
    IReadOnlyList<SynthesisTake> Takes, IReadOnlyDictionary<string, RunItemOutput> Outputs, IReadOnlyDictionary<string, IReadOnlyList<TakeFailure>> Failures)
{
    /// <summary>Which way metrics point.</summary>
    public IReadOnlyDictionary<string, MetricDirection> Directions => Metrics.ToDictionary(metric => metric.Id, metric => metric.Direction);

    /// <summary>What ranks takes: a metric that was asked for, else word errors, else the first that points one way.</summary>
    public TakeRanking Ranking(string? asked)
    {
        var chosen = Metrics.FirstOrDefault(metric => metric.Id == asked && metric.Direction is not MetricDirection.Neutral)
            ?? Metrics.FirstOrDefault(metric => metric.Id == Recognition.TranscriptScore.WordMetric)
            ?? Metrics.FirstOrDefault(metric => metric.Direction is not MetricDirection.Neutral);
        return chosen is null ? new(null, MetricDirection.Neutral) : new(chosen.Id, chosen.Direction);
    }
}
