namespace SpeechScoop.Recognition;

/// <summary>One stretch of speech of one speaker, as STM and SegLST files hold it.</summary>
/// <param name="Speaker">A name that holds within the recording; reference and hypothesis name speakers independently.</param>
/// <param name="Text">What is said.</param>
/// <param name="Start">In seconds.</param>
/// <param name="End">In seconds, ≥ <paramref name="Start"/>.</param>
public readonly record struct SpokenSegment(string Speaker, string Text, double Start, double End);

/// <summary>Errors with speakers matched so that there are fewest.</summary>
/// <param name="Counts">Over all pairs of speakers, and those left over.</param>
/// <param name="Assignment">Which speaker of the hypothesis stands for which of the reference; null for none.</param>
public sealed record SpeakerScore(ErrorCounts Counts, IReadOnlyList<(string? Reference, string? Hypothesis)> Assignment);
