using System.Globalization;

namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>NIST's time-marked conversations: a word a line, <c>recording channel start duration word [confidence]</c>.</summary>
/// <remarks>
/// SCTK <c>doc/infmts.htm</c>. A word <c>@</c> is nothing. Lines <c>&lt;ALT_BEGIN&gt;</c>, <c>&lt;ALT&gt;</c> and <c>&lt;ALT_END&gt;</c> make alternations in references.
/// Words of a recording and channel need not stand together, but their times run forward.
/// </remarks>
internal sealed class Ctm : ITranscriptFormat
{
    private const string AlternationBegins = "<ALT_BEGIN>", NextReading = "<ALT>", AlternationEnds = "<ALT_END>";

    public string Id => "ctm";

    public string Title => "CTM (NIST time-marked words)";

    public IReadOnlyList<string> Extensions => [".ctm"];

    public bool Fits(TranscriptReading reading) =>
        reading.Sample().Where(line => !IsComment(line)).Select(TranscriptReading.Split).ToArray() is { Length: > 0 } lines
        && lines.All(fields => IsMark(fields) || (fields.Length is 5 or 6 or 7 && TranscriptReading.IsNumber(fields[2]) && TranscriptReading.IsNumber(fields[3])));

    public void Read(TranscriptReading reading)
    {
        var channels = new Dictionary<(string, string), Channel>();
        foreach (var (number, line) in reading.Lines())
        {
            if (string.IsNullOrWhiteSpace(line) || IsComment(line)) continue;
            var fields = TranscriptReading.Split(line);
            if (fields.Length is < 5 or > 7)
            {
                reading.Problem(number, $"The line has {fields.Length} fields.", "A line is: recording channel start duration word [confidence].");
                continue;
            }
            if (!channels.TryGetValue((fields[0], fields[1]), out var channel)) channels[(fields[0], fields[1])] = channel = new(number);
            if (IsMark(fields))
            {
                if (reading.Options.Role is not TranscriptRole.Reference) reading.Problem(number, "Alternations are not read in hypotheses.", "Leave one reading of each.");
                else if (!channel.Mark(fields[4])) reading.Problem(number, $"{fields[4]} does not fit what stands before it.", "An alternation is <ALT_BEGIN>, readings with <ALT> between them, <ALT_END>.");
                continue;
            }
            if (reading.Seconds(number, "start", fields[2]) is not { } start || reading.Seconds(number, "duration", fields[3]) is not { } duration) continue;
            if (start < channel.Latest)
            {
                reading.Problem(number, string.Create(CultureInfo.InvariantCulture, $"The times of {fields[0]} run backwards, from {channel.Latest} to {start} s."), "Sort the words of each recording and channel by time.");
                continue;
            }
            channel.Latest = start;
            if (fields[4] is not "@") channel.Add(new(fields[4], start, start + duration, Confidence: fields.Length > 5 ? Confidence(reading, number, fields[5]) : null));
        }
        foreach (var ((recording, name), channel) in channels)
        {
            if (channel.IsOpen) reading.Problem(channel.Line, $"An alternation of {recording}/{name} is never closed.", "End it with <ALT_END>.");
            reading.Add(new()
            {
                Key = $"{recording}/{name}",
                Recording = recording,
                Channel = name,
                Text = string.Join(' ', channel.Text),
                Words = channel.Words,
                Start = channel.Words.Count > 0 ? channel.Words[0].Start : null,
                End = channel.Words.Count > 0 ? channel.Words.Max(word => word.End) : null,
            }, channel.Line);
        }
    }

    private static bool IsMark(string[] fields) => fields is [_, _, _, _, AlternationBegins or NextReading or AlternationEnds, ..];

    /// <summary>One recording's channel while it is read.</summary>
    private sealed class Channel(int line)
    {
        private double before;

        public int Line => line;

        public List<TimedWord> Words { get; } = [];

        /// <summary>The words with marks of alternations, as references are written.</summary>
        public List<string> Text { get; } = [];

        /// <summary>Start of the last word, in seconds.</summary>
        public double Latest { get; set; }

        /// <summary>Whether an alternation has begun and not ended.</summary>
        public bool IsOpen { get; private set; }

        public void Add(TimedWord word)
        {
            Words.Add(word);
            Text.Add(word.Text);
        }

        /// <summary>Takes a mark; false where it cannot stand here.</summary>
        public bool Mark(string mark)
        {
            if (mark is AlternationBegins == IsOpen) return false;
            IsOpen = mark is not AlternationEnds;
            Text.Add(mark switch { AlternationBegins => "{", NextReading => "/", _ => "}" });
            // Each reading begins where the first does.
            if (mark is AlternationBegins) before = Latest;
            else if (mark is NextReading) Latest = before;
            return true;
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
