namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>WebVTT subtitles: <c>WEBVTT</c>, then cues. <c>&lt;v Name&gt;</c> names the speaker. The recording is called like the file.</summary>
internal sealed class WebVtt : ITranscriptFormat
{
    public string Id => "vtt";

    public string Title => "WebVTT subtitles";

    public IReadOnlyList<string> Extensions => [".vtt"];

    public bool Fits(TranscriptReading reading) => IsHeader(reading.Text);

    public void Read(TranscriptReading reading)
    {
        if (IsHeader(reading.Text)) Cues.Read(reading, 1);
        else reading.Problem(1, "The first line is not WEBVTT.", "Begin the file with WEBVTT and an empty line, or name the format srt.");
    }

    private static bool IsHeader(string text) => text.StartsWith("WEBVTT", StringComparison.Ordinal) && (text.Length == 6 || char.IsWhiteSpace(text[6]));
}
