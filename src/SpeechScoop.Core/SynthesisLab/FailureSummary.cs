namespace SpeechScoop.SynthesisLab;

/// <summary>How often a condition's takes fail, and in which ways.</summary>
/// <param name="Condition">Id.</param>
/// <param name="All">Takes with at least one failure of any kind.</param>
/// <param name="ByPrompt">The same rate with an interval that knows that takes of a prompt belong together.</param>
/// <param name="Kinds">Each kind that occurs anywhere in the run, the most frequent first. A take may fail in several ways.</param>
public sealed record FailureSummary(string Condition, FailureRate All, PromptEstimate ByPrompt, IReadOnlyList<KindOfFailure> Kinds)
{
    /// <summary>Summarises each condition that has takes.</summary>
    public static IReadOnlyList<FailureSummary> Of(IReadOnlyCollection<SynthesisTake> takes)
    {
        ArgumentNullException.ThrowIfNull(takes);
        var kinds = MostFrequent(takes);
        return [.. takes.GroupBy(take => take.Condition).Select(condition => new FailureSummary(
            condition.Key,
            Rate(condition, take => take.Passes),
            PromptEstimate.Pooled([.. PromptsOf(condition, take => take.Passes).Select(prompt => ((double)(prompt.Takes - prompt.Passed) / prompt.Takes, prompt.Takes))], rate => rate)!,
            [.. kinds.Select(kind => new KindOfFailure(kind, Rate(condition, take => !take.Failures.Contains(kind))))]))];
    }

    /// <summary>Kinds of failure that occur, the most frequent first.</summary>
    internal static IReadOnlyList<string> MostFrequent(IEnumerable<SynthesisTake> takes) => [.. takes.SelectMany(take => take.Failures.Distinct())
        .CountBy(kind => kind).OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => kind.Key)];

    /// <summary>How many takes each prompt has, and how many of them pass.</summary>
    internal static IReadOnlyList<PromptTakes> PromptsOf(IEnumerable<SynthesisTake> takes, Func<SynthesisTake, bool> passes) =>
        [.. takes.GroupBy(take => take.Prompt).Select(prompt => new PromptTakes(prompt.Count(), prompt.Count(passes)))];

    private static FailureRate Rate(IEnumerable<SynthesisTake> takes, Func<SynthesisTake, bool> passes) => TakeReliability.Failures(PromptsOf(takes, passes))!;
}

/// <summary>How often one kind of failure occurs.</summary>
/// <param name="Kind">Id.</param>
/// <param name="Rate">Of all takes of the condition.</param>
public sealed record KindOfFailure(string Kind, FailureRate Rate);
