namespace SpeechScoop.Statistics;

/// <summary>Where a verifier that accepts scores from a threshold up errs equally often both ways.</summary>
/// <param name="Rate">Share of genuine scores refused = share of impostor scores accepted, 0..1; 0.5 is what chance gives.</param>
/// <param name="Threshold">The score at which it is so.</param>
/// <param name="Genuine">Genuine scores, ≥ 1.</param>
/// <param name="Impostor">Impostor scores, ≥ 1.</param>
public sealed record EqualErrorRate(double Rate, double Threshold, int Genuine, int Impostor)
{
    /// <summary>
    /// FRR(t) = P(genuine &lt; t), FAR(t) = P(impostor ≥ t), t over all scores that occur. Between the two neighbouring thresholds where FRR − FAR
    /// changes its sign, all three are taken as straight lines.
    /// </summary>
    /// <param name="genuine">Scores of pairs that belong together, such as cosines of two recordings of one speaker.</param>
    /// <param name="impostor">Scores of pairs that do not.</param>
    /// <returns><c>scores-missing</c> where a side has none, <c>scores-not-finite</c> where one is NaN or infinite.</returns>
    public static Result<EqualErrorRate> Of(IReadOnlyCollection<double> genuine, IReadOnlyCollection<double> impostor)
    {
        ArgumentNullException.ThrowIfNull(genuine);
        ArgumentNullException.ThrowIfNull(impostor);
        if (genuine.Count == 0 || impostor.Count == 0)
            return new Error.Invalid("scores-missing", $"An equal error rate needs scores of both kinds; there are {genuine.Count} genuine and {impostor.Count} impostor scores.");
        if (!genuine.All(double.IsFinite) || !impostor.All(double.IsFinite))
            return new Error.Invalid("scores-not-finite", "A score is NaN or infinite: an equal error rate needs finite scores. Look for silent or empty clips.");
        double[] same = [.. genuine.Order()], other = [.. impostor.Order()];
        double[] thresholds = [.. same.Concat(other).Distinct().Order()];

        // FRR − FAR never falls from threshold to threshold. At the lowest, nobody is refused; beyond the highest, everybody.
        var before = (Threshold: thresholds[0], Refused: 0.0, Accepted: 1.0);
        foreach (var threshold in thresholds.Append(double.BitIncrement(thresholds[^1])))
        {
            var after = (Threshold: threshold, Refused: Below(same, threshold), Accepted: 1 - Below(other, threshold));
            if (after.Refused >= after.Accepted) return Between(before, after, same.Length, other.Length);
            before = after;
        }
        throw new InvalidOperationException("Beyond the highest score, everybody is refused.");
    }

    private static EqualErrorRate Between(
        (double Threshold, double Refused, double Accepted) before, (double Threshold, double Refused, double Accepted) after, int genuine, int impostor)
    {
        var (low, high) = (before.Refused - before.Accepted, after.Refused - after.Accepted);
        var part = high > low ? -low / (high - low) : 1;
        return new(double.Lerp(before.Refused, after.Refused, part), double.Lerp(before.Threshold, after.Threshold, part), genuine, impostor);
    }

    /// <summary>Share of sorted values that lie below a threshold.</summary>
    private static double Below(double[] sorted, double threshold)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < threshold) low = middle + 1;
            else high = middle;
        }
        return (double)low / sorted.Length;
    }
}
