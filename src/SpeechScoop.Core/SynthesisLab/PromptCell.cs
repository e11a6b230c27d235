namespace SpeechScoop.SynthesisLab;

/// <summary>A prompt under a condition, in a few numbers.</summary>
/// <param name="Prompt">Key.</param>
/// <param name="Condition">Id.</param>
/// <param name="Takes">Takes, ≥ 1.</param>
/// <param name="Failed">Takes with a failure.</param>
/// <param name="Failures">Kinds of failure that occur, the most frequent first.</param>
/// <param name="Best">Id of the best take's output; null where no take has a clip.</param>
/// <param name="Typical">Id of the median take's output; the better of the two in the middle.</param>
/// <param name="Worst">Id of the worst take's output that has a clip.</param>
/// <param name="BestValue">The ranking metric's value of the best take.</param>
/// <param name="TypicalValue">Of the typical take.</param>
/// <param name="WorstValue">Of the worst take.</param>
public sealed record PromptCell(
    string Prompt, string Condition, int Takes, int Failed, IReadOnlyList<string> Failures, string? Best, string? Typical, string? Worst,
    double? BestValue, double? TypicalValue, double? WorstValue)
{
    /// <summary>The cell of each prompt and condition that has takes.</summary>
    public static IReadOnlyList<PromptCell> Of(IReadOnlyCollection<SynthesisTake> takes, TakeRanking ranking)
    {
        ArgumentNullException.ThrowIfNull(takes);
        ArgumentNullException.ThrowIfNull(ranking);
        return [.. takes.GroupBy(take => (take.Prompt, take.Condition)).Select(cell => Of(cell.Key.Prompt, cell.Key.Condition, ranking.Order(cell), ranking.Metric))];
    }

    private static PromptCell Of(string prompt, string condition, SynthesisTake[] ordered, string? metric)
    {
        SynthesisTake[] heard = [.. ordered.Where(take => take.ClipSha256 is not null)];
        var (best, typical, worst) = heard.Length == 0 ? (null, null, null) : (heard[0], heard[(heard.Length - 1) / 2], heard[^1]);
        return new(
            prompt, condition, ordered.Length, ordered.Count(take => !take.Passes),
            FailureSummary.MostFrequent(ordered),
            best?.Id, typical?.Id, worst?.Id, Value(best), Value(typical), Value(worst));

        double? Value(SynthesisTake? take) => metric is not null && take is not null && take.Measurements.TryGetValue(metric, out var value) ? value : null;
    }
}
