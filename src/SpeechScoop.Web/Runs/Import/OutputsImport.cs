using System.Security.Cryptography;
using SpeechScoop.Datasets;
using SpeechScoop.ListeningTests;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Datasets;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Recognizers;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Storage.Systems;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Datasets;

namespace SpeechScoop.Web.Runs.Import;

/// <summary>Makes a run of outputs that were made elsewhere: whole, or not at all. The worker measures them like its own.</summary>
internal sealed class OutputsImport(
    DatasetStore datasets, RunStore runs, SystemStore systems, ClipLibrary library, RunMaking making, RunWorker worker, StreamingLogStore logs, TimeProvider time)
{
    /// <summary>The beginning of the ids of systems that are known by their outputs only.</summary>
    public const string Prefix = "import:";

    private const string MissingOutput = "The import has nothing for this item.";

    /// <summary>Stores a run.</summary>
    /// <param name="refused">What was wrong with files before they came here.</param>
    /// <returns>The run; or every problem that stands in the way; or another error.</returns>
    public async Task<(Result<Run> Run, IReadOnlyList<DatasetProblem> Problems)> CreateAsync(ImportOutputs request, IReadOnlyList<DatasetProblem>? refused = null)
    {
        if (string.IsNullOrWhiteSpace(request.Dataset)) return (new Error.Invalid("dataset-missing", "The import names no dataset. Give its id or name as dataset."), []);
        if (!(await datasets.FindAsync(request.Dataset)).TryGet(out var dataset, out var error) || !(await datasets.ItemsAsync(dataset.Id)).TryGet(out var items, out error)) return (error, []);
        if (request.Kind is RunKind.Recognition)
            return (new Error.Invalid("import-kind", "Transcripts are not imported as outputs. Bring them in with \"import hypotheses\", or POST /api/runs/import-hypotheses."), []);
        var kind = request.Kind ?? (dataset.Kind is DatasetKind.Prompts ? RunKind.Synthesis : RunKind.Reconstruction);
        if (dataset.Kind != kind.Dataset())
            return (new Error.Invalid("dataset-kind", $"\"{dataset.Name}\" holds {dataset.Kind.ToString().ToLowerInvariant()}; a {kind.ToString().ToLowerInvariant()} needs the other kind of dataset."), []);
        if (!making.CheckMeasuring(kind, new RunPlan { Conditions = [], Metrics = request.Metrics ?? [], Recognizer = request.Recognizer }).TryGet(out var plan, out error)) return (error, []);

        var problems = new List<DatasetProblem>(refused ?? []);
        var pieces = Pieces(request, [.. items.Select(item => item.Key)], problems);
        if (pieces.Count == 0 && problems.Count == 0)
            problems.Add(new("import", "There are no clips. Send audio files named by the items' keys, in a folder for each system."));
        var match = ImportMatch.Of([.. items.Select(item => item.Key)], pieces, request.AllowMissing);
        // What is missing because a path was not understood need not be said twice.
        problems.AddRange(problems.Count > 0 && pieces.Count == 0 ? [] : match.Problems);
        if (problems.Count > 0) return (Refuse(problems), problems);
        return (await StoreAsync(request, dataset, items, kind, plan, match), []);
    }

    /// <summary>All problems as one error.</summary>
    public static Error.Invalid Refuse(IReadOnlyList<DatasetProblem> problems) =>
        new("import-problems", $"Nothing was imported: {problems[0]}{(problems.Count > 1 ? $" And {problems.Count - 1} more." : "")}");

    private static List<ImportedPiece> Pieces(ImportOutputs request, HashSet<string> keys, List<DatasetProblem> problems)
    {
        var pieces = new List<ImportedPiece>();
        var system = string.IsNullOrWhiteSpace(request.System) ? null : request.System.Trim();
        foreach (var file in request.Files ?? [])
        {
            if (OutputFileName.Read(file.Name, keys.Contains) is { } name) pieces.Add(new(file.Name, system ?? name.System, name.Key, name.Take, file.Sha256, null));
            else problems.Add(new(file.Name, "The file's name is no key of the dataset. Name it by the item's key, with \".take 2\" after it for a second take."));
        }
        return pieces;
    }

    /// <summary>Stores what was matched.</summary>
    /// <param name="files">Where it came from, kept with the run.</param>
    public async Task<Result<Run>> StoreAsync(ImportOutputs request, DatasetSummary dataset, IReadOnlyList<DatasetItem> items, RunKind kind, RunPlan plan, ImportMatch match, IEnumerable<PackedFile>? files = null)
    {
        var now = time.GetUtcNow();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var ids = match.Systems.Select(name => Prefix + Identifiers.Unique(Identifiers.From(name), taken)).ToArray();
        if (!(await systems.ListAsync()).TryGet(out var known, out var error)) return error;
        if (known.FirstOrDefault(system => ids.Contains(system.Id) && system.Kind != kind.Systems()) is { } other)
            return new Error.Conflict("system-kind", $"A {other.Kind.ToString().ToLowerInvariant()} was imported as \"{other.Title}\" before. Give this system another name.");
        var seconds = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var sha256 in match.Outputs.Select(output => output.Piece?.ClipSha256).OfType<string>().Distinct())
        {
            if (!(await library.FindAsync(sha256)).TryGet(out var clip, out error)) return error;
            seconds[sha256] = clip.Seconds;
        }
        if ((await systems.NoteAsync([.. ids.Zip(match.Systems, (id, name) => new StoredSystem
        {
            Id = id, Kind = kind.Systems(), Title = name, PackId = "import", PackVersion = "", Settings = "{}", FirstSeenAt = now,
        })])).Error is { } notNoted) return notNoted;
        plan = plan with { Conditions = [.. ids.Select(id => new RunCondition(id, []))], Takes = match.Takes };
        var run = new Run
        {
            Id = Guid.CreateVersion7(now).ToString(),
            DatasetId = dataset.Id,
            Kind = kind,
            Title = string.IsNullOrWhiteSpace(request.Title) ? $"Imported for {dataset.Name}: {string.Join(", ", match.Systems.Take(3))}{(match.Systems.Count > 3 ? " …" : "")}" : request.Title.Trim(),
            Status = RunStatus.Queued,
            Plan = plan.Write(),
            Seed = RandomNumberGenerator.GetInt32(1, int.MaxValue),
            Imported = true,
            CreatedAt = now,
        };
        var outputs = match.Outputs.Select((output, position) => new RunOutput
        {
            Id = DatasetMaking.Numbered(run.Id, position),
            RunId = run.Id,
            ItemId = items[output.Item].Id,
            Take = output.Take,
            Position = position,
            SystemId = ids[output.System],
            Status = output.Piece is null ? OutputStatus.Failed : OutputStatus.Done,
            ClipSha256 = output.Piece?.ClipSha256,
            Text = output.Piece?.Text,
            Words = output.Piece?.Words,
            AudioSeconds = output.Piece?.ClipSha256 is { } sha256 ? seconds[sha256] : null,
            Error = output.Piece is null ? MissingOutput : null,
            CreatedAt = now,
        });
        if (!(await runs.CreateAsync(run, outputs, files)).TryGet(out var stored, out error)) return error;
        for (var position = 0; position < match.Outputs.Count; position++)
            if (match.Outputs[position].Piece?.Events is { } events && (await logs.SaveAsync(DatasetMaking.Numbered(run.Id, position), events, now)).Error is { } notKept) return notKept;
        worker.Wake();
        return stored;
    }
}
