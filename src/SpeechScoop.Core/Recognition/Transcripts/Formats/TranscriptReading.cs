using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>A file while it is read: its text, what was found in it, and what is wrong with it.</summary>
internal sealed class TranscriptReading(string name, string text, TranscriptReadOptions options) : IDisposable
{
    /// <summary>Longest line of a format that is read by lines, in characters: half an hour of speech has 30,000.</summary>
    public const int LongestLine = 1_000_000;

    private readonly List<TranscriptProblem> problems = [];
    private readonly List<string> notes = [];
    private string[]? sample;
    private byte[]? utf8;
    private readonly Lazy<(JsonDocument? Document, JsonException? Error)> json = new(() =>
    {
        if (JsonDocuments.BrokenCharacter(text) is { } broken) return (null, broken);
        try
        {
            return (JsonDocument.Parse(text), null);
        }
        catch (JsonException exception)
        {
            return (null, exception);
        }
    });

    public string FileName => name;

    public string Text => text;

    public TranscriptReadOptions Options => options;

    /// <summary>What the recording is called, where the file is about one and does not name it.</summary>
    public string Stem { get; } = TranscriptInput.StemOf(name);

    public List<TranscriptEntry> Entries { get; } = [];

    public IReadOnlyList<TranscriptProblem> Problems => problems;

    public IReadOnlyList<string> Notes => notes;

    /// <summary>Whether enough is wrong to stop.</summary>
    public bool IsFull => problems.Count >= TranscriptDocument.MostProblems;

    /// <summary>The whole file as JSON; null where it is not.</summary>
    public JsonPart? Json => json.Value.Document is { } document ? new JsonPart(this, document.RootElement) : null;

    /// <summary>The text as a JSON reader takes it.</summary>
    public byte[] Utf8 => utf8 ??= Encoding.UTF8.GetBytes(text);

    /// <summary>Why it is not JSON.</summary>
    public JsonException? JsonError => json.Value.Error;

    public void Add(TranscriptEntry entry, int line) => Entries.Add(entry with { FileName = name, Line = line });

    public void Problem(int line, string message, string cure)
    {
        if (!IsFull) problems.Add(new(name, line, message, cure));
    }

    public void Note(string sentence) => notes.Add($"{name}: {sentence}");

    /// <summary>The lines with their numbers from 1, any line ends, empty ones too; too long ones are problems.</summary>
    public IEnumerable<(int Number, string Line)> Lines()
    {
        var number = 0;
        for (var at = 0; at < text.Length && !IsFull;)
        {
            number++;
            var length = text.AsSpan(at).IndexOfAny('\r', '\n') is var found && found < 0 ? text.Length - at : found;
            if (length <= LongestLine) yield return (number, text.Substring(at, length));
            else Problem(number, $"The line has {length} characters; up to {LongestLine} are read.", "Divide it into utterances or segments; it may also be another kind of file.");
            at += length;
            if (at < text.Length) at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
        }
    }

    /// <summary>The first lines that are not empty, for a look at the format.</summary>
    public IReadOnlyList<string> Sample(int count = 20) => sample ??= [.. SampleLines().Take(count)];

    private IEnumerable<string> SampleLines()
    {
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny('\r', '\n') is var found && found < 0 ? text.Length - at : found;
            var line = text.AsSpan(at, Math.Min(length, 4000));
            if (!line.IsWhiteSpace()) yield return line.ToString();
            at += length + 1;
        }
    }

    /// <summary>A time in seconds; a problem, and null, for anything but a finite number from 0 up.</summary>
    public double? Seconds(int line, string what, string value)
    {
        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds) && seconds >= 0) return seconds;
        Problem(line, $"The {what} is '{Shorten(value)}'.", "Write seconds from 0, such as 12.5.");
        return null;
    }

    /// <summary>Whether times run forward; a problem where not.</summary>
    public bool RunForward(int line, double start, double end)
    {
        if (end >= start) return true;
        Problem(line, string.Create(CultureInfo.InvariantCulture, $"The times run backwards, from {start} to {end} s."), "Exchange or correct them.");
        return false;
    }

    public static string Shorten(string value) => value.Length <= 60 ? value : string.Concat(value.AsSpan(0, 60), "…");

    /// <summary>Words at white space.</summary>
    public static string[] Split(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The first fields of a line and, as the last, all that follows them.</summary>
    public static string[] Fields(string line, int count)
    {
        var fields = new List<string>(count + 1);
        var rest = line.AsSpan().Trim();
        while (fields.Count < count && !rest.IsEmpty)
        {
            var end = 0;
            while (end < rest.Length && !char.IsWhiteSpace(rest[end])) end++;
            fields.Add(rest[..end].ToString());
            rest = rest[end..].TrimStart();
        }
        if (fields.Count == count) fields.Add(rest.ToString());
        return [.. fields];
    }

    public static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    /// <summary>A segment's name.</summary>
    public static string SegmentKey(string recording, string? channel, double start, double end) =>
        string.Create(CultureInfo.InvariantCulture, $"{recording}{(channel is null ? "" : "/" + channel)} {start:0.00#}–{end:0.00#} s");

    public void Dispose()
    {
        if (json.IsValueCreated) json.Value.Document?.Dispose();
    }

}
