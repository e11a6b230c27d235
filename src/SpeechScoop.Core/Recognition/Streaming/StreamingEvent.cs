namespace SpeechScoop.Recognition;

/// <summary>What happened.</summary>
public enum StreamingEventKind
{
    /// <summary>A segment as it looks so far.</summary>
    Partial,

    /// <summary>A segment as it stays.</summary>
    Final,

    /// <summary>The recognizer says that a segment's speech has ended.</summary>
    Endpoint,

    /// <summary>The sender said that no more audio comes: what follows is flushed out, not found by the recognizer.</summary>
    End,
}

/// <summary>An event of a streaming recognition.</summary>
/// <param name="Audio">Position in the audio that was sent up to then, in seconds.</param>
/// <param name="Wall">Seconds since the first sample was spoken. A chunk of audio cannot come before its last sample was spoken.</param>
/// <param name="Segment">0, 1, 2 …: which stretch of speech it is about.</param>
/// <param name="Text">All words of the segment so far; empty for <see cref="StreamingEventKind.Endpoint"/> and <see cref="StreamingEventKind.End"/>.</param>
public readonly record struct StreamingEvent(StreamingEventKind Kind, double Audio, double Wall, int Segment = 0, string Text = "")
{
    /// <summary>The event as logs keep it: whole milliseconds.</summary>
    public static StreamingEvent Rounded(StreamingEventKind kind, double audio, double wall, int segment = 0, string text = "") => new(kind, Math.Round(audio, 3), Math.Round(wall, 3), segment, text);
}
