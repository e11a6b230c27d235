using System.Globalization;
using System.Text.Json;

namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>A part of a JSON document that knows where it stands, so that a problem can name its line.</summary>
internal sealed class JsonPart
{
    private readonly TranscriptReading reading;
    private readonly JsonPart? parent;
    private readonly string? name;
    private readonly int index;
    private int? line;
    private int[]? linesOfItems;

    public JsonPart(TranscriptReading reading, JsonElement element) => (this.reading, Element) = (reading, element);

    private JsonPart(JsonPart parent, JsonElement element, string? name, int index) =>
        (reading, this.parent, Element, this.name, this.index) = (parent.reading, parent, element, name, index);

    public JsonElement Element { get; }

    public bool IsObject => Element.ValueKind is JsonValueKind.Object;

    public bool IsArray => Element.ValueKind is JsonValueKind.Array;

    /// <summary>Such as <c>results.channels[0]</c>.</summary>
    public string Path => parent is null ? "" : name is null ? $"{parent.Path}[{index.ToString(CultureInfo.InvariantCulture)}]" : parent.Path is "" ? name : $"{parent.Path}.{name}";

    /// <summary>A member that is there and not null.</summary>
    public JsonPart? this[string member] =>
        IsObject && Element.TryGetProperty(member, out var found) && found.ValueKind is not JsonValueKind.Null ? new(this, found, member, 0) : null;

    /// <summary>The first of several members that is there.</summary>
    public JsonPart? Any(params ReadOnlySpan<string> members)
    {
        foreach (var member in members)
            if (this[member] is { } found) return found;
        return null;
    }

    /// <summary>The elements of a list; none, and a problem, where it is something else.</summary>
    public IEnumerable<JsonPart> Items()
    {
        if (!IsArray)
        {
            Problem("is no list", "Export the file again.");
            yield break;
        }
        var at = 0;
        foreach (var element in Element.EnumerateArray())
        {
            if (reading.IsFull) yield break;
            yield return new(this, element, null, at++);
        }
    }

    /// <summary>A text, or a number as text; null, and a problem, for anything else.</summary>
    public string? AsText()
    {
        if (Element.ValueKind is JsonValueKind.String) return Element.GetString();
        if (Element.ValueKind is JsonValueKind.Number) return Element.GetRawText();
        Problem("is no text", "Put it in quotes.");
        return null;
    }

    /// <summary>A time in seconds, from a number or a text such as <c>1.5</c> or <c>1.5s</c>; a problem where it is not finite and ≥ 0.</summary>
    public double? AsSeconds(double unit = 1)
    {
        var text = Element.ValueKind is JsonValueKind.Number ? Element.GetRawText() : Element.ValueKind is JsonValueKind.String ? AsText()?.TrimEnd('s') : null;
        if (text is not null && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value >= 0) return value * unit;
        Problem($"is {TranscriptReading.Shorten(Element.GetRawText())}", "A time is a number from 0 up.");
        return null;
    }

    /// <summary>A number, wherever one is; null for anything else.</summary>
    public double? AsNumber() =>
        (Element.ValueKind is JsonValueKind.Number || Element.ValueKind is JsonValueKind.String)
        && double.TryParse(Element.ValueKind is JsonValueKind.Number ? Element.GetRawText() : AsText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    /// <summary>Names this part, what is wrong with it, and the cure.</summary>
    public void Problem(string what, string cure) => reading.Problem(Line(), $"{(Path is "" ? "The document" : Path)} {what}.", cure);

    /// <summary>The line in which it begins, found by reading once more: for all elements of a list at once.</summary>
    public int Line()
    {
        if (parent is null) return LineAt(0);
        if (name is not null) return line ??= LineAt((int)Seek().TokenStartIndex);
        parent.linesOfItems ??= parent.LinesOfItems();
        return parent.linesOfItems[index];
    }

    private int[] LinesOfItems()
    {
        var lines = new int[Element.GetArrayLength()];
        var bytes = reading.Utf8;
        var reader = Seek();
        var (at, number) = (0, 1);
        for (var i = 0; i < lines.Length && reader.Read(); i++)
        {
            number += bytes.AsSpan(at, (int)reader.TokenStartIndex - at).Count((byte)'\n');
            at = (int)reader.TokenStartIndex;
            lines[i] = number;
            reader.Skip();
        }
        return lines;
    }

    /// <summary>A reader that stands at this part.</summary>
    private Utf8JsonReader Seek()
    {
        var steps = new Stack<JsonPart>();
        for (var part = this; part.parent is not null; part = part.parent) steps.Push(part);
        var reader = new Utf8JsonReader(reading.Utf8);
        reader.Read();
        foreach (var step in steps)
        {
            if (step.name is not null)
            {
                while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName && !reader.ValueTextEquals(step.name)) reader.Skip();
                reader.Read();
            }
            else
            {
                for (var i = 0; reader.Read() && i < step.index; i++) reader.Skip();
            }
        }
        return reader;
    }

    private int LineAt(int offset) => 1 + reading.Utf8.AsSpan(0, offset).Count((byte)'\n');
}
