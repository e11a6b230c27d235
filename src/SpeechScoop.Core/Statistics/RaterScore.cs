namespace SpeechScoop.Statistics;

/// <summary>One rater's score of one item: a row of agreement statistics.</summary>
/// <param name="Rater">Who.</param>
/// <param name="Item">What: whatever was scored by several raters, such as a stimulus on a scale.</param>
/// <param name="Value">Finite.</param>
public readonly record struct RaterScore(string Rater, string Item, double Value);
