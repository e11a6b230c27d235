namespace SpeechScoop.Recognition;

/// <summary>One result of a streaming recognizer, as it arrived.</summary>
/// <param name="At">Seconds since the first sample was spoken, on the clock of the audio.</param>
/// <param name="Text">All words of the segment so far, final and not.</param>
/// <param name="IsFinal">Whether the recognizer said that nothing of it will change.</param>
/// <param name="Segment">Which stretch of speech it is about; results of one do not change others.</param>
public readonly record struct PartialResult(double At, string Text, bool IsFinal, int Segment = 0);
