namespace SpeechScoop.Statistics;

/// <summary>A system's strength and rank.</summary>
/// <param name="System">Which.</param>
/// <param name="Strength">Log scale: the odds of winning against another are e^(difference). Strengths of all systems have mean 0.</param>
/// <param name="Interval">Null for one listener, and where no intervals were asked for.</param>
/// <param name="Rank">1 + the systems whose interval lies wholly above this one's; by strength alone where there are no intervals.</param>
/// <param name="WorstRank">All systems − those whose interval lies wholly below this one's: ranks from <paramref name="Rank"/> to this are possible.</param>
/// <param name="Choices">Choices that the system took part in.</param>
public sealed record SystemStrength(string System, double Strength, Interval? Interval, int Rank, int WorstRank, int Choices)
{
    /// <summary>On the Elo-like scale: 1000 + 400 · strength / ln 10.</summary>
    public double Points => ToPoints(Strength);

    /// <summary>The interval on the Elo-like scale.</summary>
    public Interval? PointsInterval => Interval is { } interval ? new(ToPoints(interval.Low), ToPoints(interval.High)) : null;

    internal static SystemStrength[] Ranked(
        string[] systems, double[] estimate, IReadOnlyList<double[]> draws, double level, IReadOnlyList<PairCount> pairs)
    {
        var mean = estimate[..systems.Length].Average();
        double[] strengths = [.. systems.Select((_, i) => estimate[i] - mean)];
        Interval?[] intervals = [.. systems.Select((_, i) => BradleyTerry.Percentiles(draws, draw => draw[i] - draw.AsSpan(0, systems.Length).Mean(), level))];
        double Low(int i) => intervals[i]?.Low ?? strengths[i];
        double High(int i) => intervals[i]?.High ?? strengths[i];
        return [.. systems.Select((system, i) => new SystemStrength(system, strengths[i], intervals[i],
            1 + systems.Index().Count(other => Low(other.Index) > High(i)), systems.Length - systems.Index().Count(other => High(other.Index) < Low(i)),
            pairs.Where(pair => pair.A == system || pair.B == system).Sum(pair => pair.WinsA + pair.WinsB + pair.Ties)))];
    }

    private static double ToPoints(double strength) => BradleyTerry.MeanPoints + (BradleyTerry.PointsPerDecade * strength / Math.Log(10));
}

/// <summary>Means without allocation.</summary>
internal static class Spans
{
    public static double Mean(this Span<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }
}
