namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>NIST's transcripts: an utterance a line, its id in parentheses at the end: <c>so it goes (spk-001)</c>.</summary>
/// <remarks>SCTK <c>doc/infmts.htm</c>. A word <c>@</c> is nothing. The speaker is the id's part before the first <c>-</c> or <c>_</c>, as sclite takes it.</remarks>
internal sealed class Trn : ITranscriptFormat
{
    public string Id => "trn";

    public string Title => "TRN (NIST transcripts)";

    public IReadOnlyList<string> Extensions => [".trn"];

    public bool Fits(TranscriptReading reading) =>
        reading.Sample().Where(line => !IsComment(line)).ToArray() is { Length: > 0 } lines && lines.All(line => line.Length >= 4000 || Divide(line).Id is not null);

    public void Read(TranscriptReading reading)
    {
        foreach (var (number, line) in reading.Lines())
        {
            if (string.IsNullOrWhiteSpace(line) || IsComment(line)) continue;
            var (text, id) = Divide(line);
            if (id is null) reading.Problem(number, "The line does not end with an id in parentheses.", "End each line with one, such as (speaker-001).");
            else reading.Add(new() { Key = id, Text = NistText.WithoutNothing(text), Speaker = SpeakerOf(id) }, number);
        }
    }

    /// <summary>The part of an id before the first <c>-</c> or <c>_</c>; null where there is none.</summary>
    public static string? SpeakerOf(string id) => id.AsSpan().IndexOfAny('-', '_') is > 0 and var end ? id[..end] : null;

    private static bool IsComment(string line) => line.AsSpan().TrimStart().StartsWith(";;");

    private static (string Text, string? Id) Divide(string line)
    {
        var trimmed = line.AsSpan().TrimEnd();
        if (trimmed is not [.., ')'] || trimmed.LastIndexOf('(') is var open && open < 0) return (line, null);
        var id = trimmed[(open + 1)..^1].Trim();
        return id.IsEmpty || id.ContainsAny(' ', '\t') ? (line, null) : (trimmed[..open].Trim().ToString(), id.ToString());
    }
}
