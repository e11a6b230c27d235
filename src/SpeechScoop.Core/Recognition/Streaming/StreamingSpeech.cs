namespace SpeechScoop.Recognition;

/// <summary>Where the speech of a recording begins and ends, and who says so.</summary>
/// <param name="Start">Of the first speech, in seconds.</param>
/// <param name="End">Of the last speech, in seconds, ≥ <paramref name="Start"/>.</param>
/// <param name="By">Name and version of what determined it: a voice activity detector such as <c>energy-1</c>, or <see cref="ByReference"/>.</param>
public sealed record StreamingSpeech(double Start, double End, string By)
{
    /// <summary>From the times of the reference's first and last word.</summary>
    public const string ByReference = "reference-words";
}
