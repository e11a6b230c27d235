using System.Text.Json;
using SpeechScoop.Recognition;
using SpeechScoop.Storage.Runs;

namespace SpeechScoop.Web.Recognizers;

/// <summary>Which utterances to show.</summary>
/// <param name="Value">Of the board's slice; null for all.</param>
/// <param name="Search">Text in key, reference or a hypothesis, in any case.</param>
/// <param name="Confusion"><c>REFERENCE&gt;HYPOTHESIS</c> that some system made; an empty side is a deletion or insertion.</param>
/// <param name="Sort"><c>errors</c> (most errors of all systems first), <c>spread</c> (largest difference between systems first), else the dataset's order.</param>
internal sealed record UtteranceQuery(string? Value, string? Search, string? Confusion, string? Sort, int Offset, int Limit);

/// <summary>A page of utterances.</summary>
/// <param name="Systems">Titles and colours, in the order of each utterance's lines.</param>
internal sealed record UtterancePage(int Total, int Offset, IReadOnlyList<UtteranceSystem> Systems, IReadOnlyList<UtteranceView> Utterances);

internal sealed record UtteranceSystem(string Id, string Title, int Colour);

/// <summary>
/// One utterance as rows over common columns: each column is a reference word, or the place between two where some system inserted words.
/// </summary>
/// <param name="Reference">A word, or null for a column of insertions.</param>
/// <param name="Lines">One for each system.</param>
internal sealed record UtteranceView(
    string Id, string Dataset, string Key, string? Speaker, bool HasAudio, double? Seconds, string ReferenceText, IReadOnlyList<string?> Reference, IReadOnlyList<UtteranceLine> Lines);

/// <param name="Cells">What the system has in each column.</param>
/// <param name="Text">As delivered.</param>
internal sealed record UtteranceLine(int Errors, int Words, string Text, IReadOnlyList<UtteranceCell> Cells);

/// <param name="Operation">Correct, substitution, deletion, insertion; null where the system has nothing in a column of insertions.</param>
/// <param name="Start">Seconds into the recording, where the system gave times that fit its words.</param>
internal sealed record UtteranceCell(EditOperation? Operation, string? Text, double? Start, double? End);

/// <summary>Reads pages of utterances from a board.</summary>
internal sealed class UtterancePages(Boards boards, BoardScores scores, RunOutputStore outputs)
{
    public async Task<Result<UtterancePage>> ReadAsync(Board board, BoardQuery query, UtteranceQuery asked)
    {
        if (!(await scores.OfAsync(board, query.Options)).TryGet(out var all, out var error)) return error;
        IEnumerable<int> places = Enumerable.Range(0, board.Common.Count);
        if (asked.Value is { } value) places = places.Where(i => board.SliceOf(board.Common[i], query.Slice) == value);
        if (asked.Search is { Length: > 0 } search) places = places.Where(i => Holds(board, board.Common[i], search));
        if (asked.Confusion is { Length: > 1 } confusion && confusion.IndexOf('>', StringComparison.Ordinal) is >= 0 and var at)
        {
            var with = new HashSet<int>();
            foreach (var system in board.Ranked)
            {
                if (!(await boards.ErrorsAsync(board, query.Options, system)).TryGet(out var errors, out error)) return error;
                with.UnionWith(errors.Of(confusion[..at], confusion[(at + 1)..]));
            }
            places = places.Where(with.Contains);
        }
        places = asked.Sort switch
        {
            "errors" => places.OrderByDescending(i => all.Sum(score => score.Utterances[i].Words.Errors)),
            "spread" => places.OrderByDescending(i => all.Max(score => score.Utterances[i].Words.Errors) - all.Min(score => score.Utterances[i].Words.Errors)),
            _ => places,
        };
        var found = places.ToList();
        var shown = found.Skip(asked.Offset).Take(asked.Limit).Select(i => board.Common[i]).ToList();
        if (!(await outputs.WordsAsync([.. shown.SelectMany(item => board.Ranked.Select(system => board.Systems[system].Outputs[item.Id].Id))])).TryGet(out var times, out error)) return error;
        var views = new List<UtteranceView>();
        foreach (var item in shown)
        {
            if (!View(board, query.Options, item, times).TryGet(out var view, out error)) return error;
            views.Add(view);
        }
        return new UtterancePage(found.Count, asked.Offset, [.. board.Ranked.Select(place => new UtteranceSystem(board.Systems[place].Id, board.Systems[place].Title, board.Systems[place].Colour))], views);
    }

    private static bool Holds(Board board, BoardItem item, string search) => item.Key.Contains(search, StringComparison.OrdinalIgnoreCase) || item.Reference.Contains(search, StringComparison.OrdinalIgnoreCase)
        || board.Ranked.Any(system => board.Systems[system].Hypothesis(item.Id)!.Contains(search, StringComparison.OrdinalIgnoreCase));

    private static Result<WordAlignment> Align(Board board, ScoringOptions options, BoardItem item, int system) =>
        CorpusScoring.Align(new(item.Id, item.Reference, board.Systems[system].Hypothesis(item.Id)!), options);

    private static Result<UtteranceView> View(Board board, ScoringOptions options, BoardItem item, IReadOnlyDictionary<string, string> times)
    {
        var alignments = new List<WordAlignment>();
        foreach (var system in board.Ranked)
        {
            if (!Align(board, options, item, system).TryGet(out var alignment, out var error)) return error;
            alignments.Add(alignment);
        }
        // Before each reference word, and after the last, as many columns as the system with most insertions there needs.
        var words = alignments.Count == 0 ? [] : alignments[0].Tokens.Select(token => token.Reference).OfType<string>().ToList();
        var inserted = new int[words.Count + 1];
        foreach (var runs in alignments.Select(alignment => Insertions(alignment, words.Count)))
            for (var place = 0; place < inserted.Length; place++) inserted[place] = Math.Max(inserted[place], runs[place]);
        var reference = new List<string?>();
        for (var place = 0; place < inserted.Length; place++)
        {
            reference.AddRange(Enumerable.Repeat((string?)null, inserted[place]));
            if (place < words.Count) reference.Add(words[place]);
        }
        return new UtteranceView(
            item.Id, board.Datasets.First(dataset => dataset.Id == item.Dataset).Name, item.Key, item.Speaker, item.HasAudio, item.Seconds, item.Reference, reference,
            [.. board.Ranked.Select((system, i) => Line(board.Systems[system], item, alignments[i], inserted, times))]);
    }

    private static int[] Insertions(WordAlignment alignment, int words)
    {
        var (counts, place) = (new int[words + 1], 0);
        foreach (var token in alignment.Tokens)
        {
            if (token.Operation is EditOperation.Insertion) counts[Math.Min(place, words)]++;
            else place++;
        }
        return counts;
    }

    private static UtteranceLine Line(BoardSystem system, BoardItem item, WordAlignment alignment, int[] inserted, IReadOnlyDictionary<string, string> wordTimes)
    {
        var times = Times(wordTimes.GetValueOrDefault(system.Outputs[item.Id].Id), alignment.Counts.HypothesisLength);
        var (cells, at, word) = (new List<UtteranceCell>(), 0, 0);
        for (var place = 0; place < inserted.Length; place++)
        {
            var used = 0;
            for (; at < alignment.Tokens.Count && alignment.Tokens[at].Operation is EditOperation.Insertion; at++, used++) cells.Add(Cell(alignment.Tokens[at]));
            cells.AddRange(Enumerable.Repeat(new UtteranceCell(null, null, null, null), inserted[place] - used));
            if (place < inserted.Length - 1) cells.Add(Cell(alignment.Tokens[at++]));
        }
        return new(alignment.Counts.Errors, alignment.Counts.ReferenceLength, system.Hypothesis(item.Id)!, cells);

        UtteranceCell Cell(AlignedToken token)
        {
            var time = token.Hypothesis is null || times is null ? null : times[word++];
            return new(token.Operation, token.Hypothesis, time?.Start, time?.End);
        }
    }

    private sealed record WordTime(string? Text, double? Start, double? End);

    /// <summary>Times of the words, where there are as many as the normalised transcript has words: else it is not known which belongs to which.</summary>
    private static WordTime[]? Times(string? json, int words)
    {
        if (json is null) return null;
        var times = JsonSerializer.Deserialize<WordTime[]>(json, JsonSerializerOptions.Web)!;
        return times.Length == words ? times : null;
    }
}
