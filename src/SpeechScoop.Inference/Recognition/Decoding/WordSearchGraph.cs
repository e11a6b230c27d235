namespace SpeechScoop.Inference.Recognition.Decoding;

/// <summary>
/// What a word search runs over: the tree of pronunciations, the language model, and for each node the best unigram of
/// the words beyond it. Immutable: build it once for a pack and share it between all streams.
/// </summary>
public sealed class WordSearchGraph
{
    // A word of the lexicon that the language model does not have, where it has no <unk> either.
    private const float UnknownScore = -16;

    private readonly int[] modelWord;

    private WordSearchGraph(Lexicon lexicon, LanguageModel model, int[] modelWord, int[] pronunciations)
    {
        Lexicon = lexicon;
        Model = model;
        this.modelWord = modelWord;
        Trie = PronunciationTrie.Build(lexicon, pronunciations);
        LookAhead = Trie.Highest(Unigram);
    }

    /// <summary>The lexicon the graph was made from.</summary>
    public Lexicon Lexicon { get; }

    internal LanguageModel Model { get; }

    internal PronunciationTrie Trie { get; }

    internal float[] LookAhead { get; }

    /// <summary>The state before the first word.</summary>
    internal int StartState => Model.Begin;

    /// <summary>Makes the graph of all words of a lexicon.</summary>
    public static WordSearchGraph Create(Lexicon lexicon, LanguageModel model)
    {
        var modelWord = new int[lexicon.WordCount];
        for (var word = 0; word < modelWord.Length; word++)
        {
            var found = model.Vocabulary.Find(lexicon.Index.Bytes(word));
            modelWord[word] = found >= 0 ? found : model.Unknown;
        }

        var all = new int[lexicon.PronunciationCount];
        for (var index = 0; index < all.Length; index++) all[index] = index;
        return new WordSearchGraph(lexicon, model, modelWord, all);
    }

    /// <summary>The same graph with nothing but the given words (upper and lower case are the same).</summary>
    /// <returns>The smaller graph, or an error that names the words the lexicon does not have.</returns>
    public Result<WordSearchGraph> Restrict(IReadOnlyList<string> words)
    {
        var found = Find(words, "word list");
        if (!found.TryGet(out var kept, out var error)) return error;
        if (kept.Count == 0)
        {
            return new Error.Invalid("word-list-empty", "The word list is empty; name at least one word, or leave it out for the open lexicon.");
        }

        var pronunciations = new List<int>();
        for (var index = 0; index < Lexicon.PronunciationCount; index++)
        {
            if (kept.Contains(Lexicon.WordOf(index))) pronunciations.Add(index);
        }

        return new WordSearchGraph(Lexicon, Model, modelWord, [.. pronunciations]);
    }

    /// <summary>Numbers of words given as text; an entry of several words counts as each of them.</summary>
    internal Result<HashSet<int>> Find(IReadOnlyList<string> words, string what)
    {
        var found = new HashSet<int>();
        var missing = new List<string>();
        foreach (var word in words.SelectMany(entry => entry.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        {
            var number = Lexicon.Index.Find(word);
            number = number >= 0 ? number : Lexicon.Index.Find(word.ToLowerInvariant());
            if (number < 0) missing.Add(word);
            else found.Add(number);
        }

        return missing.Count == 0
            ? Result<HashSet<int>>.Ok(found)
            : new Error.Invalid("word-not-in-lexicon",
                $"The {what} has words that the recognizer's lexicon of {Lexicon.WordCount} words does not have: {string.Join(", ", missing.Take(12))}. Leave them out or write them as the lexicon does.");
    }

    internal float Unigram(int word) => modelWord[word] is >= 0 and var known ? Model.Unigram(known) : UnknownScore;

    /// <summary>Probability of a word after a state, and the state after it.</summary>
    internal float Score(int state, int word, out int next)
    {
        if (modelWord[word] is >= 0 and var known) return Model.Score(state, known, out next);
        next = -1;
        return UnknownScore;
    }

    /// <summary>Probability that nothing follows a state.</summary>
    internal float EndScore(int state) => Model.End >= 0 ? Model.Score(state, Model.End, out _) : 0;
}
