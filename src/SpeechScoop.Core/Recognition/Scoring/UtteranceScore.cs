namespace SpeechScoop.Recognition;

/// <summary>One utterance to score.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Reference">What was said, as delivered.</param>
/// <param name="Hypothesis">What was recognized, as delivered.</param>
/// <param name="Cluster">What it belongs to, speaker or recording: such utterances go wrong together. Null: it stands for itself.</param>
public readonly record struct Utterance(string Id, string Reference, string Hypothesis, string? Cluster = null);

/// <summary>One utterance's errors.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Cluster">Speaker or recording.</param>
/// <param name="Words">Counts of words.</param>
/// <param name="Characters">Counts of characters; zeros where not asked for.</param>
public readonly record struct UtteranceScore(string Id, string? Cluster, ErrorCounts Words, ErrorCounts Characters);
