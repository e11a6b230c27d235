using System.Text.Json;
using SpeechScoop.Recognition.Transcripts.Formats;

namespace SpeechScoop.Recognition;

/// <summary>A line of a log while it is read. What is not as it must be becomes a problem, and null.</summary>
internal sealed class StreamingLogLine(TranscriptReading reading, int number, JsonElement element)
{
    public void Problem(string name, string what, string cure) => reading.Problem(number, $"{name} {what}.", cure);

    /// <summary>A text.</summary>
    public string? Text(string name, bool mayBeEmpty = false)
    {
        if (!element.TryGetProperty(name, out var found) || found.ValueKind is JsonValueKind.Null) Problem(name, "is missing", "Each line needs it.");
        else if (found.ValueKind is not JsonValueKind.String) Problem(name, $"is {Shown(found)}, no text", "Put it in quotes.");
        else if (found.GetString() is { } text && (mayBeEmpty || !string.IsNullOrWhiteSpace(text))) return text;
        else Problem(name, "is empty", "Fill it in.");
        return null;
    }

    /// <summary>A finite number from 0 up.</summary>
    public double? Number(string name)
    {
        if (!element.TryGetProperty(name, out var found) || found.ValueKind is JsonValueKind.Null) Problem(name, "is missing", "Each line of this type needs it.");
        else if (found.ValueKind is JsonValueKind.Number && found.TryGetDouble(out var value) && double.IsFinite(value) && value >= 0) return value;
        else Problem(name, $"is {Shown(found)}", "Write a finite number from 0, such as 1.25, without quotes.");
        return null;
    }

    /// <summary>One of several texts.</summary>
    public T? Choice<T>(string name, IReadOnlyDictionary<string, T> choices, string? text = null)
        where T : struct
    {
        if ((text ?? Text(name)) is not { } written) return null;
        if (choices.TryGetValue(written, out var value)) return value;
        Problem(name, $"is '{TranscriptReading.Shorten(written)}'", $"Use one of {string.Join(", ", choices.Keys)}.");
        return null;
    }

    /// <summary>Whether a member is absent or as it must be.</summary>
    public bool Optional(string name, Func<string, double?> read, out double? value)
    {
        value = null;
        if (!IsThere(name)) return true;
        value = read(name);
        return value is not null;
    }

    /// <summary>Whether a text is absent or as it must be.</summary>
    public bool OptionalText(string name, out string? value)
    {
        value = null;
        if (!IsThere(name)) return true;
        value = Text(name);
        return value is not null;
    }

    /// <summary>The settings as JSON; an empty object where there are none.</summary>
    public string? Settings()
    {
        if (!IsThere("settings")) return "{}";
        var settings = element.GetProperty("settings");
        if (settings.ValueKind is JsonValueKind.Object) return settings.GetRawText();
        Problem("settings", $"is {Shown(settings)}", "Write a JSON object, or leave it out.");
        return null;
    }

    private bool IsThere(string name) => element.TryGetProperty(name, out var found) && found.ValueKind is not JsonValueKind.Null;

    private static string Shown(JsonElement element) => TranscriptReading.Shorten(element.GetRawText());
}
