namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>SubRip subtitles: numbered blocks, <c>00:00:01,000 --&gt; 00:00:02,500</c>, text. The recording is called like the file.</summary>
internal sealed class SubRip : ITranscriptFormat
{
    public string Id => "srt";

    public string Title => "SRT subtitles";

    public IReadOnlyList<string> Extensions => [".srt"];

    public bool Fits(TranscriptReading reading) => reading.Sample(2) is [var number, var times, ..] && int.TryParse(number, out _) && times.Contains("-->", StringComparison.Ordinal);

    public void Read(TranscriptReading reading) => Cues.Read(reading, 0);
}
