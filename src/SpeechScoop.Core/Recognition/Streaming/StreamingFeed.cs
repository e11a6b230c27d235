namespace SpeechScoop.Recognition;

/// <summary>How audio was fed to a streaming recognizer, and so what the times of its log are. Times of different feeds are not compared.</summary>
public enum StreamingFeed
{
    /// <summary>As it was spoken or played, over a connection; times by the server's clock.</summary>
    Live,

    /// <summary>A recording at the pace of speech; times by the clock.</summary>
    RealTime,

    /// <summary>
    /// A recording as fast as the recognizer took it. Times are those that it would have had at the pace of speech on a machine that does nothing else: each chunk no sooner than it
    /// would have been spoken, plus the measured time of computing.
    /// </summary>
    AudioClock,

    /// <summary>A recording in one piece, with results as they came back: sent when it would have been spoken to its end.</summary>
    Whole,
}
