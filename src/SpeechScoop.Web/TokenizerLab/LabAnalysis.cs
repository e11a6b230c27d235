using SpeechScoop.Metrics;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.TokenizerLab;

namespace SpeechScoop.Web.TokenizerLab;

/// <summary>From a run's outputs to what the page shows.</summary>
internal static class LabAnalysis
{
    /// <summary>Most reconstructions in the list of the worst.</summary>
    public const int MostWorst = 100;

    /// <summary>The run at a glance.</summary>
    public static LabOverview Overview(LabRun run)
    {
        var clips = run.Outputs.DistinctBy(output => output.Output.ItemId).OrderBy(output => output.Output.ItemPosition).ToArray();
        var seconds = run.Outputs.Where(output => output.Output.AudioSeconds is not null).GroupBy(output => output.Output.ItemId).ToDictionary(item => item.Key, item => item.First().Output.AudioSeconds!.Value);
        var uses = CodebookUse.Of([.. run.Outputs.Where(output => output is { IsDone: true, Tokens: not null, Output.AudioSeconds: > 0 })
            .Select(output => new ClipTokens(output.Condition.Id, output.Domain, output.Tokens!.Codes, output.Tokens.CodebookSize, output.Output.AudioSeconds!.Value))]);
        return new LabOverview(
            LabRunView.Of(run.Listed), [.. run.Conditions.Select(condition => Condition(run, condition))],
            [.. clips.GroupBy(clip => clip.Domain).Select(domain => new LabDomainView(domain.Key, domain.Count()))],
            [.. run.Metrics.Select(info => Metric(run, info))],
            [.. clips.Select(clip => new LabClipView(
                clip.Output.ItemId, clip.Output.ItemKey, clip.Domain, seconds.GetValueOrDefault(clip.Output.ItemId), clip.Output.ItemClipSha256, clip.Output.ItemStart is not null || clip.Output.ItemEnd is not null))],
            [.. run.Outputs.Where(output => output.IsDone).Select(output => new LabOutputView(output.Output.Id, output.Output.ItemId, output.Condition.Id))],
            uses.TryGet(out var counted, out var damaged) ? [.. counted.Select(CodebookUseView.Of)] : [], damaged?.Message);
    }

    /// <summary>One metric in all domains.</summary>
    public static Result<LabMetricAnalysis> Metric(LabRun run, string metric)
    {
        if (run.Metrics.FirstOrDefault(info => info.Id == metric) is not { } info)
            return new Error.NotFound("metric-not-measured", $"The run \"{run.Listed.Run.Title}\" has no metric '{metric}'. It has: {string.Join(", ", run.Metrics.Select(known => known.Id))}.");
        var byMeasured = run.Outputs.ToDictionary(output => output.Measured);
        var worst = WorstClips.Of(run.Made, metric, info.Direction);
        return new LabMetricAnalysis(
            Metric(run, info),
            [.. RateDistortion.Of(run.Made, metric).Select(panel => new LabPanel(panel.Domain, panel.Clips, panel.SameClips, [.. panel.Points.Select(LabPoint.Of)]))],
            [.. worst.Take(MostWorst).Select(made => Worst(byMeasured[made], metric))], worst.Count);
    }

    /// <summary>What was made of one clip.</summary>
    public static IReadOnlyList<LabItemOutput> Item(LabRun run, string itemId) =>
        [.. run.Outputs.Where(output => output.Output.ItemId == itemId).Select(output => new LabItemOutput(
            output.Output.Id, output.Condition.Id, output.Output.ClipSha256, output.Output.BitRate, output.Output.Error, output.Tokens,
            output.Measured.Values.ToDictionary(value => value.Key, value => Finite(value.Value)), output.Measured.Refusals))];

    private static LabConditionView Condition(LabRun run, LabCondition condition)
    {
        LabOutput[] outputs = [.. run.Outputs.Where(output => output.Condition.Id == condition.Id)];
        LabOutput[] done = [.. outputs.Where(output => output.IsDone)];
        LabOutput[] timed = [.. done.Where(output => output.Output is { ProcessingSeconds: not null, AudioSeconds: > 0 })];
        LabOutput[] failed = [.. outputs.Where(output => output.Output.Status == OutputStatus.Failed)];
        return new(
            condition.Id, condition.System, condition.Version, condition.Phrase, condition.Title,
            done.Length > 0 && done.All(output => output.Output is { BitRate: not null, AudioSeconds: > 0 })
                ? done.Sum(output => output.Output.BitRate!.Value * output.Output.AudioSeconds!.Value) / done.Sum(output => output.Output.AudioSeconds!.Value)
                : null,
            timed.Length == 0 ? null : timed.Sum(output => output.Output.ProcessingSeconds!.Value) / timed.Sum(output => output.Output.AudioSeconds!.Value),
            done.Length, failed.Length, failed.FirstOrDefault()?.Output.Error);
    }

    private static LabMetricView Metric(LabRun run, MetricInfo info) => new(
        info.Id, info.Title, info.Group, info.Unit, info.Direction, info.Version, info.Source, info.BlindTo, info.Identity is { } identity ? Finite(identity) : null,
        run.Made.Count(made => made.Values.ContainsKey(info.Id)), run.Made.Count(made => made.Refusals.ContainsKey(info.Id)),
        [.. run.Made.Where(made => made.Refusals.ContainsKey(info.Id)).Select(made => made.Refusals[info.Id]).Distinct(StringComparer.Ordinal)]);

    private static LabWorst Worst(LabOutput output, string metric) => new(
        output.Output.Id, output.Output.ItemId, output.Output.ItemKey, output.Domain, output.Condition.Id, output.Output.BitRate, Finite(output.Measured.Values[metric]));

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
