namespace SpeechScoop.SynthesisLab;

/// <summary>How many takes of one prompt were made, and how many of them came out without a failure.</summary>
/// <param name="Takes">≥ 1.</param>
/// <param name="Passed">0 .. <paramref name="Takes"/>.</param>
public readonly record struct PromptTakes(int Takes, int Passed);
