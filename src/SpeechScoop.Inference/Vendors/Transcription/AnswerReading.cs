using System.Text.Json;
using SpeechScoop.Inference.Recognition;

namespace SpeechScoop.Inference.Vendors.Transcription;

/// <summary>Reads parts of vendors' JSON, where anything may be missing or of another kind.</summary>
internal static class AnswerReading
{
    // Longer than any recording that is sent.
    private const double LatestSecond = 1_000_000;

    public static string? Text(this JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>Words with their times; none at all where one lacks a time that can be.</summary>
    /// <param name="unit">Seconds of one unit of the times.</param>
    public static IReadOnlyList<RecognizedWord> Words(IEnumerable<JsonElement> words, Func<JsonElement, string?> text, double unit = 1)
    {
        var read = new List<RecognizedWord>();
        foreach (var word in words)
        {
            if (text(word) is not { } written || Seconds(word, "start", unit) is not { } start || Seconds(word, "end", unit) is not { } end || end < start) return [];
            read.Add(new RecognizedWord(written.Trim(), TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end)));
        }
        return read;
    }

    private static double? Seconds(JsonElement word, string name, double unit) =>
        word.ValueKind is JsonValueKind.Object && word.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number)
        && number * unit is >= 0 and <= LatestSecond and var seconds ? seconds : null;
}
