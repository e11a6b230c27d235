using System.Globalization;
using System.Text;

namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>
/// Walks through a Praat text file: what counts are the free-standing numbers, the texts in quotes (quotes doubled) and flags such as <c>&lt;exists&gt;</c>; everything
/// else, such as <c>xmin =</c> and <c>intervals [1]:</c>, is decoration. So the long and the short form read alike.
/// </summary>
internal sealed class TextGridCursor(TranscriptReading reading)
{
    private int at;

    /// <summary>The line of the last value.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Past file type, class, times and the flag that tiers exist; false, and a problem, where something else stands there.</summary>
    public bool SkipHeader() => Text("file type") is not null && Text("object class") is not null && Number("xmin") is not null && Number("xmax") is not null && Flag();

    public string? Text(string what)
    {
        if (Next() is (Kind.Text, var text)) return text;
        reading.Problem(Line, $"The {what} is missing: a text in quotes is expected.", "Save the TextGrid in Praat again.");
        return null;
    }

    public double? Number(string what)
    {
        if (Next() is not (Kind.Number, var text))
        {
            reading.Problem(Line, $"The {what} is missing: a number is expected.", "Save the TextGrid in Praat again.");
            return null;
        }
        return reading.Seconds(Line, what, text);
    }

    public int? Count(string what, int most)
    {
        if (Number(what) is not { } count) return null;
        if (count <= most && count == Math.Floor(count)) return (int)count;
        reading.Problem(Line, $"The {what} is {count.ToString(CultureInfo.InvariantCulture)}.", $"It is a whole number up to {most}.");
        return null;
    }

    private bool Flag()
    {
        if (Next() is (Kind.Flag, "exists")) return true;
        reading.Problem(Line, "The TextGrid has no tiers.", "Save it in Praat with at least one tier.");
        return false;
    }

    private enum Kind
    {
        End,
        Number,
        Text,
        Flag,
    }

    private (Kind Kind, string Text) Next()
    {
        var text = reading.Text;
        while (at < text.Length)
        {
            var character = text[at];
            if (character == '\n') Line++;
            if (char.IsWhiteSpace(character))
            {
                at++;
                continue;
            }
            if (character == '"') return Quoted(text);
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && (text[at] != '"' || at == start)) at++;
            var word = text[start..at];
            if (word is ['<', .. var flag, '>']) return (Kind.Flag, flag);
            // "NaN" stands where a number should: it is named, not skipped.
            if (char.IsAsciiDigit(word[0]) || word[0] is '-' or '+' && word.Length > 1 || word.Equals("NaN", StringComparison.OrdinalIgnoreCase)) return (Kind.Number, word);
            if (word[0] == '!') at = text.IndexOf('\n', start) is >= 0 and var end ? end : text.Length;
        }
        return (Kind.End, "");
    }

    private (Kind, string) Quoted(string text)
    {
        var found = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\n') Line++;
            if (text[at] != '"') found.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"') found.Append(text[at++]);
            else
            {
                at++;
                return (Kind.Text, found.ToString());
            }
        }
        return (Kind.End, "");
    }
}
