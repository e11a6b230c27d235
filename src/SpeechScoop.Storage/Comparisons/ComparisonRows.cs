using SpeechScoop.Comparisons;

namespace SpeechScoop.Storage.Comparisons;

/// <summary>Everything stored about systems of one kind that a comparison may use. Trials whose labels are still hidden are left out.</summary>
/// <param name="Outputs">Outputs of systems, references and anchors.</param>
/// <param name="Ratings">Ratings of these outputs, oldest first.</param>
/// <param name="Measurements">Error counts of these outputs, oldest first.</param>
/// <param name="HiddenRatings">How many ratings wait for their trial's labels to be revealed.</param>
/// <param name="Titles">Titles of the systems by id, as they were last used here.</param>
public sealed record ComparisonRows(
    IReadOnlyList<ComparedOutput> Outputs, IReadOnlyList<ComparedRating> Ratings, IReadOnlyList<ComparedMeasurement> Measurements,
    int HiddenRatings, IReadOnlyDictionary<string, string> Titles);
