namespace SpeechScoop.TokenizerLab;

/// <summary>Tokens of one reconstruction.</summary>
/// <param name="Condition">The condition's id.</param>
/// <param name="Domain">What the original is of.</param>
/// <param name="Codes">One list of codes a codebook.</param>
/// <param name="CodebookSize">Entries of each codebook.</param>
/// <param name="Seconds">Length of the audio.</param>
public sealed record ClipTokens(string Condition, string Domain, IReadOnlyList<int[]> Codes, int CodebookSize, double Seconds);

/// <summary>How a condition's codebooks are used in one domain: a codebook that only speech fills says that the tokenizer knows little else.</summary>
/// <param name="Condition">The condition's id.</param>
/// <param name="Domain">Null for all domains together.</param>
/// <param name="Clips">Clips counted.</param>
/// <param name="Statistics">Utilisation, entropy, perplexity, repeats by codebook.</param>
public sealed record CodebookUse(string Condition, string? Domain, int Clips, TokenStatistics Statistics)
{
    /// <summary>Counts tokens by condition, over all clips where there are several domains, then over each domain.</summary>
    /// <returns><c>tokens-damaged</c> where clips of one condition do not have the same codebooks.</returns>
    public static Result<IReadOnlyList<CodebookUse>> Of(IReadOnlyList<ClipTokens> clips)
    {
        ArgumentNullException.ThrowIfNull(clips);
        var uses = new List<CodebookUse>();
        foreach (var condition in clips.GroupBy(clip => clip.Condition))
        {
            string[] domains = [.. condition.Select(clip => clip.Domain).Distinct()];
            string?[] panels = [.. domains.Length > 1 ? new string?[] { null } : [], .. domains];
            foreach (var domain in panels)
            {
                ClipTokens[] inside = [.. condition.Where(clip => domain is null || clip.Domain == domain)];
                var counter = new TokenCounter(inside[0].Codes.Count, inside[0].CodebookSize);
                foreach (var clip in inside)
                    if (counter.Add(clip.Codes, clip.Seconds) is { } damaged) return damaged;
                if (!counter.Statistics().TryGet(out var statistics, out var error)) return error;
                uses.Add(new(condition.Key, domain, inside.Length, statistics));
            }
        }
        return uses;
    }
}
