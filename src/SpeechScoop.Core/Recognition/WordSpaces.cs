namespace SpeechScoop.Recognition;

/// <summary>Whether a writing separates words by spaces.</summary>
public static class WordSpaces
{
    /// <summary>False where a text has characters of a writing that does not: Chinese, Japanese, Thai, Lao, Burmese, Khmer. Its words cannot be counted by spaces.</summary>
    public static bool Separate(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
                or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF)) return false;
        }
        return true;
    }
}
