using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Datasets;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Storage.Systems;
using SpeechScoop.Web.Datasets;
using SpeechScoop.Web.Runs.Making;

namespace SpeechScoop.Web.Runs;

/// <summary>Checks what a run asks for, and stores it with all its outputs queued.</summary>
internal sealed class RunMaking(
    DatasetStore datasets, RunStore runs, SystemStore systems, RunSystems known, IEnumerable<IRunWork> work, MetricRegistry metrics, RunWorker worker, TimeProvider time)
{
    private const int MostConditions = 60, MostOutputs = 1_000_000, LongestTitle = 200, MostAtOnce = 64;

    /// <summary>The largest seed that JavaScript keeps exactly: 2^53 − 1.</summary>
    private const long LargestSeed = (1L << 53) - 1;

    /// <summary>Checks and stores a run; the server's worker takes it up.</summary>
    public async Task<Result<Run>> CreateAsync(NewRun request)
    {
        if (string.IsNullOrWhiteSpace(request.Dataset)) return new Error.Invalid("dataset-missing", "The run names no dataset. Give its id or name as dataset.");
        if (!(await datasets.FindAsync(request.Dataset)).TryGet(out var dataset, out var error)) return error;
        if (dataset.Kind != request.Kind.Dataset())
            return new Error.Invalid("dataset-kind", $"\"{dataset.Name}\" holds {Name(dataset.Kind)}; a {Name(request.Kind)} needs {Name(request.Kind.Dataset())}. Choose another dataset.");
        if (!Check(request, dataset).TryGet(out var plan, out error)) return error;
        var chosen = plan.Conditions.Select(condition => known.Find(condition.SystemId)!).DistinctBy(system => system.Id).ToArray();
        if (!(await datasets.ItemsAsync(dataset.Id)).TryGet(out var items, out error)) return error;
        var now = time.GetUtcNow();
        if ((await systems.NoteAsync([.. chosen.Select(system => Describe(system, now))])).Error is { } notNoted) return notNoted;
        var run = new Run
        {
            Id = Guid.CreateVersion7(now).ToString(),
            DatasetId = dataset.Id,
            Kind = request.Kind,
            Title = string.IsNullOrWhiteSpace(request.Title) ? Title(request.Kind, dataset, chosen) : request.Title.Trim(),
            Status = RunStatus.Queued,
            Plan = plan.Write(),
            Seed = request.Seed ?? RandomNumberGenerator.GetInt32(1, int.MaxValue),
            CreatedAt = now,
        };
        if (!(await runs.CreateAsync(run, Outputs(run, plan, items, now))).TryGet(out var stored, out error)) return error;
        worker.Wake();
        return stored;
    }

    /// <summary>The plan in canonical form, or what is wrong with the request.</summary>
    private Result<RunPlan> Check(NewRun request, DatasetSummary dataset)
    {
        if (request.Plan is not { Conditions: { Count: > 0 } conditions } plan) return new Error.Invalid("conditions-missing", "The plan has no conditions. Choose at least one system.");
        if (request.Title?.Length > LongestTitle) return new Error.Invalid("title-too-long", $"The title has {request.Title.Length} characters; up to {LongestTitle} are kept.");
        if (request.Seed is > LargestSeed or < -LargestSeed) return new Error.Invalid("seed-out-of-range", "seed must be −(2^53 − 1) to 2^53 − 1.");
        if (conditions.Count > MostConditions) return new Error.Invalid("too-many-conditions", $"The plan has {conditions.Count} conditions; up to {MostConditions} run at once. Make several runs.");
        if (plan.Takes is < 1 or > RunPlan.MaximumTakes) return new Error.Invalid("takes-out-of-range", $"takes is {plan.Takes}; it must be 1 to {RunPlan.MaximumTakes}.");
        if (plan.Concurrency is < 1 or > MostAtOnce) return new Error.Invalid("concurrency-out-of-range", $"concurrency is {plan.Concurrency}; it must be 1 to {MostAtOnce}, or left out.");
        if (request.Kind is not RunKind.Synthesis && plan.OutputsPerItem > 1) return new Error.Invalid("takes-not-seeded", $"Only synthesizers have takes; a {Name(request.Kind)} gives the same each time. Leave takes and determinism out.");
        if ((long)dataset.Items * conditions.Count * plan.OutputsPerItem is var outputs && outputs > MostOutputs)
            return new Error.Invalid("too-many-outputs", $"{dataset.Items} items × {conditions.Count} conditions × {plan.OutputsPerItem} takes are {outputs} outputs; a run has up to {MostOutputs}. Make several runs.");
        var canonical = new List<RunCondition>();
        foreach (var condition in conditions)
        {
            if (!known.Choose(condition?.SystemId, request.Kind).TryGet(out var system, out var error)
                || !work.First(kind => kind.Kind == request.Kind).Check(system.Id, condition!.SettingsJson).TryGet(out var settings, out error)) return error;
            var checkedCondition = new RunCondition(system.Id, JsonNode.Parse(settings)!.AsObject());
            if (canonical.Any(other => other.SystemId == system.Id && other.SettingsJson == checkedCondition.SettingsJson))
                return new Error.Invalid("condition-twice", $"{system.Title} with the settings {checkedCondition.SettingsJson} is chosen twice. Use takes for several outputs of one condition.");
            canonical.Add(checkedCondition);
        }
        return CheckMeasuring(request.Kind, plan).Select(measured => measured with { Conditions = canonical });
    }

    /// <summary>The plan with the metrics and the recognizer as they are called here, or what is wrong with them.</summary>
    public Result<RunPlan> CheckMeasuring(RunKind kind, RunPlan plan)
    {
        // Error rates are measured wherever there is a text to compare with: naming them adds nothing, and is no mistake.
        string[] ids = [.. plan.Metrics.Where(id => id is not ("wer" or "cer"))];
        if (kind is RunKind.Recognition && ids.Length > 0)
            return new Error.Invalid("metrics-of-clips", $"'{ids[0]}' judges audio; transcripts have error rates, which are always measured. Leave metrics out.");
        if (!metrics.Choose(ids).TryGet(out var chosen, out var error)) return error;
        var recognizer = string.IsNullOrWhiteSpace(plan.Recognizer) ? null : plan.Recognizer;
        if (recognizer is not null && kind is not RunKind.Synthesis)
            return new Error.Invalid("recognizer-not-needed", "Only synthesized clips are written down by a recognizer. Leave recognizer out.");
        if (recognizer is not null)
        {
            if (!known.ChooseRecognizer(recognizer).TryGet(out var system, out error)) return error;
            recognizer = system.Id;
        }
        return plan with { Metrics = [.. chosen.Select(metric => metric.Info.Id)], Recognizer = recognizer };
    }

    private static IEnumerable<RunOutput> Outputs(Run run, RunPlan plan, IReadOnlyList<DatasetItem> items, DateTimeOffset now)
    {
        var conditions = plan.Conditions.Select(condition => (condition.SystemId, Settings: condition.SettingsJson)).ToArray();
        var position = 0;
        foreach (var item in items)
            foreach (var (systemId, settings) in conditions)
                for (var take = 0; take < plan.OutputsPerItem; take++, position++)
                    yield return new RunOutput
                    {
                        Id = DatasetMaking.Numbered(run.Id, position),
                        RunId = run.Id,
                        ItemId = item.Id,
                        Take = take,
                        Position = position,
                        SystemId = systemId,
                        Settings = settings,
                        Seed = run.Kind is RunKind.Synthesis ? plan.SeedOf(run.Seed, item.Key, take) : null,
                        Status = OutputStatus.Queued,
                        CreatedAt = now,
                    };
    }

    private static string Title(RunKind kind, DatasetSummary dataset, SystemSummary[] chosen) =>
        $"{char.ToUpperInvariant(Name(kind)[0])}{Name(kind)[1..]} of {dataset.Name}: {(chosen.Length <= 2 ? string.Join(" and ", chosen.Select(system => system.Title)) : $"{chosen.Length} systems")}" is var title && title.Length > LongestTitle
            ? title[..LongestTitle] : title;

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static StoredSystem Describe(SystemSummary system, DateTimeOffset now) => new()
    {
        Id = system.Id,
        Kind = system.Kind,
        Title = system.Title,
        PackId = system.PackId,
        PackVersion = system.PackVersion,
        Settings = system.SettingsJson,
        FirstSeenAt = now,
    };
}
