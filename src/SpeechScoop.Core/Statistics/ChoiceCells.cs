namespace SpeechScoop.Statistics;

/// <summary>Choices by listener, added up in cells: ordered pair of systems × outcome.</summary>
internal sealed class ChoiceCells
{
    /// <summary>Cells of a pair: the first won, the second won, neither did.</summary>
    public const int Outcomes = 3;

    private readonly (int Cell, double Weight)[][] byListener;

    private ChoiceCells((int First, int Second)[] pairs, (int Cell, double Weight)[][] byListener) => (Pairs, this.byListener) = (pairs, byListener);

    /// <summary>The ordered pairs that occur: index of the system presented first, of the second.</summary>
    public (int First, int Second)[] Pairs { get; }

    public int Listeners => byListener.Length;

    public static ChoiceCells Of(IReadOnlyList<PairedChoice> choices, Dictionary<string, int> index)
    {
        (int, int) Pair(PairedChoice choice) => (index[choice.First], index[choice.Second]);
        (int, int)[] pairs = [.. choices.Select(Pair).Distinct().Order()];
        var place = pairs.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        int Cell(PairedChoice choice) => (Outcomes * place[Pair(choice)]) + (choice.Outcome > 0 ? 0 : choice.Outcome < 0 ? 1 : 2);
        return new(pairs, [.. choices.GroupBy(choice => choice.Listener).Select(listener =>
            listener.GroupBy(Cell).Select(cell => (cell.Key, cell.Sum(choice => choice.Weight))).ToArray())]);
    }

    /// <summary>All listeners.</summary>
    public double[] Total()
    {
        var cells = new double[Outcomes * Pairs.Length];
        foreach (var listener in byListener) Add(cells, listener);
        return cells;
    }

    /// <summary>As many listeners, drawn with replacement.</summary>
    public double[] Draw(SeededRandom random)
    {
        var cells = new double[Outcomes * Pairs.Length];
        for (var draw = 0; draw < Listeners; draw++) Add(cells, byListener[random.Next(Listeners)]);
        return cells;
    }

    private static void Add(double[] cells, (int Cell, double Weight)[] listener)
    {
        foreach (var (cell, weight) in listener) cells[cell] += weight;
    }
}
