namespace SpeechScoop.Statistics;

/// <summary>How often one system was chosen over another: an entry of the matrix of win rates. Choices are counted, weights left aside.</summary>
/// <param name="A">The system that comes first in the order of systems.</param>
/// <param name="B">The other.</param>
/// <param name="WinsA">Choices of A.</param>
/// <param name="WinsB">Choices of B.</param>
/// <param name="Ties">Choices of neither.</param>
public sealed record PairCount(string A, string B, int WinsA, int WinsB, int Ties)
{
    /// <summary>Share of choices that A won, a tie counting as half.</summary>
    public double RateA => (WinsA + (0.5 * Ties)) / (WinsA + WinsB + Ties);

    internal static PairCount[] Matrix(IEnumerable<PairedChoice> choices, string[] systems, Dictionary<string, int> index) =>
        [.. choices
            .Select(choice => index[choice.First] < index[choice.Second]
                ? (A: index[choice.First], B: index[choice.Second], choice.Outcome)
                : (A: index[choice.Second], B: index[choice.First], Outcome: -choice.Outcome))
            .GroupBy(choice => (choice.A, choice.B))
            .OrderBy(pair => pair.Key)
            .Select(pair => new PairCount(systems[pair.Key.A], systems[pair.Key.B],
                pair.Count(choice => choice.Outcome > 0), pair.Count(choice => choice.Outcome < 0), pair.Count(choice => choice.Outcome == 0)))];
}
