using SpeechScoop.Comparisons;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Systems;

namespace SpeechScoop.Web.ListeningTests.Building;

/// <summary>Outputs of runs and of the live bench as items × conditions.</summary>
/// <param name="Kinds">Voices and reconstructions apart; a test takes one kind.</param>
internal sealed record OutputMaterialView(IReadOnlyList<OutputMaterialKind> Kinds);

/// <summary>What one kind of system gave.</summary>
/// <param name="Conditions">Systems with settings, those with the most items first.</param>
/// <param name="Items">Texts or recordings, the newest first.</param>
internal sealed record OutputMaterialKind(SystemKind Kind, IReadOnlyList<OutputCondition> Conditions, IReadOnlyList<OutputItem> Items);

/// <summary>A system with settings.</summary>
/// <param name="Items">How many items it has.</param>
internal sealed record OutputCondition(string Id, string Title, int Items);

/// <summary>A text or a recording.</summary>
/// <param name="Title">The text, or the recording's name.</param>
/// <param name="Conditions">Which conditions have it.</param>
internal sealed record OutputItem(string Id, string Title, IReadOnlyList<string> Conditions);

/// <summary>A test out of outputs.</summary>
/// <param name="Conditions">Ids of <see cref="OutputCondition"/>.</param>
/// <param name="Items">Ids of <see cref="OutputItem"/>.</param>
/// <param name="Outputs">Ids of the very outputs, instead of <paramref name="Conditions"/> and <paramref name="Items"/>: several takes of one condition for one item become conditions of their own.</param>
internal sealed record FromOutputs(
    SystemKind Kind, TrialDesign Design, TemplateOptions Options, IReadOnlyList<string>? Conditions = null, IReadOnlyList<string>? Items = null, IReadOnlyList<string>? Outputs = null);

/// <summary>
/// Groups outputs into material: an item is a text, or an original recording; a condition is a system with its settings. Of several
/// takes the newest counts. What is taken into a test carries its provenance.
/// </summary>
internal sealed class OutputTests(OutputMaterialStore store, Drafts drafts)
{
    private const int ShownTextLength = 200;

    public async Task<Result<OutputMaterialView>> ReadAsync() => (await store.ReadAsync()).Select(outputs => new OutputMaterialView([.. outputs.GroupBy(output => output.Kind).Select(kind =>
    {
        Row[] rows = [.. kind.Select(output => new Row(output))];
        var items = rows.GroupBy(row => row.Item).Select(item => new OutputItem(item.Key, item.First().Title, [.. item.Select(row => row.Condition).Distinct()])).ToArray();
        var conditions = rows.GroupBy(row => row.Condition)
            .Select(condition => new OutputCondition(condition.Key, condition.First().ConditionTitle, condition.Select(row => row.Item).Distinct().Count()))
            .OrderByDescending(condition => condition.Items).ThenBy(condition => condition.Title, StringComparer.Ordinal);
        return new OutputMaterialKind(kind.Key, [.. conditions], items);
    })]));

    public async Task<Result<ListeningTest>> CreateAsync(FromOutputs request)
    {
        if (request is not { Options: not null } or { Outputs: null, Conditions: null } or { Outputs: null, Items: null })
            return new Error.Invalid("request-incomplete", "The request needs kind, design, options, and either outputs, or conditions and items.");
        if (!(await store.ReadAsync(request.Outputs)).TryGet(out var outputs, out var error)) return error;
        Row[] rows = [.. outputs.Where(output => output.Kind == request.Kind).Select(output => new Row(output))];
        if (request.Outputs is { } exact)
        {
            if (exact.FirstOrDefault(id => rows.All(row => row.Output.Id != id)) is { } noOutput)
                return new Error.Invalid("output-unknown", $"There is no finished output '{noOutput}' with audio. Reload the page and choose again.");
            rows = ApartByTake(rows);
            request = request with { Conditions = [.. rows.Select(row => row.Condition).Distinct()], Items = [.. rows.Select(row => row.Item).Distinct()] };
        }
        if (request.Conditions!.FirstOrDefault(id => rows.All(row => row.Condition != id)) is { } noCondition)
            return new Error.Invalid("output-condition-unknown", $"There are no outputs of '{noCondition}'. Reload the page and choose again.");
        if (request.Items!.FirstOrDefault(id => rows.All(row => row.Item != id)) is { } noItem)
            return new Error.Invalid("output-item-unknown", $"There are no outputs for the item '{noItem}'. Reload the page and choose again.");
        if (!TestTemplates.Create(request.Design, Material(request, rows), FileTests.Seeded(request.Options)).TryGet(out var definition, out error)) return error;
        return await drafts.CreateAsync(definition);
    }

    /// <summary>In the order in which they were made; where any item has several outputs of a condition, each take of that condition is a condition.</summary>
    private static Row[] ApartByTake(Row[] rows)
    {
        rows = [.. rows.OrderBy(row => row.Output.Position ?? 0).ThenBy(row => row.Output.Id, StringComparer.Ordinal)];
        foreach (var condition in rows.GroupBy(row => row.Condition).ToArray())
            if (condition.GroupBy(row => row.Item).Any(item => item.Count() > 1))
                foreach (var item in condition.GroupBy(row => row.Item))
                    foreach (var (index, row) in item.Index()) row.SetApart(row.Output.Take ?? index);
        return rows;
    }

    private static TestMaterial Material(FromOutputs request, Row[] rows)
    {
        var taken = new HashSet<string>([TestMaterial.ReferenceId], StringComparer.Ordinal);
        var conditions = request.Conditions!.Distinct().ToDictionary(id => id, id =>
        {
            var row = rows.First(row => row.Condition == id);
            return new TestCondition(Identifiers.Unique(Identifiers.From(id), taken), row.ConditionTitle, StimulusRole.System, row.Output.SystemId);
        });
        var itemIds = new HashSet<string>(StringComparer.Ordinal);
        var items = request.Items!.Distinct().Select(id =>
        {
            // Newest first: of several takes the first one counts.
            Row[] takes = [.. rows.Where(row => row.Item == id && conditions.ContainsKey(row.Condition)).DistinctBy(row => row.Condition)];
            var first = rows.First(row => row.Item == id);
            var clips = takes.Select(row => new MaterialClip(conditions[row.Condition].Id, row.Output.ClipSha256) { Transcript = row.Said, Provenance = row.Provenance }).ToList();
            if (first.Output.OriginalSha256 is { } original)
                clips.Insert(0, new MaterialClip(TestMaterial.ReferenceId, original) { Transcript = first.Said, Provenance = new StimulusProvenance { File = first.Output.OriginalName } });
            return new MaterialItem(Identifiers.Unique(Identifiers.From(first.Title), itemIds), clips);
        }).ToArray();
        var hasOriginals = items.Any(item => item.Clips.Any(clip => clip.Condition == TestMaterial.ReferenceId));
        return new TestMaterial([.. hasOriginals ? [new TestCondition(TestMaterial.ReferenceId, "Reference", StimulusRole.Reference)] : Array.Empty<TestCondition>(), .. conditions.Values], items);
    }

    private sealed class Row
    {
        public Row(MaterialOutput output)
        {
            Output = output;
            var settings = ConditionSettings.Read(output.Settings);
            Condition = new Condition(StimulusRole.System, output.SystemId, output.SystemVersion, settings).Id(withVersion: false);
            ConditionTitle = settings.Phrases.Count == 0 ? output.SystemTitle : $"{output.SystemTitle}, {string.Join(", ", settings.Phrases)}";
            Item = output.OriginalSha256 ?? output.Text ?? "";
            var shown = output.OriginalSha256 is null ? output.Text ?? "" : output.OriginalName ?? "recording";
            Title = shown.Length > ShownTextLength ? shown[..ShownTextLength] : shown;
        }

        public MaterialOutput Output { get; }

        public string Condition { get; private set; }

        public string ConditionTitle { get; private set; }

        public string Item { get; }

        public string Title { get; }

        /// <summary>Makes it a condition apart from other takes.</summary>
        public void SetApart(int take) => (Condition, ConditionTitle) = ($"{Condition}#take-{take + 1}", $"{ConditionTitle}, take {take + 1}");

        /// <summary>What is said in it, where it is known.</summary>
        public string? Said => Output.Kind is SystemKind.Synthesizer ? Output.Text : Output.Reference;

        public StimulusProvenance Provenance => new()
        {
            OutputId = Output.Id,
            SystemId = Output.SystemId,
            SystemVersion = Output.SystemVersion,
            PackId = Output.PackId,
            Settings = Output.Settings,
            Seed = Output.Seed,
            BitRate = Output.BitRate,
        };
    }
}
