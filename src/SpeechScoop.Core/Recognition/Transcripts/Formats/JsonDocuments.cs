using System.Text.Json;

namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>What formats that are one JSON document share.</summary>
internal static class JsonDocuments
{
    /// <summary>The document; null, and a problem that names the line, where the file is no JSON.</summary>
    public static JsonPart? Root(TranscriptReading reading)
    {
        if (reading.Json is { } root) return root;
        var error = reading.JsonError!;
        reading.Problem((int)(error.LineNumber ?? 0) + 1, $"This is not JSON ({Reason(error)}).", Cure(reading.Text));
        return null;
    }

    /// <summary>Why, without what the reader knows already.</summary>
    public static string Reason(JsonException exception) => exception.Message.Split(" LineNumber", 2)[0].Split(" Path:", 2)[0].TrimEnd('.');

    public static string Cure(string text) =>
        text.Contains("NaN", StringComparison.Ordinal) || text.Contains("Infinity", StringComparison.Ordinal) ? "JSON has no NaN and no Infinity: write null." : "Mend it, or export the file again.";
}
