using System.Text.Json;
using System.Text.Json.Nodes;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.SynthesisLab;
using SpeechScoop.Web.Hosting;
using SpeechScoop.Web.SynthesisLab.Exports;
using SpeechScoop.Web.Systems;

namespace SpeechScoop.Web.SynthesisLab;

/// <summary>Turns a run into what pages show.</summary>
internal sealed class LabPresenter(RepeatedClips repeated, SystemAppearance appearance)
{
    /// <param name="metric">What ranks takes; null for the usual one.</param>
    public async Task<LabView> PresentAsync(LabRun run, string? metric, CancellationToken cancellation)
    {
        var compare = await repeated.CompareAsync(run.Takes, cancellation);
        var ranking = run.Ranking(metric);
        var (listed, plan) = (run.Listed, run.Plan);
        return new(
            new(listed.Run.Id, listed.Run.Title, listed.Run.Status, listed.Run.Imported, listed.DatasetName, Takes(run), plan.Recognizer is { } recognizer ? appearance.TitleOf(recognizer) : null,
                listed.Progress.Total, listed.Progress.Total - listed.Progress.Measured - listed.Progress.Failed - listed.Progress.Cancelled),
            run.Conditions, run.Prompts, run.Metrics, ranking.Metric, TakeFailures.Kinds, SynthesisAnalysis.Of(run.Takes, run.Directions, ranking, compare),
            LabExports.Names, $"SpeechScoop {Health.Version}");
    }

    /// <returns><see cref="Error.NotFound"/> for a prompt or condition that the run does not have.</returns>
    public static Result<CellView> Cell(LabRun run, string prompt, string condition, string? metric)
    {
        if (run.Prompts.FirstOrDefault(known => known.Key == prompt) is not { } found)
            return new Error.NotFound("prompt-not-found", $"The run \"{run.Listed.Run.Title}\" has no prompt '{prompt}'. Reload the page.");
        if (run.Conditions.All(known => known.Id != condition))
            return new Error.NotFound("condition-not-found", $"The run \"{run.Listed.Run.Title}\" has no condition '{condition}'. It has {string.Join(", ", run.Conditions.Select(known => known.Id))}.");
        var takes = run.Takes.Where(take => take.Prompt == prompt && take.Condition == condition).ToArray();
        var ordered = run.Ranking(metric).Order(takes.Where(take => !take.Repeats));
        var cell = PromptCell.Of(ordered, run.Ranking(metric)) is [var only] ? only : null;
        return new CellView(found, condition, [.. ordered.Concat(takes.Where(take => take.Repeats)).Select(take => View(run, take, cell))]);
    }

    private static TakeView View(LabRun run, SynthesisTake take, PromptCell? cell)
    {
        var output = run.Outputs[take.Id];
        // One take is all three; it is called the best.
        TakePlace? place = take.Id == cell?.Best ? TakePlace.Best : take.Id == cell?.Worst ? TakePlace.Worst : take.Id == cell?.Typical ? TakePlace.Typical : null;
        return new(
            take.Id, take.Take, take.Seed, take.Repeats, take.ClipSha256, output.Text, output.Status is OutputStatus.Failed ? output.Error : null, JsonNode.Parse(output.Settings),
            take.AudioSeconds, take.ProcessingSeconds, take.FirstAudioSeconds, take.Measurements,
            output.NotMeasured is { } reasons ? JsonSerializer.Deserialize<Dictionary<string, string>>(reasons)! : new Dictionary<string, string>(), run.Failures[take.Id], place);
    }

    /// <summary>Takes of each cell: as planned, or the most that any cell of an import has.</summary>
    private static int Takes(LabRun run) => !run.Listed.Run.Imported ? run.Plan.Takes
        : run.Outputs.Values.GroupBy(output => (output.ItemId, output.SystemId, output.Settings)).Select(cell => cell.Count()).DefaultIfEmpty(0).Max();
}
