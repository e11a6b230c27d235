namespace SpeechScoop.Recognition;

/// <summary>One step of a text normaliser.</summary>
/// <param name="Description">What the rule does, exactly; part of the profile's hash.</param>
/// <param name="Apply">A pure function of the text.</param>
public sealed record TextRule(string Description, Func<string, string> Apply);
