namespace SpeechScoop.ListeningTests;

/// <summary>A word of a scale and the values that it covers, both ends included.</summary>
public sealed record ScaleLabel(int From, int To, string Text);
