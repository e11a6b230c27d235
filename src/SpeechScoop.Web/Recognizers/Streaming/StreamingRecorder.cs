using SpeechScoop.Inference.Recognition;
using SpeechScoop.Recognition;

namespace SpeechScoop.Web.Recognizers.Streaming;

/// <summary>Notes what a streaming recognizer says while it says it. One writer at a time; a note costs a list entry and no I/O.</summary>
internal sealed class StreamingRecorder
{
    /// <summary>Characters that are kept at most. A quarter of an hour of live speech has some 500,000.</summary>
    private const int MostCharacters = 8_000_000;

    private readonly List<StreamingEvent> events = [];
    private readonly Dictionary<int, string> shown = [];
    private long characters;

    /// <summary>Whether more was said than is kept: then nothing is, since measures of a part would mislead.</summary>
    public bool IsTooLong => characters > MostCharacters;

    /// <summary>Notes a result; a partial one that says the same as before is none.</summary>
    /// <param name="audio">Seconds of audio sent so far.</param>
    /// <param name="wall">Seconds since the first sample was spoken.</param>
    public void Note(RecognitionUpdate update, double audio, double wall) =>
        Note(update.Segment, $"{update.StableText} {update.UnstableText}".Trim(), update.IsFinal, audio, wall);

    /// <summary>Notes the text of a segment.</summary>
    public void Note(int segment, string text, bool isFinal, double audio, double wall)
    {
        if (IsTooLong || (!isFinal && shown.GetValueOrDefault(segment, "") == text)) return;
        shown[segment] = text;
        characters += text.Length;
        Add(StreamingEvent.Rounded(isFinal ? StreamingEventKind.Final : StreamingEventKind.Partial, audio, wall, segment, text));
    }

    /// <summary>Notes that the recognizer is told that no more audio comes.</summary>
    public void End(double audio, double wall) => Add(StreamingEvent.Rounded(StreamingEventKind.End, audio, wall));

    /// <summary>The log.</summary>
    public StreamingLog Finish(StreamingLogHeader header) => new(header, [.. events]);

    // Each clock runs on: what is read from it later is never earlier by more than rounding.
    private void Add(StreamingEvent next) => events.Add(events.Count == 0 ? next : next with { Audio = Math.Max(next.Audio, events[^1].Audio), Wall = Math.Max(next.Wall, events[^1].Wall) });
}
