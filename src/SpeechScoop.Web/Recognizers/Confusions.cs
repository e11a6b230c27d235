using SpeechScoop.Recognition;

namespace SpeechScoop.Web.Recognizers;

/// <summary>What a system most often took for what.</summary>
internal sealed record ConfusionsView(string System, IReadOnlyList<Confusion> Substitutions, IReadOnlyList<Confusion> Deletions, IReadOnlyList<Confusion> Insertions);

/// <param name="Reference">Empty for an insertion.</param>
/// <param name="Hypothesis">Empty for a deletion.</param>
internal readonly record struct Confusion(string Reference, string Hypothesis, int Count);

/// <summary>Counts confusions over a board's common items.</summary>
internal static class Confusions
{
    /// <returns><see cref="Error.NotFound"/> for a system that is not ranked.</returns>
    public static Result<ConfusionsView> Of(Board board, ScoringOptions options, string system, int limit)
    {
        if (board.Ranked.Where(place => board.Systems[place].Id == system).Select(place => (int?)place).FirstOrDefault() is not { } ranked)
            return new Error.NotFound("system-not-ranked", $"{system} is not ranked on this board. Choose one of {string.Join(", ", board.Ranked.Select(place => board.Systems[place].Id))}.");
        var counts = new Dictionary<(EditOperation, string, string), int>();
        foreach (var utterance in board.Utterances(ranked))
        {
            if (!CorpusScoring.Align(utterance, options).TryGet(out var alignment, out var error)) return error;
            foreach (var token in alignment.Tokens.Where(token => token.Operation is not EditOperation.Correct))
            {
                var key = (token.Operation, token.Reference ?? "", token.Hypothesis ?? "");
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }
        return new ConfusionsView(system, Most(EditOperation.Substitution), Most(EditOperation.Deletion), Most(EditOperation.Insertion));

        Confusion[] Most(EditOperation operation) => [.. counts.Where(pair => pair.Key.Item1 == operation).OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key.Item2, StringComparer.Ordinal).ThenBy(pair => pair.Key.Item3, StringComparer.Ordinal).Take(limit).Select(pair => new Confusion(pair.Key.Item2, pair.Key.Item3, pair.Value))];
    }
}
