namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>NIST's segment time marks: <c>recording channel speaker start end [&lt;labels&gt;] words</c>.</summary>
/// <remarks>SCTK <c>doc/infmts.htm</c>. A word <c>@</c> is nothing. The text <c>IGNORE_TIME_SEGMENT_IN_SCORING</c> takes a segment out of scoring.</remarks>
internal sealed class Stm : ITranscriptFormat
{
    private const string Ignored = "IGNORE_TIME_SEGMENT_IN_SCORING";

    public string Id => "stm";

    public string Title => "STM (NIST segments)";

    public IReadOnlyList<string> Extensions => [".stm"];

    public bool Fits(TranscriptReading reading) =>
        reading.Sample().Where(line => !IsComment(line)).ToArray() is { Length: > 0 } lines
        && lines.All(line => TranscriptReading.Fields(line, 5) is { Length: >= 5 } fields && TranscriptReading.IsNumber(fields[3]) && TranscriptReading.IsNumber(fields[4]));

    public void Read(TranscriptReading reading)
    {
        foreach (var (number, line) in reading.Lines())
        {
            if (string.IsNullOrWhiteSpace(line) || IsComment(line)) continue;
            var fields = TranscriptReading.Fields(line, 5);
            if (fields.Length < 5)
            {
                reading.Problem(number, $"The line has {fields.Length} fields.", "A line is: recording channel speaker start end [<labels>] words.");
                continue;
            }
            if (reading.Seconds(number, "start", fields[3]) is not { } start || reading.Seconds(number, "end", fields[4]) is not { } end || !reading.RunForward(number, start, end)) continue;
            var text = fields.Length > 5 ? WithoutLabels(fields[5]) : "";
            var isIgnored = text.Equals(Ignored, StringComparison.OrdinalIgnoreCase);
            reading.Add(new()
            {
                Key = TranscriptReading.SegmentKey(fields[0], fields[1], start, end),
                Recording = fields[0],
                Channel = fields[1],
                Speaker = fields[2],
                Start = start,
                End = end,
                Text = isIgnored ? "" : NistText.WithoutNothing(text),
                IsIgnored = isIgnored,
            }, number);
        }
    }

    /// <summary>Labels such as <c>&lt;o,f0,male&gt;</c> stand before the words.</summary>
    private static string WithoutLabels(string text) =>
        text is ['<', ..] && text.IndexOf('>') is > 0 and var end && !text.AsSpan(0, end).ContainsAny(' ', '\t') ? text[(end + 1)..].Trim() : text;

    private static bool IsComment(string line) => line.AsSpan().TrimStart().StartsWith(";;");
}
