namespace SpeechScoop.SynthesisLab;

/// <summary>How success grows with attempts, for one condition.</summary>
/// <param name="Condition">Id.</param>
/// <param name="Points">For k = 1 up to the fewest takes that any prompt has.</param>
public sealed record SuccessCurve(string Condition, IReadOnlyList<SuccessPoint> Points)
{
    /// <summary>The curve of each condition that has takes.</summary>
    public static IReadOnlyList<SuccessCurve> Of(IReadOnlyCollection<SynthesisTake> takes)
    {
        ArgumentNullException.ThrowIfNull(takes);
        return [.. takes.GroupBy(take => take.Condition).Select(condition => Of(condition.Key, FailureSummary.PromptsOf(condition, take => take.Passes)))];
    }

    private static SuccessCurve Of(string condition, IReadOnlyList<PromptTakes> prompts) => new(condition, [.. Enumerable.Range(1, prompts.Min(prompt => prompt.Takes)).Select(k =>
        new SuccessPoint(k, PromptEstimate.Of(TakeReliability.PassAtK(prompts, k))!, PromptEstimate.Of(TakeReliability.AllPassK(prompts, k))!))]);
}

/// <summary>A point of the curve.</summary>
/// <param name="K">Attempts.</param>
/// <param name="AnyPasses">pass@k: the chance that at least one of k takes passes, mean over prompts.</param>
/// <param name="AllPass">all-pass^k: the chance that all k takes pass.</param>
public sealed record SuccessPoint(int K, PromptEstimate AnyPasses, PromptEstimate AllPass);
