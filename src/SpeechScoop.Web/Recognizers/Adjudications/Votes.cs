using SpeechScoop.Storage.Recognizers;

namespace SpeechScoop.Web.Recognizers.Adjudications;

/// <summary>How listeners, who did not know which reading was whose, judged a stretch of a reference.</summary>
/// <param name="Systems">Votes for what the systems heard.</param>
/// <param name="Reference">Votes for the reference.</param>
/// <param name="Neither">Neither, or it cannot be told.</param>
internal sealed record Votes(int Systems, int Reference, int Neither)
{
    /// <summary>Whether more than half of all votes are for what the systems heard: then it takes the reference's place.</summary>
    public bool Corrects => 2 * Systems > Systems + Reference + Neither;

    /// <summary>Counts the newest votes of each listener on one stretch and reading.</summary>
    public static Votes Of(IReadOnlyCollection<Adjudication> votes) => new(
        votes.Count(each => each.Choice is AdjudicationChoice.Systems), votes.Count(each => each.Choice is AdjudicationChoice.Reference), votes.Count(each => each.Choice is AdjudicationChoice.Neither));
}
