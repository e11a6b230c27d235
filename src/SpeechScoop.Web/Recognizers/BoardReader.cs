using SpeechScoop.Comparisons;
using SpeechScoop.Datasets;
using SpeechScoop.Storage.Datasets;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Recognizers;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Storage.Systems;
using SpeechScoop.Web.Recognizers.Adjudications;
using SpeechScoop.Web.Systems;

namespace SpeechScoop.Web.Recognizers;

/// <summary>Puts a board together from runs of recognizers.</summary>
internal sealed class BoardReader(DatasetStore datasetStore, RunOutputStore outputs, SystemStore systemStore, AdjudicationStore adjudications, SystemAppearance appearance)
{
    /// <param name="chosen">Runs, the oldest first.</param>
    /// <param name="key">Stands for all that is read.</param>
    public async Task<Result<Board>> ReadAsync(BoardQuery query, IReadOnlyList<ListedRun> chosen, string key)
    {
        if (!(await systemStore.ListAsync()).TryGet(out var stored, out var error)) return error;
        var titles = stored.ToDictionary(system => system.Id, system => system.Title, StringComparer.Ordinal);
        var items = new Dictionary<string, DatasetItem>(StringComparer.Ordinal);
        var lengths = new Dictionary<string, double>(StringComparer.Ordinal);
        var datasets = chosen.Select(run => (run.Run.DatasetId, run.DatasetName)).Distinct().ToList();
        foreach (var (id, _) in datasets)
        {
            if (!(await datasetStore.ItemsAsync(id)).TryGet(out var all, out error) || !(await datasetStore.LengthsAsync(id)).TryGet(out var known, out error)) return error;
            foreach (var item in all.Where(item => item.Text is not null)) items.Add(item.Id, item);
            foreach (var (item, length) in known) lengths[item] = length;
        }
        var systems = new Dictionary<(string System, string Settings), Dictionary<string, RunTranscript>>();
        var ran = new HashSet<string>(items.Count, StringComparer.Ordinal);
        foreach (var run in chosen)
        {
            if (!(await outputs.TranscriptsAsync(run.Run.Id)).TryGet(out var made, out error)) return error;
            foreach (var output in made)
            {
                if (!items.TryGetValue(output.ItemId, out var item)) continue;
                ran.Add(item.Id);
                if (output.AudioSeconds is { } heard) lengths.TryAdd(item.Id, heard);
                if (!systems.TryGetValue((output.SystemId, output.Settings), out var known)) systems[(output.SystemId, output.Settings)] = known = new(StringComparer.Ordinal);
                // Runs come from the oldest to the newest; a failure does not take the place of a result.
                if (output.Status is OutputStatus.Done || !known.TryGetValue(item.Id, out var before) || before.Status is not OutputStatus.Done) known[item.Id] = output with { ItemId = item.Id };
            }
        }
        if (!(await CorrectionsAsync(query, items)).TryGet(out var corrections, out error)) return error;
        return Arrange(
            query, key, corrections, datasets, [.. items.Values.Where(item => ran.Contains(item.Id))
                .Select(item => Item(item, corrections.GetValueOrDefault(item.Id)?.Text ?? item.Text!, lengths.TryGetValue(item.Id, out var length) ? length : null))],
            [.. systems.OrderBy(system => system.Key.System, StringComparer.Ordinal).ThenBy(system => system.Key.Settings, StringComparer.Ordinal)
                .Select(system => System(system.Key, titles.GetValueOrDefault(system.Key.System, system.Key.System), system.Value))]);
    }

    private async Task<Result<Dictionary<string, CorrectedReference>>> CorrectionsAsync(BoardQuery query, Dictionary<string, DatasetItem> items)
    {
        var corrections = new Dictionary<string, CorrectedReference>(StringComparer.Ordinal);
        if (!query.Corrected) return corrections;
        if (!(await adjudications.NewestAsync()).TryGet(out var judged, out var error)) return error;
        foreach (var group in judged.GroupBy(each => each.ItemId, StringComparer.Ordinal))
            if (items.TryGetValue(group.Key, out var item) && CorrectedReference.Of(item.Text!, group) is { } corrected) corrections[item.Id] = corrected;
        return corrections;
    }

    private static Board Arrange(
        BoardQuery query, string key, Dictionary<string, CorrectedReference> corrections, IReadOnlyList<(string Id, string Name)> datasets, IReadOnlyList<BoardItem> items, IReadOnlyList<BoardSystem> systems)
    {
        var (ranked, whyNot) = (new List<int>(), new Dictionary<int, string>());
        for (var i = 0; i < systems.Count; i++)
        {
            var system = systems[i];
            if (query.Systems.Count > 0 && !query.Systems.Contains(system.Id)) whyNot[i] = "not chosen";
            else if (datasets.Where(dataset => !items.Any(item => item.Dataset == dataset.Id && system.Hypothesis(item.Id) is not null)).Select(dataset => dataset.Name).ToList() is { Count: > 0 } missing)
                whyNot[i] = $"no transcript of {string.Join(", ", missing)}";
            else ranked.Add(i);
        }
        return new(key, query.Corrected ? corrections : null, datasets, items, systems, ranked, whyNot, ranked.Count == 0 ? [] : [.. items.Where(item => ranked.TrueForAll(place => systems[place].Hypothesis(item.Id) is not null))]);
    }

    private BoardSystem System((string System, string Settings) condition, string title, Dictionary<string, RunTranscript> outputs)
    {
        var settings = ConditionSettings.Read(condition.Settings);
        var known = appearance.TitleOf(condition.System);
        return new(
            settings.Text.Length == 0 ? condition.System : $"{condition.System}?{settings.Text}", string.Join(", ", [known == condition.System ? title : known, .. settings.Phrases]),
            condition.System, appearance.ColourOf(condition.System), outputs);
    }

    private static BoardItem Item(DatasetItem item, string reference, double? seconds) => new(
        item.Id, item.DatasetId, item.Key, reference, item.Language, item.Speaker, ItemAttributes.Read(item.Attributes),
        item.Speaker is { } speaker ? $"{item.DatasetId}\n{speaker}" : item.StartSeconds is null ? null : item.ClipSha256, item.ClipSha256 is not null, seconds);
}
