using System.Text.Json;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.Datasets;
using SpeechScoop.Inference.Tokenization;
using SpeechScoop.Metrics;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Measurements;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.TokenizerLab;
using SpeechScoop.Web.Systems;

namespace SpeechScoop.Web.TokenizerLab;

/// <summary>An output with its condition, its tokens and what was measured.</summary>
internal sealed record LabOutput(RunItemOutput Output, LabCondition Condition, string Domain, StoredTokens? Tokens, ReconstructedClip Measured)
{
    /// <summary>Whether it was made.</summary>
    public bool IsDone => Output.Status == OutputStatus.Done;
}

/// <summary>A reconstruction run as read for analysis.</summary>
/// <param name="Listed">The run, its dataset and its progress.</param>
/// <param name="Outputs">In the run's order.</param>
/// <param name="Metrics">What was asked for or measured, known metrics first in their groups' order.</param>
internal sealed record LabRun(ListedRun Listed, IReadOnlyList<LabOutput> Outputs, IReadOnlyList<MetricInfo> Metrics)
{
    /// <summary>Finished outputs, for the analysis.</summary>
    public IReadOnlyList<ReconstructedClip> Made { get; } = [.. Outputs.Where(output => output.IsDone).Select(output => output.Measured)];

    /// <summary>Conditions in the run's order.</summary>
    public IReadOnlyList<LabCondition> Conditions { get; } = [.. Outputs.Select(output => output.Condition).DistinctBy(condition => condition.Id)];
}

/// <summary>Reads runs for the laboratory.</summary>
internal sealed class LabRuns(
    RunStore runs, RunOutputStore outputs, MeasurementStore measurements, MetricRegistry registry, Reconstructors reconstructors, SystemAppearance appearance)
{
    /// <returns>The run; <c>run-not-found</c>, or <c>run-of-another-kind</c>.</returns>
    public async Task<Result<LabRun>> ReadAsync(string runId)
    {
        if (!(await runs.FindListedAsync(runId)).TryGet(out var listed, out var error)) return error;
        if (listed.Run.Kind != RunKind.Reconstruction)
            return new Error.Invalid("run-of-another-kind", $"The run \"{listed.Run.Title}\" is of {listed.Run.Kind.ToString().ToLowerInvariant()}; the tokenizer laboratory analyses reconstructions. Open it on the page /runs.");
        if (!(await outputs.OfRunAsync(runId)).TryGet(out var rows, out error) || !(await measurements.OfRunAsync(runId)).TryGet(out var measured, out error)) return error;
        var values = measured.ToLookup(measurement => measurement.OutputId);
        var read = rows.Select(row => Read(row, values[row.Id])).ToArray();
        return new LabRun(listed, read, Infos(RunPlan.Read(listed.Run.Plan), read));
    }

    private LabOutput Read(RunItemOutput row, IEnumerable<Measurement> measured)
    {
        var condition = LabCondition.Of(row, appearance, reconstructors);
        var tokens = StoredTokens.Read(row.Tokens);
        var domain = ItemAttributes.Read(row.ItemAttributes).GetValueOrDefault(ItemAttributes.Domain)?.Trim().ToLowerInvariant() is { Length: > 0 } named ? named : ReconstructedClip.Unknown;
        var values = measured.ToDictionary(measurement => measurement.Metric, measurement => measurement.Value, StringComparer.Ordinal);
        if (tokens?.Survival is { Count: > 0 } survival) values[TokenSurvivalMetric.Info.Id] = survival.Average();
        var refusals = row.NotMeasured is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(row.NotMeasured)!;
        return new(row, condition, domain, tokens, new ReconstructedClip(condition.Id, row.ItemKey, domain, row.BitRate, row.AudioSeconds ?? 0, values, refusals));
    }

    private MetricInfo[] Infos(RunPlan plan, LabOutput[] read)
    {
        var ids = plan.Metrics.Concat(read.SelectMany(output => output.Measured.Values.Keys)).Concat(read.SelectMany(output => output.Measured.Refusals.Keys)).ToHashSet(StringComparer.Ordinal);
        var known = registry.All.Select(metric => metric.Info).Append(TokenSurvivalMetric.Info).Where(info => ids.Contains(info.Id)).ToArray();
        return [.. known, .. ids.Except(known.Select(info => info.Id), StringComparer.Ordinal).Where(id => id != "all").Order(StringComparer.Ordinal).Select(Unknown)];
    }

    /// <summary>A metric of another version of the program, or imported.</summary>
    private static MetricInfo Unknown(string id) => new()
    {
        Id = id, Title = id, Group = MetricGroup.Quality, Version = "", Direction = MetricDirection.Neutral,
        Source = "Not a metric of this installation", BlindTo = "Unknown: which way is better is not known either.",
    };
}
