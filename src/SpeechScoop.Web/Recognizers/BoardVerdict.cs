using SpeechScoop.Recognition;

namespace SpeechScoop.Web.Recognizers;

/// <summary>Who is king, of what, and how sure that is; systems by their places among the ranked ones.</summary>
/// <param name="King">The lowest word error rate over all common recordings.</param>
/// <param name="Tied">Who cannot be told from the king at 5 % (paired bootstrap, Holm over the king's rivals, as in the crown map).</param>
/// <param name="Behind">Who is worse than the king, by the same test.</param>
/// <param name="Leads">Slices that the king leads alone.</param>
/// <param name="Shares">Slices where the king is the best or cannot be told from it, and others are with it.</param>
/// <param name="Loses">Slices where another is better than the king.</param>
/// <param name="Share">Of random weightings of the slices, how many crown the king; null for a single slice.</param>
/// <param name="AveragesAgree">Whether mean rate, mean rank and relative rate name the same king; null for a single slice.</param>
/// <param name="MoreSeconds">Speech still missing to tell the king from the closest of the tied, where both are known.</param>
internal sealed record BoardVerdict(
    int King, IReadOnlyList<int> Tied, IReadOnlyList<int> Behind, IReadOnlyList<string> Leads, IReadOnlyList<string> Shares, IReadOnlyList<string> Loses, double? Share, bool? AveragesAgree, double? MoreSeconds)
{
    /// <summary>The verdict; null where nothing is compared.</summary>
    /// <param name="overall">All common recordings as one slice.</param>
    public static BoardVerdict? Of(CrownRow? overall, IReadOnlyList<CrownRow> map, BoardRanking? ranking, IReadOnlyList<PairRow> pairs)
    {
        if (overall is null) return null;
        var places = Enumerable.Range(0, overall.Cells.Count).ToList();
        var king = places.First(place => overall.Cells[place].IsKing);
        List<int> tied = [.. places.Where(place => place != king && (overall.Cells[place].IsKing || overall.Cells[place].IsTied))];
        var slices = map.Count < 2 ? [] : map.Select(row => (row.Slice, Leads: row.Cells[king].IsKing || row.Cells[king].IsTied, Alone: row.Cells.Count(cell => cell.IsKing || cell.IsTied) == 1)).ToList();
        return new(
            king, tied, [.. places.Where(place => place != king && !tied.Contains(place))],
            [.. slices.Where(slice => slice is { Leads: true, Alone: true }).Select(slice => slice.Slice)], [.. slices.Where(slice => slice is { Leads: true, Alone: false }).Select(slice => slice.Slice)],
            [.. slices.Where(slice => !slice.Leads).Select(slice => slice.Slice)], map.Count < 2 ? null : ranking?.Crowns.Shares[king], map.Count < 2 ? null : ranking?.Averages.Agree,
            tied.Count == 0 ? null : pairs.FirstOrDefault(pair => Math.Min(pair.First, pair.Second) == Math.Min(king, tied[0]) && Math.Max(pair.First, pair.Second) == Math.Max(king, tied[0]))?.MoreSeconds is > 0 and var more ? more : null);
    }
}
