using SpeechScoop.Storage.Ratings;

namespace SpeechScoop.Web.Ratings;

/// <summary>A rating as pages see it.</summary>
/// <param name="Stimulus">Label of the stimulus rated.</param>
/// <param name="Other">Label of the stimulus it is compared with; preferences only.</param>
/// <param name="Blind">Whether the labels were hidden when it was given; only such ratings count in blind comparisons.</param>
internal sealed record RatingView(
    string Id, string Trial, string Stimulus, string Scale, int Value, string? Other, string Listener, string Session, bool Blind, DateTimeOffset CreatedAt)
{
    /// <param name="labels">Labels of the trial's outputs, by output id.</param>
    public static RatingView Of(Rating rating, IReadOnlyDictionary<string, string> labels) => new(
        rating.Id, rating.TrialId, labels[rating.OutputId], rating.Scale, rating.Value,
        rating.OtherOutputId is { } other ? labels[other] : null, rating.Listener, rating.Session, rating.Blind, rating.CreatedAt);
}
