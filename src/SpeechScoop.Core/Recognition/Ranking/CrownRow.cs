using SpeechScoop.Statistics;

namespace SpeechScoop.Recognition;

/// <summary>One system on one slice.</summary>
/// <param name="Rate">Errors / reference words, pooled.</param>
/// <param name="Interval">By bootstrap over clusters; null for a single one.</param>
/// <param name="IsKing">Whether it has the lowest rate, alone or with others.</param>
/// <param name="P">Of the paired bootstrap against the king, corrected by Holm over the slice's rivals; null for the king, and where there is a single cluster.</param>
/// <param name="IsTied">Whether it cannot be told from the king at 5 %: its rank is then no finding.</param>
public readonly record struct CrownCell(double Rate, Interval? Interval, bool IsKing, double? P, bool IsTied);

/// <summary>Who is best on one slice, and who cannot be told from the best.</summary>
/// <param name="Slice">Its name.</param>
/// <param name="Utterances">Utterances that all systems have.</param>
/// <param name="Words">Reference words of them.</param>
/// <param name="Cells">One for each system, in their order.</param>
public sealed record CrownRow(string Slice, int Utterances, int Words, IReadOnlyList<CrownCell> Cells)
{
    /// <summary>Compares all systems on one slice.</summary>
    /// <param name="scores">Of each system: the same utterances in the same order.</param>
    /// <param name="resamples">Of each bootstrap.</param>
    /// <returns>Null for no systems, or no reference words.</returns>
    public static CrownRow? Of(string slice, IReadOnlyList<IReadOnlyList<UtteranceScore>> scores, int resamples = PairedDifference.UsualResamples)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.Count == 0) return null;
        int[][] clusters = [.. Clusters(scores[0])];
        var sums = scores.Select(system => Array.ConvertAll(clusters, cluster => cluster.Aggregate(default(ErrorCounts), (sum, i) => sum + system[i].Words))).ToArray();
        ErrorCounts[] totals = [.. sums.Select(system => system.Aggregate(default(ErrorCounts), (sum, cluster) => sum + cluster))];
        if (totals.Any(total => total.ReferenceLength == 0)) return null;
        // Of its own words: alternations may be read in another way for each system.
        double[] rates = [.. totals.Select(total => total.Rate!.Value)];
        var king = Array.IndexOf(rates, rates.Min());
        var differences = sums.Select(system => PairedDifference.Of(
            [.. sums[king].Zip(system, (best, other) => new PairedErrors(best.Errors, best.ReferenceLength, other.Errors, other.ReferenceLength))], resamples)!).ToArray();
        int[] rivals = [.. Enumerable.Range(0, scores.Count).Where(system => system != king && differences[system].P is not null)];
        var corrected = HolmCorrection.Of([.. rivals.Select(rival => differences[rival].P!.Value)]);
        return new(slice, scores[0].Count, totals[king].ReferenceLength, [.. Enumerable.Range(0, scores.Count).Select(system =>
        {
            var place = Array.IndexOf(rivals, system);
            double? p = place < 0 ? null : corrected[place];
            return new CrownCell(rates[system], differences[system].SecondInterval, rates[system] == rates[king], p, system != king && p is null or > 0.05);
        })]);
    }

    private static IEnumerable<int[]> Clusters(IReadOnlyList<UtteranceScore> utterances) => utterances
        .Select((utterance, i) => (Key: utterance.Cluster is { } cluster ? "c:" + cluster : "u:" + utterance.Id, i))
        .GroupBy(each => each.Key, StringComparer.Ordinal).Select(group => group.Select(each => each.i).ToArray());
}
