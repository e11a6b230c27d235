using System.Text.Json;
using SpeechScoop.Datasets;
using SpeechScoop.Recognition;
using SpeechScoop.Recognition.Transcripts;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Datasets;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Live;

namespace SpeechScoop.Web.Runs.Import;

/// <summary>What was understood of transcripts, before anything is stored.</summary>
/// <param name="Formats">Ids of the formats that were found.</param>
/// <param name="Entries">Utterances, segments or recordings in the files.</param>
/// <param name="Matched">Items with a transcript, over all systems.</param>
/// <param name="Missing">Items without one, over all systems.</param>
/// <param name="Unmatched">Entries that belong to no item.</param>
/// <param name="First">The first items as they would be stored.</param>
/// <param name="Problems">What must be mended; empty when everything can be stored.</param>
internal sealed record HypothesesPreview(
    IReadOnlyList<string> Formats, IReadOnlyList<string> Systems, int Files, int Entries, int Items, int Matched, int Missing, int Unmatched, IReadOnlyList<HypothesisView> First,
    IReadOnlyList<DatasetProblem> Problems, int MoreProblems, IReadOnlyList<string> Notes);

/// <summary>One item's transcript beside its reference.</summary>
internal sealed record HypothesisView(string System, string Key, string? Reference, string Hypothesis, int TimedWords);

/// <summary>Makes runs of imported systems from transcripts in any known format: whole, or not at all. The worker scores them like its own.</summary>
internal sealed class HypothesesImport(DatasetStore datasets, OutputsImport outputs)
{
    private const int ShownItems = 20, ShownProblems = 100;
    private const string EventsFormat = "events";

    private sealed record Understood(
        DatasetSummary Dataset, IReadOnlyList<DatasetItem> Items, IReadOnlyList<string> Formats, int Entries, int Unmatched, IReadOnlyList<ImportedPiece> Pieces, ImportMatch Match,
        IReadOnlyList<DatasetProblem> Problems, IReadOnlyList<string> Notes);

    /// <summary>Understands transcripts without storing anything.</summary>
    public async Task<Result<HypothesesPreview>> PreviewAsync(ImportHypotheses request) => (await UnderstandAsync(request)).Select(understood =>
    {
        var references = understood.Items.ToDictionary(item => item.Key, item => item.Text, StringComparer.Ordinal);
        return new HypothesesPreview(
            understood.Formats, understood.Match.Systems, request.Files.Count, understood.Entries, understood.Items.Count, understood.Match.Outputs.Count(output => output.Piece is not null), understood.Match.Missing,
            understood.Unmatched, [.. understood.Pieces.Take(ShownItems).Select(piece => new HypothesisView(piece.System ?? "", piece.Key, references.GetValueOrDefault(piece.Key), piece.Text ?? "", CountWords(piece)))],
            [.. understood.Problems.Take(ShownProblems)], Math.Max(0, understood.Problems.Count - ShownProblems), understood.Notes);
    });

    /// <summary>Stores a run.</summary>
    /// <returns>The run; or every problem that stands in the way; or another error.</returns>
    public async Task<(Result<Run> Run, IReadOnlyList<DatasetProblem> Problems)> CreateAsync(ImportHypotheses request)
    {
        if (!(await UnderstandAsync(request)).TryGet(out var understood, out var error)) return (error, []);
        if (understood.Problems.Count > 0) return (OutputsImport.Refuse(understood.Problems), understood.Problems);
        return (await outputs.StoreAsync(new ImportOutputs(request.Dataset, RunKind.Recognition, request.Title, request.System), understood.Dataset, understood.Items, RunKind.Recognition, new RunPlan { Conditions = [] }, understood.Match,
            request.Files.Select(file => PackedFile.Of(ShortName(file.Name), file.Bytes))), []);
    }

    /// <summary>A file's name with its folder, which may name the system; where on a disk they lay is nobody's business.</summary>
    private static string ShortName(string path) => string.Join('/', path.Split('/', '\\').TakeLast(2));

    private async Task<Result<Understood>> UnderstandAsync(ImportHypotheses request)
    {
        if (request.Dataset is null) return new Error.Invalid("dataset-missing", "The import names no dataset. Give its id or name as dataset.");
        if (!(await datasets.FindAsync(request.Dataset)).TryGet(out var dataset, out var error) || !(await datasets.ItemsAsync(dataset.Id)).TryGet(out var items, out error)
            || !(await datasets.RecordingNamesAsync(dataset.Id)).TryGet(out var names, out error)) return error;
        if (dataset.Kind is not DatasetKind.Recordings) return new Error.Invalid("dataset-kind", $"\"{dataset.Name}\" holds prompts; transcripts answer recordings. Choose another dataset.");
        if (request.Files.Count == 0) return new Error.Invalid("transcripts-missing", "There are no files. Add the transcripts.");
        var (problems, notes, formats, entries, unmatched) = (new List<DatasetProblem>(), new List<string>(), new SortedSet<string>(StringComparer.Ordinal), 0, 0);
        var events = new Dictionary<string, string>(StringComparer.Ordinal);
        var bySystem = new Dictionary<string, List<(string Format, TranscriptEntry Entry)>>(StringComparer.Ordinal);
        var read = request.Files.Select(file => (File: file, Document: TranscriptFormats.Read(file, new(TranscriptRole.Hypothesis, request.Format, request.Field)))).ToList();
        var apart = SystemNames.Apart(read.Select(each => (each.File, each.Document.Entries)));
        foreach (var (file, document) in read)
        {
            problems.AddRange(document.Problems.Select(Problem));
            notes.AddRange(document.Notes);
            if (document.Format is not "") formats.Add(document.Format);
            entries += document.Entries.Count;
            if (document.Format is EventsFormat) AddEvents(file, events);
            foreach (var entry in document.Entries)
            {
                if (SystemNames.Of(request.System, file, entry, apart) is not { } system)
                {
                    problems.Add(new(file.Name, "The file is one recording's and names no system. Name the system, or put the files into a folder with its name."));
                    break;
                }
                if (!bySystem.TryGetValue(system, out var list)) bySystem[system] = list = [];
                list.Add((document.Format, entry));
            }
        }
        var recognized = items.Select(item => new RecognizedItem(item.Key, names.GetValueOrDefault(item.Id), item.StartSeconds, item.EndSeconds)).ToArray();
        var pieces = new List<ImportedPiece>();
        foreach (var (system, found) in bySystem)
        {
            var matched = ItemHypotheses.Match(recognized, found[0].Format, [.. found.Select(each => each.Entry)]);
            unmatched += matched.Problems.Count;
            problems.AddRange(matched.Problems.Select(Problem));
            notes.AddRange(matched.Notes.Select(note => bySystem.Count > 1 ? $"{system}: {note}" : note));
            pieces.AddRange(matched.Hypotheses.Select(each => new ImportedPiece(each.Place, system, each.Key, null, null, each.Text, WordsJson(each.Words), events.GetValueOrDefault(each.Place))));
        }
        var match = ImportMatch.Of([.. items.Select(item => item.Key)], pieces, request.AllowMissing);
        // What is missing because a file was not understood need not be said item by item.
        if (problems.Count == 0 || pieces.Count > 0) problems.AddRange(match.Problems);
        return new Understood(dataset, items, [.. formats], entries, unmatched, pieces, match, problems, notes);
    }

    /// <summary>Event logs by the places of their transcripts.</summary>
    private static void AddEvents(TranscriptInput file, Dictionary<string, string> events)
    {
        var document = StreamingLogReader.Read(file);
        foreach (var (log, line) in document.Logs.Zip(document.Lines)) events[$"{file.Name}, line {line}"] = StreamingLogWriter.Write(log);
    }

    private static DatasetProblem Problem(TranscriptProblem problem) => new(problem.Line > 0 ? $"{problem.File}, line {problem.Line}" : problem.File, $"{problem.Message} {problem.Cure}");

    private static string? WordsJson(IReadOnlyList<TimedWord> words) => words.Count == 0 || words.Any(word => word.Start is null || word.End is null) ? null
        : JsonSerializer.Serialize(words.Select(word => new WordView(word.Text, Math.Round(word.Start!.Value, 3), Math.Round(word.End!.Value, 3))), JsonSerializerOptions.Web);

    private static int CountWords(ImportedPiece piece) => piece.Words is null ? 0 : JsonDocument.Parse(piece.Words).RootElement.GetArrayLength();
}
