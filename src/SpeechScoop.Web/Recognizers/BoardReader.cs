using SpeechScoop.Comparisons;
using SpeechScoop.Datasets;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Systems;

namespace SpeechScoop.Web.Recognizers;

/// <summary>Puts a board together from runs of recognizers.</summary>
internal sealed class BoardReader(RunStore runs, RunOutputStore outputs, SystemAppearance appearance)
{
    /// <returns><see cref="Error.NotFound"/> for a dataset that no recognizer ran over.</returns>
    public async Task<Result<Board>> ReadAsync(BoardQuery query)
    {
        if (!(await runs.ListAsync(RunKind.Recognition)).TryGet(out var listed, out var error)) return error;
        if (query.Datasets.FirstOrDefault(id => listed.All(run => run.Run.DatasetId != id)) is { } unknown)
            return new Error.NotFound("no-runs-over-dataset", $"No recognizer ran over the dataset {unknown}. Start a run over it, or import transcripts of it.");
        var chosen = listed.Where(run => query.Datasets.Count == 0 || query.Datasets.Contains(run.Run.DatasetId)).OrderBy(run => run.Run.CreatedAt).ToList();
        var items = new Dictionary<string, BoardItem>(StringComparer.Ordinal);
        var systems = new Dictionary<(string System, string Settings), Dictionary<string, RunItemOutput>>();
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var run in chosen)
        {
            if (!(await outputs.OfRunAsync(run.Run.Id, brief: true)).TryGet(out var made, out error)) return error;
            foreach (var output in made.Where(output => output.ItemText is not null))
            {
                items.TryAdd(output.ItemId, Item(run.Run.DatasetId, output));
                titles[output.SystemId] = output.SystemTitle;
                if (!systems.TryGetValue((output.SystemId, output.Settings), out var known)) systems[(output.SystemId, output.Settings)] = known = new(StringComparer.Ordinal);
                // Runs come from the oldest to the newest; a failure does not take the place of a result.
                if (output.Status is OutputStatus.Done || !known.TryGetValue(output.ItemId, out var before) || before.Status is not OutputStatus.Done) known[output.ItemId] = output;
            }
        }
        var datasets = chosen.Select(run => (run.Run.DatasetId, run.DatasetName)).Distinct().ToList();
        return Arrange(query, datasets, [.. items.Values], [.. systems.OrderBy(system => system.Key.System, StringComparer.Ordinal).ThenBy(system => system.Key.Settings, StringComparer.Ordinal)
            .Select(system => System(system.Key, titles[system.Key.System], system.Value))]);
    }

    private static Board Arrange(BoardQuery query, IReadOnlyList<(string Id, string Name)> datasets, IReadOnlyList<BoardItem> items, IReadOnlyList<BoardSystem> systems)
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
        return new(datasets, items, systems, ranked, whyNot, ranked.Count == 0 ? [] : [.. items.Where(item => ranked.TrueForAll(place => systems[place].Hypothesis(item.Id) is not null))]);
    }

    private BoardSystem System((string System, string Settings) condition, string title, Dictionary<string, RunItemOutput> outputs)
    {
        var settings = ConditionSettings.Read(condition.Settings);
        var known = appearance.TitleOf(condition.System);
        return new(
            settings.Text.Length == 0 ? condition.System : $"{condition.System}?{settings.Text}", string.Join(", ", [known == condition.System ? title : known, .. settings.Phrases]),
            condition.System, appearance.ColourOf(condition.System), outputs);
    }

    private static BoardItem Item(string dataset, RunItemOutput output) => new(
        output.ItemId, dataset, output.ItemKey, output.ItemText!, output.ItemLanguage, output.ItemSpeaker, ItemAttributes.Read(output.ItemAttributes),
        output.ItemStart is null ? null : output.ItemClipSha256, output.ItemClipSha256 is not null, output.AudioSeconds);
}
