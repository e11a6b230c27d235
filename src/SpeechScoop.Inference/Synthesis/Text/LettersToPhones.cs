namespace SpeechScoop.Inference.Synthesis.Text;

/// <summary>Scores a word's letters: the letter indices with an edge mark on both sides to CTC scores.</summary>
public delegate LetterScores LetterScorer(long[] letters);

/// <summary>Output of the letters-to-phones network.</summary>
/// <param name="Values">Scores, frames × classes, row by row.</param>
/// <param name="Frames">Frames.</param>
/// <param name="Classes">Phones including the blank.</param>
public sealed record LetterScores(float[] Values, int Frames, int Classes);

/// <summary>Guesses the phones of words that the lexicon lacks: greedy CTC over a small network.</summary>
public sealed class LettersToPhones
{
    /// <summary>Longest word given to the network; longer ones are cut there.</summary>
    public const int LongestWord = 40;

    /// <summary>The class that stands for no phone.</summary>
    public const string Blank = "<blank>";

    private readonly Dictionary<char, long> letters;
    private readonly IReadOnlyList<string> phones;
    private readonly int blank;
    private readonly LetterScorer scorer;

    private LettersToPhones(Dictionary<char, long> letters, IReadOnlyList<string> phones, int blank, LetterScorer scorer)
        => (this.letters, this.phones, this.blank, this.scorer) = (letters, phones, blank, scorer);

    /// <summary>Phones the network can give, the blank among them.</summary>
    public IReadOnlyList<string> Phones => phones;

    /// <summary>Binds the network to its two symbol lists.</summary>
    /// <param name="letters">One letter a line; the first is the edge mark.</param>
    /// <param name="phones">One phone a line; one of them is <c>&lt;blank&gt;</c>.</param>
    /// <param name="scorer">Runs the network.</param>
    public static Result<LettersToPhones> Create(IReadOnlyList<string> letters, IReadOnlyList<string> phones, LetterScorer scorer)
    {
        if (letters.Count < 2 || letters.Any(letter => letter.Length != 1) || letters.Distinct().Count() != letters.Count)
            return new Error.Invalid("voice-letters", "The letters file must list single characters, one a line, each once, the edge mark first.");
        var blank = phones.ToList().IndexOf(Blank);
        if (blank < 0)
            return new Error.Invalid("voice-g2p-phones", $"The phones file of the letters-to-phones network has no line \"{Blank}\".");
        var numbers = letters.Select((letter, k) => (letter[0], (long)k)).ToDictionary(p => p.Item1, p => p.Item2);
        return new LettersToPhones(numbers, phones, blank, scorer);
    }

    /// <summary>The phones of a word in lower case; letters the network does not know are skipped. Empty if none is left.</summary>
    /// <exception cref="InvalidOperationException">The network's output has another number of classes than its phones file.</exception>
    public IReadOnlyList<string> Pronounce(string word)
    {
        var known = word.Where(letters.ContainsKey).Take(LongestWord).Select(letter => letters[letter]).ToArray();
        if (known.Length == 0) return [];
        var scores = scorer([0, .. known, 0]);
        if (scores.Classes != phones.Count)
            throw new InvalidOperationException($"The letters-to-phones network has {scores.Classes} outputs for {phones.Count} phones.");
        var found = new List<string>();
        var before = blank;
        for (var frame = 0; frame < scores.Frames; frame++)
        {
            var best = Best(scores.Values.AsSpan(frame * scores.Classes, scores.Classes));
            if (best != blank && best != before) found.Add(phones[best]);
            before = best;
        }
        return found;
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var k = 1; k < scores.Length; k++)
            if (scores[k] > scores[best]) best = k;
        return best;
    }
}
