namespace SpeechScoop.Recognition;

/// <summary>The measures of a log; what is missing has a reason.</summary>
/// <param name="Speech">The speech that times are counted from; null where it is not known.</param>
/// <param name="IsFlushed">
/// Whether the last final result came only because the audio ended: then the time to it tells when the sender stopped, not how soon the recognizer noticed that speech was over.
/// </param>
public sealed record StreamingLogScore(StreamingLog Log, StreamingScore Score, StreamingSpeech? Speech, bool IsFlushed)
{
    public const string NoSpeech = "where speech is in the recording is not known";
    public const string NoWords = "no words were recognized";
    public const string NoFinal = "the last words never became final";

    /// <summary>Why there is no time to the first partial; null where there is one.</summary>
    public string? WhyNoFirstPartial => Score.Results == 0 ? NoWords : Speech is null ? NoSpeech : null;

    /// <summary>Why there is no time to the final; null where there is one.</summary>
    public string? WhyNoFinal => Score.Results == 0 ? NoWords : Speech is null ? NoSpeech : Score.Final is null ? NoFinal : null;

    /// <summary>Why there is no unstable partial word ratio; null where there is one.</summary>
    public string? WhyNoRatio => Score.Words == 0 ? NoWords : null;
}
