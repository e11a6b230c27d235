namespace SpeechScoop.Inference.Synthesis.Text;

/// <summary>Words and their phones. A word's second pronunciation, where it has one, is for use before a vowel ("the").</summary>
public sealed class PronunciationLexicon
{
    private readonly Dictionary<string, string[][]> entries;

    private PronunciationLexicon(Dictionary<string, string[][]> entries) => this.entries = entries;

    /// <summary>How many words there are.</summary>
    public int Count => entries.Count;

    /// <summary>Whether the word is listed; words are in lower case, names of letters are single capitals.</summary>
    public bool Contains(string word) => entries.ContainsKey(word);

    /// <summary>A word's pronunciations, or <see langword="null"/>.</summary>
    public string[][]? Find(string word) => entries.GetValueOrDefault(word);

    /// <summary>Reads lines <c>word TAB phone phone …</c>; a word may have several lines.</summary>
    public static Result<PronunciationLexicon> Read(TextReader lines)
    {
        var entries = new Dictionary<string, string[][]>();
        var shared = new Dictionary<string, string>();
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (line.Length == 0) continue;
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var phones = tab > 0 ? line[(tab + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
            if (phones.Length == 0)
                return new Error.Invalid("voice-lexicon", $"Line {number} of the lexicon is not \"word<TAB>phone phone …\": \"{line}\".");
            for (var k = 0; k < phones.Length; k++)
                phones[k] = Share(shared, phones[k]);
            var word = line[..tab];
            entries[word] = entries.TryGetValue(word, out var earlier) ? [.. earlier, phones] : [phones];
        }
        return new PronunciationLexicon(entries);
    }

    /// <summary>The first pronunciation with a phone that the voice lacks, for the loader's report; null when all is well.</summary>
    public string? FindUnknownPhone(PhoneInventory inventory)
    {
        foreach (var (word, pronunciations) in entries)
        {
            foreach (var phone in pronunciations.SelectMany(p => p).Where(p => !inventory.Contains(p)))
                return $"\"{phone}\" in the word \"{word}\"";
        }
        return null;
    }

    private static string Share(Dictionary<string, string> shared, string phone)
    {
        if (shared.TryGetValue(phone, out var known)) return known;
        shared.Add(phone, phone);
        return phone;
    }
}
