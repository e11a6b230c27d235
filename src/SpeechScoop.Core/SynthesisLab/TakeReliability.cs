using SpeechScoop.Statistics;

namespace SpeechScoop.SynthesisLab;

/// <summary>How likely a synthesizer is to succeed, from takes that passed or failed.</summary>
public static class TakeReliability
{
    /// <summary>
    /// pass@k: how likely it is that at least one of k fresh takes passes, mean over prompts of 1 − C(n − c, k) / C(n, k) with c of n takes passed.
    /// Unbiased (Chen et al., "Evaluating large language models trained on code", 2021).
    /// </summary>
    /// <param name="prompts">Prompts with fewer than <paramref name="k"/> takes are left out.</param>
    /// <param name="k">Takes drawn, ≥ 1.</param>
    /// <returns>The mean, with an interval over prompts; null where no prompt has k takes.</returns>
    public static ClusterEstimate? PassAtK(IEnumerable<PromptTakes> prompts, int k) => OverPrompts(prompts, k, prompt => 1 - Drawn(prompt.Takes - prompt.Passed, prompt.Takes, k));

    /// <summary>all-pass^k: how likely it is that all of k fresh takes pass, mean over prompts of C(c, k) / C(n, k) (Yao et al., "τ-bench", 2024).</summary>
    /// <inheritdoc cref="PassAtK"/>
    public static ClusterEstimate? AllPassK(IEnumerable<PromptTakes> prompts, int k) => OverPrompts(prompts, k, prompt => Drawn(prompt.Passed, prompt.Takes, k));

    /// <summary>Failed takes among all takes. The interval (Wilson) takes failures as independent of the prompt; where some prompts always fail, it is too narrow.</summary>
    /// <returns>Null without takes.</returns>
    public static FailureRate? Failures(IEnumerable<PromptTakes> prompts, double level = Interval.UsualLevel)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        var (takes, failed) = (0, 0);
        foreach (var prompt in prompts)
        {
            Require(prompt);
            takes += prompt.Takes;
            failed += prompt.Takes - prompt.Passed;
        }
        return Proportion.WilsonInterval(failed, takes, level) is { } interval ? new((double)failed / takes, interval, failed, takes) : null;
    }

    private static ClusterEstimate? OverPrompts(IEnumerable<PromptTakes> prompts, int k, Func<PromptTakes, double> of)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        var values = new List<double>();
        foreach (var prompt in prompts)
        {
            Require(prompt);
            if (prompt.Takes >= k) values.Add(of(prompt));
        }
        return ClusterBootstrap.ByListener([.. Enumerable.Range(0, values.Count)], values);
    }

    /// <summary>How likely k takes drawn without replacement are all among the <paramref name="marked"/> of n: C(marked, k) / C(n, k).</summary>
    private static double Drawn(int marked, int n, int k)
    {
        var share = 1.0;
        for (var i = 0; i < k && share > 0; i++) share *= (double)(marked - i) / (n - i);
        return share;
    }

    private static void Require(PromptTakes prompt)
    {
        if (prompt.Takes < 1 || prompt.Passed < 0 || prompt.Passed > prompt.Takes)
            throw new ArgumentException($"{prompt.Passed} of {prompt.Takes} takes cannot have passed.", nameof(prompt));
    }
}

/// <summary>A share of takes that failed.</summary>
/// <param name="Rate">0..1.</param>
/// <param name="Interval">Wilson's.</param>
/// <param name="Failed">Takes that failed.</param>
/// <param name="Takes">All takes, ≥ 1.</param>
public sealed record FailureRate(double Rate, Interval Interval, int Failed, int Takes);
