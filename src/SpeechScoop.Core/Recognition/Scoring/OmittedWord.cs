namespace SpeechScoop.Recognition;

/// <summary>An optional word of a reference that the hypothesis lacks: it counts as correct.</summary>
/// <param name="Word">The word.</param>
/// <param name="Before">How many words of the chosen reading, omitted ones not counted, stand before it.</param>
internal readonly record struct OmittedWord(string Word, int Before);
