namespace SpeechScoop.Recognition.Transcripts.Formats.Vendors;

/// <summary>What the vendors' formats share: a file is one recording's, called like the file.</summary>
internal static class VendorWords
{
    /// <summary>Reads one word; null, and a problem, where its times are no times.</summary>
    /// <param name="unit">Seconds of one unit of time.</param>
    public static TimedWord? Word(JsonPart word, JsonPart? text, JsonPart? start, JsonPart? end, JsonPart? speaker, JsonPart? confidence, double unit = 1)
    {
        if (text is null)
        {
            word.Problem("has no text", "Deliver the response as it came.");
            return null;
        }
        var (from, to) = (start?.AsSeconds(unit), end?.AsSeconds(unit));
        if (from is { } a && to is { } b && b < a)
        {
            word.Problem("has times that run backwards", "Deliver the response as it came, or correct the times.");
            return null;
        }
        return text.AsText() is { } written ? new(written.Trim(), from, to, speaker?.AsText(), confidence?.AsNumber()) : null;
    }

    /// <summary>Adds a transcript: one entry, or where words have speakers, one for each turn.</summary>
    /// <param name="text">The transcript as a whole; null to put it together from the words.</param>
    public static void Add(TranscriptReading reading, JsonPart place, string? text, IReadOnlyList<TimedWord> words, string? channel = null, string? language = null)
    {
        if (words.Count == 0 || words.All(word => word.Speaker is null))
        {
            Turn(text ?? Join(words), words, null);
            return;
        }
        for (var at = 0; at < words.Count;)
        {
            var end = at + 1;
            while (end < words.Count && words[end].Speaker == words[at].Speaker) end++;
            var turn = words.Skip(at).Take(end - at).ToArray();
            Turn(Join(turn), turn, words[at].Speaker);
            at = end;
        }

        void Turn(string said, IReadOnlyList<TimedWord> spoken, string? speaker) => reading.Add(new()
        {
            Key = $"{reading.Stem}{(channel is null ? "" : "/" + channel)} {reading.Entries.Count + 1}",
            Recording = reading.Stem,
            Channel = channel,
            Speaker = speaker,
            Language = language,
            Text = said.Trim(),
            Words = spoken,
            Start = spoken.Min(word => word.Start),
            End = spoken.Max(word => word.End ?? word.Start),
        }, place.Line());
    }

    /// <summary>Adds a stretch that the vendor itself cut.</summary>
    public static void AddSegment(TranscriptReading reading, JsonPart segment, JsonPart? text, JsonPart? start, JsonPart? end, JsonPart? speaker, double unit = 1, IReadOnlyList<TimedWord>? words = null, string? language = null)
    {
        if (Word(segment, text, start, end, speaker, null, unit) is not { } whole) return;
        reading.Add(new()
        {
            Key = $"{reading.Stem} {reading.Entries.Count + 1}",
            Recording = reading.Stem,
            Speaker = whole.Speaker,
            Language = language,
            Text = whole.Text,
            Words = words ?? [],
            Start = whole.Start,
            End = whole.End,
        }, segment.Line());
    }

    /// <summary>Reads a list of words.</summary>
    public static IReadOnlyList<TimedWord> Words(JsonPart? list, Func<JsonPart, TimedWord?> read) => list is null ? [] : [.. list.Items().Select(read).OfType<TimedWord>()];

    private static string Join(IEnumerable<TimedWord> words) => string.Join(' ', words.Select(word => word.Text));
}
