using System.Globalization;

namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>NIST's time-marked conversations: a word a line, <c>recording channel start duration word [confidence]</c>.</summary>
/// <remarks>SCTK <c>doc/infmts.htm</c>. A word <c>@</c> is nothing. Words of a recording and channel need not stand together, but their times run forward.</remarks>
internal sealed class Ctm : ITranscriptFormat
{
    public string Id => "ctm";

    public string Title => "CTM (NIST time-marked words)";

    public IReadOnlyList<string> Extensions => [".ctm"];

    public bool Fits(TranscriptReading reading) =>
        reading.Sample().Where(line => !IsComment(line)).ToArray() is { Length: > 0 } lines
        && lines.All(line => TranscriptReading.Split(line) is { Length: 5 or 6 or 7 } fields && TranscriptReading.IsNumber(fields[2]) && TranscriptReading.IsNumber(fields[3]));

    public void Read(TranscriptReading reading)
    {
        var recordings = new Dictionary<(string, string), (List<TimedWord> Words, int Line)>();
        foreach (var (number, line) in reading.Lines())
        {
            if (string.IsNullOrWhiteSpace(line) || IsComment(line)) continue;
            var fields = TranscriptReading.Split(line);
            if (fields is [_, _, _, _, "<ALT_BEGIN>" or "<ALT>" or "<ALT_END>", ..])
            {
                reading.Problem(number, "Alternations are not read in CTM.", "Leave one reading of each, or deliver the reference as STM, where alternations are written { a / b }.");
                continue;
            }
            if (fields.Length is < 5 or > 7)
            {
                reading.Problem(number, $"The line has {fields.Length} fields.", "A line is: recording channel start duration word [confidence].");
                continue;
            }
            if (reading.Seconds(number, "start", fields[2]) is not { } start || reading.Seconds(number, "duration", fields[3]) is not { } duration) continue;
            if (!recordings.TryGetValue((fields[0], fields[1]), out var words)) recordings[(fields[0], fields[1])] = words = ([], number);
            if (words.Words is [.., { Start: { } before }] && start < before)
            {
                reading.Problem(number, string.Create(CultureInfo.InvariantCulture, $"The times of {fields[0]} run backwards, from {before} to {start} s."), "Sort the words of each recording and channel by time.");
                continue;
            }
            if (fields[4] is "@") continue;
            words.Words.Add(new(fields[4], start, start + duration, Confidence: fields.Length > 5 ? Confidence(reading, number, fields[5]) : null));
        }
        foreach (var ((recording, channel), (words, number)) in recordings)
        {
            reading.Add(new()
            {
                Key = $"{recording}/{channel}",
                Recording = recording,
                Channel = channel,
                Text = string.Join(' ', words.Select(word => word.Text)),
                Words = words,
                Start = words.Count > 0 ? words[0].Start : null,
                End = words.Count > 0 ? words.Max(word => word.End) : null,
            }, number);
        }
    }

    private static double? Confidence(TranscriptReading reading, int line, string value)
    {
        if (value.Equals("NA", StringComparison.OrdinalIgnoreCase)) return null;
        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var confidence) && double.IsFinite(confidence)) return confidence;
        reading.Problem(line, $"The confidence is '{TranscriptReading.Shorten(value)}'.", "Write a number, or NA.");
        return null;
    }

    private static bool IsComment(string line) => line.AsSpan().TrimStart().StartsWith(";;");
}
