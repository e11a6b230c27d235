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
    public static async Task<Result<ConfusionsView>> OfAsync(Boards boards, Board board, BoardQuery query, string system, int limit)
    {
        if (board.Ranked.Where(place => board.Systems[place].Id == system).Select(place => (int?)place).FirstOrDefault() is not { } ranked)
            return new Error.NotFound("system-not-ranked", $"{system} is not ranked on this board. Choose one of {string.Join(", ", board.Ranked.Select(place => board.Systems[place].Id))}.");
        if (!(await boards.ErrorsAsync(board, query.Options, ranked)).TryGet(out var errors, out var error)) return error;
        return new ConfusionsView(
            system, Most(each => each.Reference.Length > 0 && each.Hypothesis.Length > 0), Most(each => each.Hypothesis.Length == 0), Most(each => each.Reference.Length == 0));

        Confusion[] Most(Func<Confusion, bool> kind) => [.. errors.Confusions.Where(kind).OrderByDescending(each => each.Count)
            .ThenBy(each => each.Reference, StringComparer.Ordinal).ThenBy(each => each.Hypothesis, StringComparer.Ordinal).Take(limit)];
    }
}
