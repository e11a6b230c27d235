using System.Text.RegularExpressions;

namespace SpeechScoop.Inference.Synthesis.Text;

/// <summary>A sentence ready for a synthesizer.</summary>
/// <param name="Text">As written, cleaned; the same for the pieces of a sentence whose spoken form had to be cut.</param>
/// <param name="Spoken">As normalised: what is pronounced.</param>
/// <param name="Phones">Phone numbers, with a pause at both ends.</param>
/// <param name="Positions">For each phone where it stands in its word: 0 pause, 1 alone, 2 first, 3 inside, 4 last.</param>
public sealed record PhoneSentence(string Text, string Spoken, long[] Phones, long[] Positions);

/// <summary>Text to phones: cleaning, sentences, normalisation, lexicon, letters to phones. Thread-safe if the letter scorer is.</summary>
public sealed partial class EnglishFrontEnd
{
    /// <summary>Longest piece in its spoken form, in characters: digits and signs become many words.</summary>
    public const int LongestSpoken = 300;

    private static readonly HashSet<string> Vowels =
        ["aa", "ae", "ah", "ao", "aw", "ax", "ay", "eh", "er", "ey", "ih", "iy", "ow", "oy", "uh", "uw"];

    private readonly PhoneInventory inventory;
    private readonly WordPronouncer pronouncer;
    private readonly EnglishNormalizer normalizer;

    public EnglishFrontEnd(PhoneInventory inventory, PronunciationLexicon lexicon, LettersToPhones letters)
    {
        this.inventory = inventory;
        pronouncer = new WordPronouncer(lexicon, letters);
        normalizer = new EnglishNormalizer(pronouncer.Knows);
    }

    /// <summary>Sentences of a text, 1..20,000 characters; an error if it is empty, too long or in a foreign script.</summary>
    public Result<IReadOnlyList<PhoneSentence>> Prepare(string text)
    {
        if (!TextCleaner.Clean(text).TryGet(out var clean, out var error)) return error;
        var sentences = new List<PhoneSentence>();
        foreach (var sentence in SentenceSplitter.Split(clean))
        {
            foreach (var spoken in SentenceSplitter.Cut(normalizer.Normalize(sentence), LongestSpoken))
            {
                var (phones, positions) = Phones(spoken);
                if (phones.Length > 2) sentences.Add(new PhoneSentence(sentence, spoken, phones, positions));
            }
        }
        return sentences.Count > 0
            ? Result<IReadOnlyList<PhoneSentence>>.Ok(sentences)
            : new Error.Invalid("text-empty", "There is nothing to say in this text: nothing in it can be pronounced.");
    }

    /// <summary>Phones and positions of normalised text, see <see cref="EnglishNormalizer"/>.</summary>
    public (long[] Phones, long[] Positions) Phones(string spoken)
    {
        var words = Words(spoken);
        List<long> phones = [inventory[PhoneInventory.StartPause]];
        List<long> positions = [0];
        for (var k = 0; k < words.Count; k++)
        {
            if (words[k] is not { } pronunciations)
            {
                phones.Add(inventory[PhoneInventory.InnerPause]);
                positions.Add(0);
                continue;
            }
            var beforeVowel = k + 1 < words.Count && words[k + 1] is { } next && Vowels.Contains(next[0][0]);
            var chosen = beforeVowel && pronunciations.Length > 1 ? pronunciations[1] : pronunciations[0];
            for (var p = 0; p < chosen.Length; p++)
            {
                phones.Add(inventory[chosen[p]]);
                positions.Add(chosen.Length == 1 ? 1 : p == 0 ? 2 : p == chosen.Length - 1 ? 4 : 3);
            }
        }
        var question = spoken.TrimEnd().EndsWith('?');
        phones.Add(inventory[question ? PhoneInventory.QuestionPause : PhoneInventory.EndPause]);
        positions.Add(0);
        return ([.. phones], [.. positions]);
    }

    /// <summary>Pronunciations word by word; null is a pause between words.</summary>
    private List<string[][]?> Words(string spoken)
    {
        var words = new List<string[][]?>();
        foreach (Match token in Token().Matches(spoken))
        {
            if (!char.IsAsciiLetter(token.Value[0]) && token.Value[0] != '\'')
            {
                if (words.Count > 0 && words[^1] is not null) words.Add(null);
            }
            else if (pronouncer.Pronounce(token.Value) is { } pronunciations && pronunciations[0].Length > 0)
                words.Add(pronunciations);
        }
        while (words.Count > 0 && words[^1] is null) words.RemoveAt(words.Count - 1);
        return words;
    }

    [GeneratedRegex(@"[A-Z](?![A-Za-z'])|[a-z']+|[,;:.?!]")]
    private static partial Regex Token();
}
