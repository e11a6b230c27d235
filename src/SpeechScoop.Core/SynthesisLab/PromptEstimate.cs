using SpeechScoop.Statistics;

namespace SpeechScoop.SynthesisLab;

/// <summary>A number with an interval that speaks about other prompts like these.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Lower end of the 95 % interval; null for one prompt, which says nothing about others.</param>
/// <param name="High">Upper end.</param>
/// <param name="Prompts">Prompts it rests on, ≥ 1.</param>
/// <remarks>Whole prompts are drawn anew, so that the takes of one prompt stay together (<see cref="ClusterBootstrap.ByListener"/>, expanded percentile interval).</remarks>
public sealed record PromptEstimate(double Value, double? Low, double? High, int Prompts)
{
    /// <summary>How the intervals are made, for pages and files.</summary>
    public static string Recipe { get; } =
        $"expanded percentile bootstrap over prompts;resamples={ClusterBootstrap.UsualResamples};seed={ClusterBootstrap.UsualSeed};level=0.95";

    /// <summary>Mean of one value for each prompt.</summary>
    /// <returns>Null for no prompts.</returns>
    public static PromptEstimate? Mean(IEnumerable<double> prompts) => Pooled([.. prompts.Select(value => (value, 1))], mean => mean);

    /// <summary>A growing function of the mean over all that prompts bring, such as a root of a mean square.</summary>
    /// <param name="prompts">A prompt's value and how often it counts, ≥ 0.</param>
    /// <param name="growing">Applied to the mean and to the ends of its interval.</param>
    /// <returns>Null where nothing counts.</returns>
    public static PromptEstimate? Pooled(IReadOnlyList<(double Value, int Count)> prompts, Func<double, double> growing)
    {
        ArgumentNullException.ThrowIfNull(growing);
        // Where all prompts count alike, counting each once gives the same and is faster.
        if (prompts.Count > 0 && prompts[0].Count > 1 && prompts.All(prompt => prompt.Count == prompts[0].Count)) prompts = [.. prompts.Select(prompt => (prompt.Value, 1))];
        var counted = prompts.SelectMany((prompt, index) => Enumerable.Repeat((index, prompt.Value), prompt.Count)).ToArray();
        return Of(ClusterBootstrap.ByListener([.. counted.Select(each => each.index)], [.. counted.Select(each => each.Value)])) is { } mean
            ? mean with { Value = growing(mean.Value), Low = mean.Low is { } low ? growing(low) : null, High = mean.High is { } high ? growing(high) : null }
            : null;
    }

    internal static PromptEstimate? Of(ClusterEstimate? estimate) =>
        estimate is null ? null : new(estimate.Mean, estimate.Interval?.Low, estimate.Interval?.High, estimate.Listeners);
}
