using SpeechScoop.Recognition;

namespace SpeechScoop.Web.Recognizers;

/// <summary>Every error of a system with the items it happened in: found by one pass over all alignments, so that nothing is aligned anew for a filter.</summary>
internal sealed class ErrorList
{
    private readonly Dictionary<(string Reference, string Hypothesis), List<int>> places = [];

    /// <summary>Errors in all.</summary>
    public int Count { get; private set; }

    /// <summary>What was taken for what, how often; an empty side is a deletion or an insertion.</summary>
    public IEnumerable<Confusion> Confusions => places.Select(pair => new Confusion(pair.Key.Reference, pair.Key.Hypothesis, pair.Value.Count));

    /// <summary>Places among the board's common items where this was taken for that; an item stands as often as it happened there.</summary>
    public IReadOnlyList<int> Of(string reference, string hypothesis) => places.GetValueOrDefault((reference, hypothesis)) ?? [];

    public static Result<ErrorList> Of(Board board, ScoringOptions options, int system)
    {
        var list = new ErrorList();
        for (var i = 0; i < board.Common.Count; i++)
        {
            if (!CorpusScoring.Align(board.Utterance(system, i), options).TryGet(out var alignment, out var error)) return error;
            foreach (var token in alignment.Tokens)
            {
                if (token.Operation is EditOperation.Correct) continue;
                var key = (token.Reference ?? "", token.Hypothesis ?? "");
                if (!list.places.TryGetValue(key, out var found)) list.places[key] = found = [];
                found.Add(i);
                list.Count++;
            }
        }
        return list;
    }
}
