using SpeechScoop.Statistics;

namespace SpeechScoop.SynthesisLab;

/// <summary>Whether a cloned speaker is of the kind that the system was trained on.</summary>
public enum CloneDomain
{
    /// <summary>As in the training data: a demo's speakers.</summary>
    InDomain,

    /// <summary>Unlike the training data: another accent, age, microphone.</summary>
    OutOfDomain,
}

/// <summary>How alike a take is to the speaker that it should sound like.</summary>
/// <param name="Condition">Id.</param>
/// <param name="Prompt">Key.</param>
/// <param name="Domain">Of the speaker.</param>
/// <param name="Similarity">Mean cosine to recordings of that speaker, −1..1.</param>
public sealed record CloneSimilarity(string Condition, string Prompt, CloneDomain Domain, double Similarity);

/// <summary>How much less alike clones of unusual speakers are, for one condition.</summary>
/// <param name="Condition">Id.</param>
/// <param name="InDomain">Mean over prompts; null without such prompts.</param>
/// <param name="OutOfDomain">Mean over prompts; null without such prompts.</param>
/// <param name="Gap">In-domain less out-of-domain: above 0, unusual speakers are cloned worse. Prompts are drawn anew on both sides. Null where a side is missing.</param>
public sealed record CloneGap(string Condition, PromptEstimate? InDomain, PromptEstimate? OutOfDomain, PromptEstimate? Gap)
{
    /// <summary>The attribute of a prompt that says of which kind its speaker is: <c>in-domain</c> or <c>out-of-domain</c>.</summary>
    public const string Attribute = "clone";

    /// <summary>Reads <see cref="Attribute"/>; null where it is missing or another word.</summary>
    public static CloneDomain? DomainOf(IReadOnlyDictionary<string, string> attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return attributes.GetValueOrDefault(Attribute)?.Trim().ToLowerInvariant() switch
        {
            "in-domain" => CloneDomain.InDomain,
            "out-of-domain" => CloneDomain.OutOfDomain,
            _ => null,
        };
    }

    /// <summary>The gap of each condition.</summary>
    public static IReadOnlyList<CloneGap> Of(IReadOnlyCollection<CloneSimilarity> takes)
    {
        ArgumentNullException.ThrowIfNull(takes);
        return [.. takes.GroupBy(take => take.Condition).Select(condition =>
        {
            var (inside, outside) = (Prompts(condition, CloneDomain.InDomain), Prompts(condition, CloneDomain.OutOfDomain));
            return new CloneGap(condition.Key, PromptEstimate.Mean(inside), PromptEstimate.Mean(outside), Difference(inside, outside));
        })];
    }

    private static double[] Prompts(IEnumerable<CloneSimilarity> takes, CloneDomain domain) =>
        [.. takes.Where(take => take.Domain == domain).GroupBy(take => take.Prompt).Select(prompt => prompt.Average(take => take.Similarity))];

    private static PromptEstimate? Difference(double[] inside, double[] outside)
    {
        if (inside.Length == 0 || outside.Length == 0) return null;
        var value = inside.Average() - outside.Average();
        if (inside.Length == 1 || outside.Length == 1) return new(value, null, null, inside.Length + outside.Length);
        var random = new SeededRandom(ClusterBootstrap.UsualSeed);
        var drawn = new double[ClusterBootstrap.UsualResamples];
        for (var i = 0; i < drawn.Length; i++) drawn[i] = Drawn(inside, random) - Drawn(outside, random);
        Array.Sort(drawn);
        return new(value, Quantile.OfSorted(drawn, (1 - Interval.UsualLevel) / 2), Quantile.OfSorted(drawn, (1 + Interval.UsualLevel) / 2), inside.Length + outside.Length);
    }

    private static double Drawn(double[] values, SeededRandom random)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++) sum += values[random.Next(values.Length)];
        return sum / values.Length;
    }
}
