using System.Text.Json;

namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>What formats that are one JSON document share.</summary>
internal static class JsonDocuments
{
    /// <summary>The document; null, and a problem that names the line, where the file is no JSON.</summary>
    public static JsonPart? Root(TranscriptReading reading)
    {
        if (reading.Json is { } root) return root;
        if (Problem(reading) is { } problem) reading.Problem(problem.Line, problem.Message, problem.Cure);
        return null;
    }

    /// <summary>What is wrong where a file is no JSON; null where it is.</summary>
    public static TranscriptProblem? Problem(TranscriptReading reading) => reading.JsonError is { } error
        ? new(reading.FileName, (int)(error.LineNumber ?? 0) + 1, $"This is not JSON ({Reason(error)}).", Cure(reading.Text)) : null;

    /// <summary>Half of a character above U+FFFF without its other half, such as <c>\ud800</c>: valid JSON, but no text can hold it. Null where there is none.</summary>
    public static JsonException? BrokenCharacter(string text)
    {
        for (var at = text.IndexOf('\\'); at >= 0 && at + 1 < text.Length;)
        {
            var half = Escaped(text, at);
            if (half is >= '\uDC00' and <= '\uDFFF' || (half is >= '\uD800' and <= '\uDBFF' && Escaped(text, at + 6) is not (>= '\uDC00' and <= '\uDFFF')))
                return new JsonException($"'{text.AsSpan(at, 6)}' is half a character", null, text.AsSpan(0, at).Count('\n'), null);
            var next = at + (half is null ? 2 : half is >= '\uD800' and <= '\uDBFF' ? 12 : 6);
            at = next >= text.Length ? -1 : text.IndexOf('\\', next);
        }
        return null;

        static char? Escaped(string text, int at) => at + 6 <= text.Length && text[at] == '\\' && text[at + 1] == 'u'
            && ushort.TryParse(text.AsSpan(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var code) ? (char)code : null;
    }

    /// <summary>Why, without what the reader knows already.</summary>
    public static string Reason(JsonException exception) => exception.Message.Split(" LineNumber", 2)[0].Split(" Path:", 2)[0].TrimEnd('.');

    public static string Cure(string text) =>
        text.Contains("NaN", StringComparison.Ordinal) || text.Contains("Infinity", StringComparison.Ordinal) ? "JSON has no NaN and no Infinity: write null." : "Mend it, or export the file again.";
}
