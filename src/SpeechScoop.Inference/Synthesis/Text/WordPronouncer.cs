namespace SpeechScoop.Inference.Synthesis.Text;

/// <summary>
/// Phones of a word: the lexicon's; else the base word's with the sound of a possessive or contraction; else the network's
/// guess; else the names of its letters. The rules are those of <c>models/forge/voices/front_end.py</c>.
/// </summary>
public sealed class WordPronouncer(PronunciationLexicon lexicon, LettersToPhones letters)
{
    private static readonly HashSet<string> Sibilants = ["s", "z", "sh", "zh", "ch", "jh"];
    private static readonly HashSet<string> Voiceless = ["p", "t", "k", "f", "th"];

    private static readonly (string Written, string[] Phones)[] Endings =
        [("'ll", ["ax", "l"]), ("'ve", ["ax", "v"]), ("'d", ["d"]), ("'re", ["r"]), ("'m", ["m"]), ("n't", ["ax", "n", "t"])];

    /// <summary>Whether the lexicon has the word.</summary>
    public bool Knows(string word) => lexicon.Contains(word);

    /// <summary>The word's pronunciations, the second one for use before a vowel; one empty one if nothing can be said.</summary>
    public string[][] Pronounce(string word)
    {
        if (lexicon.Find(word) is { } listed) return listed;
        if (word.EndsWith("'s", StringComparison.Ordinal))
            return [Possessive(Pronounce(word[..^2])[0])];
        foreach (var (written, phones) in Endings)
            if (word.Length > written.Length && word.EndsWith(written, StringComparison.Ordinal))
                return [[.. Pronounce(word[..^written.Length])[0], .. phones]];
        if (word.Contains('\'', StringComparison.Ordinal))
        {
            var bare = word.Replace("'", "", StringComparison.Ordinal);
            return bare.Length > 0 ? Pronounce(bare) : [[]];
        }
        var guessed = letters.Pronounce(word);
        return guessed.Count > 0 ? [[.. guessed]] : [Spell(word)];
    }

    private static string[] Possessive(string[] phones)
    {
        if (phones.Length == 0) return ["z"];
        if (Sibilants.Contains(phones[^1])) return [.. phones, "ax", "z"];
        return [.. phones, Voiceless.Contains(phones[^1]) ? "s" : "z"];
    }

    private string[] Spell(string word) =>
        [.. word.SelectMany(letter => lexicon.Find(char.ToUpperInvariant(letter).ToString())?[0] ?? [])];
}
