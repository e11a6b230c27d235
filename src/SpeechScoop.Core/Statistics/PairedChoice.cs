namespace SpeechScoop.Statistics;

/// <summary>One listener's choice between two systems.</summary>
/// <param name="Listener">Who: choices of one listener are drawn together by the bootstrap.</param>
/// <param name="First">The system presented first.</param>
/// <param name="Second">The system presented second; another than <paramref name="First"/>.</param>
/// <param name="Outcome">1: the first is better, −1: the second, 0: neither, as on the preference scale.</param>
/// <param name="Weight">How much it counts, > 0.</param>
public readonly record struct PairedChoice(string Listener, string First, string Second, double Outcome, double Weight = 1);
