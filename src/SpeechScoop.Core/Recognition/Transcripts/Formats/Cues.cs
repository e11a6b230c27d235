using System.Globalization;
using System.Net;
using System.Text;

namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>The cues of subtitles, which SRT and WebVTT write alike.</summary>
internal static class Cues
{
    private const string Arrow = "-->";

    /// <param name="skip">Lines of the header.</param>
    public static void Read(TranscriptReading reading, int skip)
    {
        var block = new List<(int Number, string Line)>();
        var previous = 0.0;
        foreach (var line in reading.Lines())
        {
            if (line.Number <= skip) continue;
            if (!string.IsNullOrWhiteSpace(line.Line))
            {
                block.Add(line);
                continue;
            }
            Add(reading, block, ref previous);
            block.Clear();
        }
        Add(reading, block, ref previous);
    }

    private static void Add(TranscriptReading reading, List<(int Number, string Line)> block, ref double previous)
    {
        if (block.Count == 0 || block[0].Line.TrimStart().Split(' ', 2)[0] is "NOTE" or "STYLE" or "REGION") return;
        var at = block.FindIndex(line => line.Line.Contains(Arrow, StringComparison.Ordinal));
        if (at < 0)
        {
            // Settings under the header, such as "Kind: captions", are no cue.
            if (reading.Entries.Count == 0 && block.TrueForAll(line => line.Line.Contains(':'))) return;
            reading.Problem(block[0].Number, "The block has no line with times.", "Each cue has one, such as 00:00:01,000 --> 00:00:02,500; an empty line within a cue's text divides it.");
            return;
        }
        var (number, times) = block[at];
        var parts = times.Split(Arrow, 2);
        if (Time(parts[0]) is not { } start || Time(TranscriptReading.Split(parts[1]).FirstOrDefault() ?? "") is not { } end)
        {
            reading.Problem(number, $"The times are '{TranscriptReading.Shorten(times)}'.", "Write hours, minutes, seconds and milliseconds: 00:00:01,000 --> 00:00:02,500.");
            return;
        }
        if (!reading.RunForward(number, start, end)) return;
        if (start < previous)
        {
            reading.Problem(number, string.Create(CultureInfo.InvariantCulture, $"The cue begins at {start} s, before the one in front of it at {previous} s."), "Sort the cues by time.");
            return;
        }
        previous = start;
        var (text, speaker) = Plain(string.Join(' ', block.Skip(at + 1).Select(line => line.Line.Trim())));
        reading.Add(new()
        {
            Key = TranscriptReading.SegmentKey(reading.Stem, null, start, end),
            Recording = reading.Stem,
            Speaker = speaker,
            Start = start,
            End = end,
            Text = text,
        }, number);
    }

    /// <summary><c>[hours:]minutes:seconds[,.]milliseconds</c>; null for anything else.</summary>
    private static double? Time(string text)
    {
        var parts = text.Trim().Replace(',', '.').Split(':');
        if (parts.Length is not (2 or 3)) return null;
        var seconds = 0.0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i], i == parts.Length - 1 ? NumberStyles.AllowDecimalPoint : NumberStyles.None, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value) || (value >= 60 && i > 0) || value > 1_000_000) return null;
            seconds = (seconds * 60) + value;
        }
        return Math.Round(seconds, 6);
    }

    /// <summary>The text without tags and position marks.</summary>
    private static (string Text, string? Speaker) Plain(string text)
    {
        string? speaker = null;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var close = text[i] switch { '<' => '>', '{' when i + 1 < text.Length && text[i + 1] == '\\' => '}', _ => '\0' };
            if (close == '\0' || text.IndexOf(close, i) is var end && end < 0)
            {
                plain.Append(text[i]);
                continue;
            }
            var tag = text.AsSpan(i + 1, end - i - 1);
            if (speaker is null && tag is ['v', ' ' or '.', ..] && tag.IndexOf(' ') is > 0 and var space) speaker = tag[(space + 1)..].Trim().ToString();
            i = end;
        }
        return (WebUtility.HtmlDecode(plain.ToString()).Trim(), speaker);
    }
}
