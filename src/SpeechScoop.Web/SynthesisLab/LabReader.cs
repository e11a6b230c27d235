using System.Collections.Concurrent;
using SpeechScoop.Comparisons;
using SpeechScoop.Datasets;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Measurements;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.SynthesisLab;
using SpeechScoop.Web.Systems;

namespace SpeechScoop.Web.SynthesisLab;

/// <summary>Reads a run of synthesizers with everything measured of it.</summary>
internal sealed class LabReader(RunStore runs, RunOutputStore outputs, MeasurementStore measurements, LabMetrics metrics, SystemAppearance appearance)
{
    private const int MostKept = 8;

    /// <summary>Runs that have ended, as they were read: each cell that is opened asks for its run. Another attempt at what failed ends anew.</summary>
    private readonly ConcurrentDictionary<string, LabRun> ended = new(StringComparer.Ordinal);

    /// <returns><see cref="Error.NotFound"/> for an unknown id, <see cref="Error.Invalid"/> for a run of another kind.</returns>
    public async Task<Result<LabRun>> ReadAsync(string id)
    {
        if (!(await runs.FindListedAsync(id)).TryGet(out var listed, out var error)) return error;
        if (listed.Run.Kind is not RunKind.Synthesis)
            return new Error.Invalid("run-not-synthesis", $"The run \"{listed.Run.Title}\" is one of {listed.Run.Kind.ToString().ToLowerInvariant()}; the synthesis laboratory reads runs of synthesizers. Open it under /runs?id={id}.");
        if (ended.TryGetValue(id, out var kept) && kept.Listed == listed) return kept;
        if (!(await outputs.OfRunAsync(id)).TryGet(out var made, out error)) return error;
        if (!(await measurements.OfRunAsync(id)).TryGet(out var measured, out error)) return error;
        var run = Arrange(listed, made, measured);
        if (listed.Run.FinishedAt is null || !listed.Progress.IsComplete) return run;
        if (ended.Count >= MostKept) ended.Clear();
        return ended[id] = run;
    }

    private LabRun Arrange(ListedRun listed, IReadOnlyList<RunItemOutput> made, IReadOnlyList<Measurement> measured)
    {
        var conditions = Conditions(made);
        var byOutput = measured.ToLookup(measurement => measurement.OutputId, StringComparer.Ordinal);
        RunItemOutput[] finished = [.. made.Where(output => output is { Status: OutputStatus.Failed } or { Status: OutputStatus.Done, MeasuredAt: not null })];
        var failures = finished.ToDictionary(output => output.Id, output => TakeFailures.Of(output, byOutput[output.Id]));
        return new(
            listed, RunPlan.Read(listed.Run.Plan), [.. conditions.Values],
            [.. made.DistinctBy(output => output.ItemKey).OrderBy(output => output.ItemPosition).Select(Prompt)],
            metrics.Describe(measured),
            [.. finished.Select(output => Take(output, conditions, byOutput[output.Id], failures[output.Id])).GroupBy(take => (take.Condition, take.Prompt)).SelectMany(WithRepetitions)],
            made.ToDictionary(output => output.Id), failures);
    }

    /// <summary>A system keeps its colour of every page for its first settings; others get the first that is free.</summary>
    private Dictionary<(string System, string Settings), LabConditionView> Conditions(IReadOnlyList<RunItemOutput> made)
    {
        var distinct = made.DistinctBy(output => (output.SystemId, output.Settings)).ToArray();
        var taken = new HashSet<int>();
        var colours = new Dictionary<(string, string), int>();
        foreach (var output in distinct)
            if (appearance.ColourOf(output.SystemId) is var colour && taken.Add(colour)) colours[(output.SystemId, output.Settings)] = colour;
        foreach (var output in distinct.Where(output => !colours.ContainsKey((output.SystemId, output.Settings))))
            colours[(output.SystemId, output.Settings)] = Enumerable.Range(0, 64).OrderBy(place => taken.Count(other => other % 8 == place % 8)).FirstOrDefault(taken.Add);
        return distinct.ToDictionary(output => (output.SystemId, output.Settings), output =>
        {
            var settings = ConditionSettings.Read(output.Settings);
            var version = made.Where(other => other.SystemId == output.SystemId && other.Settings == output.Settings).Select(other => other.SystemVersion).FirstOrDefault(known => known is not null);
            return new LabConditionView(
                settings.Text.Length == 0 ? output.SystemId : $"{output.SystemId}?{settings.Text}", string.Join(", ", [Title(output), .. settings.Phrases]), output.SystemId, settings.Text,
                colours[(output.SystemId, output.Settings)], version);
        });
    }

    private string Title(RunItemOutput output) => appearance.TitleOf(output.SystemId) is var title && title != output.SystemId ? title : output.SystemTitle;

    internal static LabPromptView Prompt(RunItemOutput output) => new(output.ItemKey, output.ItemText, output.ItemSpeaker, ItemAttributes.Read(output.ItemAttributes));

    private static SynthesisTake Take(
        RunItemOutput output, Dictionary<(string, string), LabConditionView> conditions, IEnumerable<Measurement> measured, IReadOnlyList<TakeFailure> failures) => new()
    {
        Id = output.Id,
        Condition = conditions[(output.SystemId, output.Settings)].Id,
        Prompt = output.ItemKey,
        Take = output.Take,
        Seed = output.Seed,
        ClipSha256 = output.ClipSha256,
        AudioSeconds = output.AudioSeconds,
        ProcessingSeconds = output.ProcessingSeconds,
        FirstAudioSeconds = output.FirstResultSeconds,
        Measurements = measured.Where(measurement => double.IsFinite(measurement.Value)).ToDictionary(measurement => measurement.Metric, measurement => measurement.Value),
        Failures = [.. failures.Select(failure => failure.Kind).Distinct()],
    };

    /// <summary>Marks takes that have the seed of an earlier one of their cell.</summary>
    private static IEnumerable<SynthesisTake> WithRepetitions(IEnumerable<SynthesisTake> cell)
    {
        var seen = new HashSet<long>();
        foreach (var take in cell.OrderBy(take => take.Take)) yield return take with { Repeats = take.Seed is { } seed && !seen.Add(seed) };
    }
}
