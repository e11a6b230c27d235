using System.Text.Json.Nodes;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Recognition;
using SpeechScoop.Storage.Recognizers;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Recognizers.Streaming;

/// <summary>Scores the event logs behind boards, and keeps what was scored for a while.</summary>
internal sealed class StreamingBoards(StoredLogs logs, StreamingLogStore store, ISystemCatalog catalog)
{
    /// <summary>Logs of all kept scores together; some 300 bytes each.</summary>
    private const long MostLogs = 1_000_000;

    private readonly Kept<StreamingBoard> boards = new(MostLogs, board => 1 + ((long)board.Systems.Count * board.Items.Count));

    private readonly Kept<StreamingBoardView> views = new(32);

    /// <summary>The scores of a board's logs.</summary>
    public Task<Result<StreamingBoard>> OfAsync(Board board, NormaliserProfile normaliser) => boards.GetAsync($"{board.Key} {normaliser.Name}", () => ScoreAsync(board, normaliser));

    /// <summary>What the page shows.</summary>
    public Task<Result<StreamingBoardView>> ViewAsync(Board board, NormaliserProfile normaliser) =>
        views.GetAsync($"{board.Key} {normaliser.Name}", async () => (await OfAsync(board, normaliser)).Select(scores => View(board, scores, normaliser)));

    /// <summary>Recordings with all their events.</summary>
    /// <param name="sort"><c>final</c> (the slowest final result of any system first), <c>unstable</c> (most words taken back first), else the dataset's order.</param>
    /// <param name="search">Text in key or reference, in any case.</param>
    public async Task<Result<StreamingPage>> PageAsync(Board board, StreamingBoard scores, NormaliserProfile normaliser, string? sort, string? search, int offset, int limit)
    {
        IEnumerable<int> places = Enumerable.Range(0, scores.Items.Count);
        if (search is { Length: > 0 }) places = places.Where(i => Item(i).Key.Contains(search, StringComparison.OrdinalIgnoreCase) || Item(i).Reference.Contains(search, StringComparison.OrdinalIgnoreCase));
        places = sort switch
        {
            "final" => places.OrderByDescending(i => scores.Scores.Max(system => system[i].Score.Final ?? double.NegativeInfinity)),
            "unstable" => places.OrderByDescending(i => scores.Scores.Sum(system => system[i].Score.UnstableWords)),
            _ => places,
        };
        var found = places.ToList();
        var shown = found.Skip(offset).Take(limit).Select(Item).ToList();
        BoardSystem[] systems = [.. scores.Systems.Select(place => board.Systems[place])];
        if (!(await logs.OfAsync([.. shown.SelectMany(item => systems.Select(system => system.Outputs[item.Id].Id))])).TryGet(out var events, out var error)) return error;
        var views = new List<StreamingItemView>();
        foreach (var item in shown)
        {
            var lines = new List<StreamingLogView?>();
            foreach (var output in systems.Select(system => system.Outputs[item.Id].Id))
            {
                if (!events.TryGetValue(output, out var log)) lines.Add(null);
                else if (log.Score(normaliser).TryGet(out var score, out error)) lines.Add(new(output, log.Header.AudioSeconds, log.Header.ChunkSeconds, StreamingScoreView.Of(score, normaliser), log.Events));
                else return error;
            }
            views.Add(new(item.Id, board.Datasets.First(dataset => dataset.Id == item.Dataset).Name, item.Key, item.HasAudio, item.Seconds, item.Reference, lines));
        }
        return new StreamingPage(found.Count, offset, [.. systems.Select(system => new StreamingSystemName(system.Id, system.Title, system.Colour))], views);

        BoardItem Item(int i) => board.Common[scores.Items[i]];
    }

    /// <summary>All logs behind the figures as JSON lines, to be scored and replayed elsewhere.</summary>
    /// <returns><see cref="Error.NotFound"/> where there are none.</returns>
    public async Task<Result<string>> WriteAsync(Board board, StreamingBoard scores)
    {
        if (scores.Items.Count == 0) return new Error.NotFound("no-logs", "The comparison has no event logs. Make a run that feeds recordings in small pieces, or import logs that were recorded elsewhere.");
        var text = new System.Text.StringBuilder();
        foreach (var system in scores.Systems.Select(place => board.Systems[place]))
        {
            foreach (var batch in scores.Items.Select(item => system.Outputs[board.Common[item].Id].Id).Chunk(1_000))
            {
                if (!(await store.OfAsync(batch)).TryGet(out var found, out var error)) return error;
                foreach (var id in batch) text.Append(found.GetValueOrDefault(id));
            }
        }
        return text.ToString();
    }

    private StreamingBoardView View(Board board, StreamingBoard scores, NormaliserProfile normaliser)
    {
        var rows = new List<StreamingSystemView>();
        foreach (var place in board.Ranked)
        {
            var system = board.Systems[place];
            var at = scores.Systems.ToList().IndexOf(place);
            if (at < 0 || scores.Items.Count == 0)
            {
                rows.Add(new(system.Id, system.Title, system.Colour, null, at < 0 ? WhyNot(board, system) : "no recording of which all systems have a log"));
                continue;
            }
            var with = scores.Scores[at].Zip(scores.Items, (score, item) => (score, board.Common[item].Cluster));
            rows.AddRange(with.GroupBy(each => each.score.Log.Header.Feed).OrderBy(group => group.Key)
                .Select(group => new StreamingSystemView(system.Id, system.Title, system.Colour, StreamingSummary.Of([.. group]), null)));
        }
        return new(normaliser.Name, scores.Items.Count, scores.Systems.Count == 0 ? 0 : board.Common.Count - scores.Items.Count, rows);
    }

    private async Task<Result<StreamingBoard>> ScoreAsync(Board board, NormaliserProfile normaliser)
    {
        var places = new Dictionary<string, int>(board.Common.Count, StringComparer.Ordinal);
        var (systems, scores) = (new List<int>(), new List<Dictionary<int, StreamingLogScore>>());
        foreach (var system in board.Ranked)
        {
            places.Clear();
            for (var i = 0; i < board.Common.Count; i++) places[board.Systems[system].Outputs[board.Common[i].Id].Id] = i;
            var (own, failed) = (new Dictionary<int, StreamingLogScore>(), (Error?)null);
            var read = await logs.EachAsync(places.Keys, (id, log) =>
            {
                // Of very many logs the events would fill the memory; all that is said of them is in the score.
                if (log.Score(normaliser).TryGet(out var score, out var error)) own[places[id]] = score with { Log = log with { Events = [] } };
                else failed ??= error;
            });
            if ((read.Error ?? failed) is { } problem) return problem;
            if (own.Count == 0) continue;
            systems.Add(system);
            scores.Add(own);
        }
        int[] items = systems.Count == 0 ? [] : [.. Enumerable.Range(0, board.Common.Count).Where(i => scores.TrueForAll(own => own.ContainsKey(i)))];
        return new StreamingBoard(systems, items, [.. scores.Select(own => (IReadOnlyList<StreamingLogScore>)[.. items.Select(i => own[i])])]);
    }

    private string WhyNot(Board board, BoardSystem system)
    {
        if (!catalog.Find(system.SystemId).TryGet(out var known, out _)) return "its transcripts were made elsewhere, or its pack is gone";
        if (known.Traits.Streaming is not true) return "it works on whole recordings, and gave its answers in one piece";
        return board.Common.Count > 0 && JsonNode.Parse(system.Outputs[board.Common[0].Id].Settings) is JsonObject settings && settings["stream"] is not null
            ? "its outputs were made by a release that kept no logs; run it again"
            : "it was given whole recordings; make a run that feeds them in small pieces";
    }
}
