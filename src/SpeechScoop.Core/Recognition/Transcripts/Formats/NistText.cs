namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>What NIST's formats have in common in their texts.</summary>
internal static class NistText
{
    /// <summary>The text without words <c>@</c>, which stand for nothing. Within alternations they are choices, and stay.</summary>
    public static string WithoutNothing(string text)
    {
        if (!text.Contains('@')) return text;
        var (words, depth) = (new List<string>(), 0);
        foreach (var word in TranscriptReading.Split(text))
        {
            if (word != "@" || depth > 0) words.Add(word);
            depth += word.Count(character => character == '{') - word.Count(character => character == '}');
        }
        return string.Join(' ', words);
    }
}
