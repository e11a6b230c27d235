namespace SpeechScoop.Web.Live.Recognition;

/// <summary>
/// What the hub sends: primitives only, so that MessagePack and JSON spell them alike. A later result of a segment
/// replaces earlier ones; a final one stays. Times are in seconds; <c>delaySeconds</c> is the time since the newest
/// audio that the result covers arrived here.
/// </summary>
public interface ILiveClient
{
    /// <summary>What a segment looks like so far.</summary>
    Task Partial(string trialId, string label, int segment, string stableText, string unstableText, double audioSeconds, double delaySeconds);

    /// <summary>A segment as it stays.</summary>
    Task Final(string trialId, string label, int segment, string text, string[] words, double[] starts, double[] ends, double audioSeconds, double delaySeconds);

    /// <summary>A recognizer has ended. The processing time is not a number while labels are hidden.</summary>
    Task Finished(string trialId, string label, double audioSeconds, double processingSeconds);

    /// <summary>A recognizer has failed.</summary>
    Task Failed(string trialId, string label, string code, string message);

    /// <summary>All recognizers have ended and everything is stored.</summary>
    Task Closed(string trialId);
}
