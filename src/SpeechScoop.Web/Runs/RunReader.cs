using System.Text.Json;
using System.Text.Json.Nodes;
using SpeechScoop.Comparisons;
using SpeechScoop.Datasets;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Measurements;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Storage.Systems;
using SpeechScoop.Web.Systems;

namespace SpeechScoop.Web.Runs;

/// <summary>Reads runs as pages see them.</summary>
internal sealed class RunReader(
    RunStore runs, RunOutputStore outputs, RunSummaryStore summaries, MeasurementStore measurements, SystemStore systems, SystemAppearance appearance, RunPace pace)
{
    /// <summary>Runs, the newest first.</summary>
    public async Task<Result<IReadOnlyList<RunView>>> ListAsync(RunKind? kind, string? datasetId)
    {
        if (!(await runs.ListAsync(kind, datasetId)).TryGet(out var listed, out var error) || !(await TitlesAsync()).TryGet(out var titles, out error)) return error;
        return Result<IReadOnlyList<RunView>>.Ok([.. listed.Select(run => View(run, titles))]);
    }

    /// <summary>One run.</summary>
    public async Task<Result<RunView>> ReadAsync(string id)
    {
        if (!(await runs.FindListedAsync(id)).TryGet(out var run, out var error) || !(await TitlesAsync()).TryGet(out var titles, out error)) return error;
        return View(run, titles);
    }

    /// <summary>A page of a run's outputs.</summary>
    /// <param name="condition">Index of a condition; null for all.</param>
    public async Task<Result<RunOutputPage>> PageAsync(string id, RunOutputQuery query, int? condition)
    {
        if (!(await runs.FindAsync(id)).TryGet(out var run, out var error)) return error;
        var conditions = RunPlan.Read(run.Plan).Conditions;
        if (condition is { } index)
        {
            if (index < 0 || index >= conditions.Count) return new Error.Invalid("condition-unknown", $"condition is {index}; the run has 0 to {conditions.Count - 1}.");
            query = query with { SystemId = conditions[index].SystemId, Settings = conditions[index].SettingsJson };
        }
        if (!(await outputs.PageAsync(id, query)).TryGet(out var page, out error)
            || !(await measurements.OfOutputsAsync([.. page.Outputs.Select(output => output.Id)])).TryGet(out var measured, out error)) return error;
        var byOutput = measured.ToLookup(measurement => measurement.OutputId);
        var indices = Indices(conditions);
        return new RunOutputPage(page.Total, query.Offset, [.. page.Outputs.Select(output => View(output, indices, byOutput[output.Id]))]);
    }

    /// <summary>The conditions of a run, summed up.</summary>
    public async Task<Result<IReadOnlyList<ConditionSummaryView>>> SummaryAsync(string id)
    {
        if (!(await runs.FindAsync(id)).TryGet(out var run, out var error) || !(await summaries.CountsAsync(id)).TryGet(out var counts, out error)
            || !(await summaries.MetricsAsync(id)).TryGet(out var metrics, out error)) return error;
        var indices = Indices(RunPlan.Read(run.Plan).Conditions);
        var byCondition = metrics.ToLookup(metric => (metric.SystemId, metric.Settings));
        return Result<IReadOnlyList<ConditionSummaryView>>.Ok([.. counts.Select(count => new ConditionSummaryView(
            indices.GetValueOrDefault((count.SystemId, count.Settings), -1), count.Total, count.Done, count.Failed, count.AudioSeconds, count.ProcessingSeconds,
            count is { AudioSeconds: > 0 and var audio, ProcessingSeconds: { } processing } ? processing / audio : null, count.FirstResultSeconds, count.BitRate,
            byCondition[(count.SystemId, count.Settings)].ToDictionary(metric => metric.Metric, Summary))).OrderBy(view => view.Condition)]);
    }

    private static MetricSummaryView Summary(ConditionMetric metric) => new(
        metric.Count, metric is { Errors: { } errors, ReferenceLength: > 0 and var length } ? (double)errors / length : metric.Mean, metric.Mean, metric.Errors, metric.ReferenceLength);

    /// <summary>Places of conditions by system and settings.</summary>
    internal static Dictionary<(string, string), int> Indices(IReadOnlyList<RunCondition> conditions) =>
        conditions.Select((condition, index) => (condition, index)).ToDictionary(entry => (entry.condition.SystemId, entry.condition.SettingsJson), entry => entry.index);

    private async Task<Result<Dictionary<string, string>>> TitlesAsync() => (await systems.ListAsync()).Select(all => all.ToDictionary(system => system.Id, system => system.Title));

    private RunView View(ListedRun listed, Dictionary<string, string> titles)
    {
        var (run, progress) = (listed.Run, listed.Progress);
        var plan = RunPlan.Read(run.Plan);
        var seconds = SecondsPerOutput(run, progress);
        var left = progress.Queued + progress.Running + (progress.Done - progress.Measured);
        return new(
            run.Id, run.Title, run.Kind, run.Status, new(run.DatasetId, listed.DatasetName, listed.DatasetKind, listed.DatasetItems), plan,
            [.. plan.Conditions.Select(condition => View(condition, titles))], RunEnvironment.Read(run.Environment), run.Seed, run.Imported, progress, seconds,
            run.Status is RunStatus.Running ? seconds * left : null, run.CreatedAt, run.StartedAt, run.FinishedAt);
    }

    private ConditionView View(RunCondition condition, Dictionary<string, string> titles) => new(
        new SystemReference(condition.SystemId, titles.GetValueOrDefault(condition.SystemId, condition.SystemId), appearance.ColourOf(condition.SystemId)),
        condition.Settings?.DeepClone() ?? new JsonObject(), ConditionSettings.Read(condition.SettingsJson).Phrases);

    private double? SecondsPerOutput(Run run, RunProgress progress)
    {
        if (run.Status is RunStatus.Running) return pace.SecondsPerOutput(run.Id);
        if (run is not { StartedAt: { } start, FinishedAt: { } end } || progress.Done + progress.Failed == 0) return null;
        return (end - start).TotalSeconds / (progress.Done + progress.Failed);
    }

    private static RunOutputView View(RunItemOutput output, Dictionary<(string, string), int> indices, IEnumerable<Measurement> measured) => new(
        output.Id, output.Position, indices.GetValueOrDefault((output.SystemId, output.Settings), -1), output.Take, output.Seed, output.Status,
        new RunItemView(output.ItemId, output.ItemKey, output.ItemText, output.ItemLanguage, output.ItemSpeaker, ItemAttributes.Read(output.ItemAttributes), output.ItemClipSha256 is not null),
        output.Text, output.ClipSha256 is not null, output.AudioSeconds, output.ProcessingSeconds, output.FirstResultSeconds,
        output is { ProcessingSeconds: { } processing, AudioSeconds: > 0 and var audio } ? processing / audio : null,
        output.BitRate, output.Error, output.Kept, output.Attempts,
        measured.GroupBy(measurement => measurement.Metric).ToDictionary(metric => metric.Key, metric => metric.MaxBy(measurement => (measurement.CreatedAt, measurement.Id))!.Value),
        output.NotMeasured is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(output.NotMeasured)!);
}
