using SpeechScoop.Datasets;
using SpeechScoop.Datasets.Formats;
using SpeechScoop.Storage.Datasets;
using SpeechScoop.Web.Clips;

namespace SpeechScoop.Web.Datasets;

/// <summary>Understands what a dataset is made of, and stores it: whole, or not at all.</summary>
internal sealed class DatasetMaking(ClipLibrary library, DatasetStore datasets, TimeProvider time)
{
    private const int ShownItems = 50, ShownProblems = 100, ShownValues = 8, LongestName = 200, LongestDescription = 2000;

    /// <summary>Something understood: the draft, and the format of its list.</summary>
    internal sealed record Understood(DatasetDraft Draft, string Format);

    /// <summary>Understands a request, without storing anything.</summary>
    public async Task<Result<DatasetPreview>> PreviewAsync(NewDataset request) => (await UnderstandAsync(request)).Select(Preview);

    /// <summary>Stores a dataset.</summary>
    /// <returns>The dataset; or what was understood, with the problems that stand in the way; or another error.</returns>
    public async Task<(Result<DatasetSummary> Dataset, IReadOnlyList<DatasetProblem> Problems)> CreateAsync(NewDataset request)
    {
        if (CheckName(request) is { } wrongName) return (wrongName, []);
        if (!(await UnderstandAsync(request)).TryGet(out var understood, out var error)) return (error, []);
        return await StoreAsync(request.Name!.Trim(), request.Description?.Trim() ?? "", understood.Draft);
    }

    /// <summary>Stores what a form brought.</summary>
    public async Task<(Result<DatasetSummary> Dataset, IReadOnlyList<DatasetProblem> Problems)> CreateAsync(UploadForm form)
    {
        var request = new NewDataset(form.Fields.GetValueOrDefault("name"), form.Fields.GetValueOrDefault("description"));
        if (CheckName(request) is { } wrongName) return (wrongName, []);
        var refused = form.Clips.Where(file => file.Clip.Error is not null).Select(file => new DatasetProblem(file.Name, file.Clip.Error!.Message)).ToArray();
        var files = form.Clips.Where(file => file.Clip.Error is null).Select(file => new DatasetFile(file.Name, file.Clip.Value.Sha256, file.Clip.Value.Seconds)).ToArray();
        var draft = Read(form.Texts, form.Fields.GetValueOrDefault("text"), files).Draft;
        // Where every file was refused, that there are no items need not be said too.
        if (refused.Length > 0 && files.Length == 0 && form.Texts.Count == 0) draft = draft with { Problems = [] };
        return await StoreAsync(request.Name!.Trim(), request.Description ?? "", draft with { Problems = [.. refused, .. draft.Problems] });
    }

    private static Error.Invalid? CheckName(NewDataset request) => request switch
    {
        { Name: var name } when string.IsNullOrWhiteSpace(name) => new Error.Invalid("dataset-name-missing", "The dataset has no name. Give it one, such as \"kitchen recordings\"."),
        { Name.Length: > LongestName } => new Error.Invalid("dataset-name-too-long", $"The name has {request.Name.Length} characters; up to {LongestName} are kept."),
        { Description.Length: > LongestDescription } => new Error.Invalid("dataset-description-too-long", $"The description has {request.Description.Length} characters; up to {LongestDescription} are kept."),
        _ => null,
    };

    private async Task<Result<Understood>> UnderstandAsync(NewDataset request)
    {
        if (request.BuiltIn is { Length: > 0 } id)
            return PromptList.All.FirstOrDefault(list => list.Id == id) is { } list
                ? new Understood(DatasetDraft.Of(list.Rows(), []), list.Title)
                : new Error.Invalid("prompt-list-unknown", $"There is no list of prompts '{id}'. There are: {string.Join(", ", PromptList.All.Select(known => known.Id))}.");
        var named = (request.Files ?? []).Concat((request.Items ?? []).Where(item => item?.Clip is not null).Select(item => new NamedClip(item.File ?? item.Clip!, item.Clip!))).ToArray();
        if (named.Any(file => file is not { Name: not null, Sha256: not null }) || request.Lists?.Any(list => list is not { Name: not null, Text: not null }) == true || request.Items?.Any(item => item is null) == true)
            return new Error.Invalid("request-incomplete", "files is a list of {name, sha256}, lists a list of {name, text}, items a list of objects.");
        var files = new List<DatasetFile>();
        foreach (var file in named.DistinctBy(file => file.Name))
        {
            if (!(await library.FindAsync(file.Sha256)).TryGet(out var clip, out var missing)) return new Error.Invalid(missing.Code, $"{file.Name}: {missing.Message}");
            files.Add(new DatasetFile(file.Name, clip.Sha256, clip.Seconds));
        }
        if (request.Items is not { Count: > 0 } items) return Read(request.Lists ?? [], request.Text, files);
        var rows = items.Select((item, index) => new DraftRow
        {
            Place = $"items[{index}]",
            Key = item.Key,
            File = item.File ?? item.Clip,
            Text = item.Text,
            Language = item.Language,
            Speaker = item.Speaker,
            Start = item.Start,
            End = item.End,
            Attributes = item.Attributes ?? DraftRow.NoAttributes,
        }).ToArray();
        return new Understood(DatasetDraft.Of(new DraftRows(rows, [], []), files), "");
    }

    private static Understood Read(IReadOnlyList<FormText> lists, string? prompts, IReadOnlyList<DatasetFile> files)
    {
        if (!string.IsNullOrWhiteSpace(prompts)) lists = [.. lists, new FormText("prompts.txt", prompts)];
        if (lists.Count == 0) return new(DatasetDraft.Of(null, files), "");
        var (titles, rows) = DatasetFormats.Read([.. lists.Select(list => (list.Name, list.Text))], files.Count > 0);
        return new(DatasetDraft.Of(rows, files), titles);
    }

    private async Task<(Result<DatasetSummary> Dataset, IReadOnlyList<DatasetProblem> Problems)> StoreAsync(string name, string description, DatasetDraft draft)
    {
        if (draft.Problems.Count > 0)
            return (new Error.Invalid("dataset-problems",
                $"The dataset was not stored: {draft.Problems[0]}{(draft.Problems.Count > 1 ? $" And {draft.Problems.Count - 1} more." : "")}"), draft.Problems);
        var now = time.GetUtcNow();
        var dataset = new Dataset { Id = Guid.CreateVersion7(now).ToString(), Name = name, Kind = draft.Kind, Description = description, CreatedAt = now };
        var items = draft.Items.Select((item, position) => new DatasetItem
        {
            Id = Numbered(dataset.Id, position),
            DatasetId = dataset.Id,
            Key = item.Key,
            Position = position,
            ClipSha256 = item.ClipSha256,
            StartSeconds = item.Start,
            EndSeconds = item.End,
            Text = item.Text,
            Language = item.Language,
            Speaker = item.Speaker,
            Attributes = ItemAttributes.Write(item.Attributes),
        }).ToArray();
        if ((await datasets.CreateAsync(dataset, items)).Error is { } error) return (error, []);
        return (await datasets.FindAsync(dataset.Id), []);
    }

    /// <summary>An id for a part of something with an id of version 7: its first half with the part's number, so that parts are stored in order.</summary>
    internal static string Numbered(string id, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id.AsSpan(0, 24)}{number:x12}");

    private static DatasetPreview Preview(Understood understood)
    {
        var (draft, format) = understood;
        var attributes = draft.Items.SelectMany(item => item.Attributes).GroupBy(attribute => attribute.Key)
            .Select(group => new AttributeView(group.Key, group.Count(), [.. group.Select(attribute => attribute.Value).Distinct().Take(ShownValues)])).OrderBy(attribute => attribute.Name, StringComparer.Ordinal);
        return new(
            draft.Kind, format, draft.Items.Count, draft.Items.Count(item => item.Text is not null), draft.Kind is DatasetKind.Recordings ? draft.Items.Sum(item => item.Seconds ?? 0) : null,
            [.. attributes], [.. draft.Items.Take(ShownItems)], [.. draft.Problems.Take(ShownProblems)], Math.Max(0, draft.Problems.Count - ShownProblems), draft.Notes);
    }
}
