using System.Text.Json.Serialization;

namespace SpeechScoop.ListeningTests;

/// <summary>What one session shows, page by page: decided once, from the test's and the session's seed, and stored.</summary>
/// <param name="Pages">In order; the finish page is not among them.</param>
public sealed record SessionPlan(IReadOnlyList<PlannedPage> Pages);

/// <summary>One page of a session.</summary>
/// <param name="Section">Index of the section in the definition.</param>
/// <param name="Trial">Id of the trial; null for pages that rate nothing.</param>
public sealed record PlannedPage(int Section, string? Trial = null)
{
    /// <summary>
    /// The stimuli to be rated in the order of their labels (A, B, C …, see <see cref="BlindLabels"/>), by id. For CCR, AB and arenas
    /// the first is presented first. BS.1116 labels them B and C, since A is the open reference. Empty for pages without a trial.
    /// </summary>
    public IReadOnlyList<string> Stimuli { get; init; } = [];

    /// <summary>ABX: the id of the stimulus that X is.</summary>
    public string? X { get; init; }

    /// <summary>Ids of the scales in the order in which they are asked (P.835 counterbalances SIG and BAK).</summary>
    public IReadOnlyList<string> Scales { get; init; } = [];

    /// <summary>Whether the trial came before and is repeated for consistency.</summary>
    public bool Repeat { get; init; }

    /// <summary>Whether it rates something.</summary>
    [JsonIgnore]
    public bool IsTrial => Trial is not null;
}
