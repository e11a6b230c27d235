namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>A way to write transcripts down.</summary>
internal interface ITranscriptFormat
{
    /// <summary>Lower case, as <c>--format</c> takes it.</summary>
    string Id { get; }

    /// <summary>What people call it.</summary>
    string Title { get; }

    /// <summary>Usual endings of its files, with the point, lower case.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Whether the content is probably in this format. The first that fits, in the order of <see cref="TranscriptFormats"/>, reads it.</summary>
    bool Fits(TranscriptReading reading);

    /// <summary>Reads everything into <paramref name="reading"/>: every problem, not only the first.</summary>
    void Read(TranscriptReading reading);
}
