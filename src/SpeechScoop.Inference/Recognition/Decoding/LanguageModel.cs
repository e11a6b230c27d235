namespace SpeechScoop.Inference.Recognition.Decoding;

/// <summary>
/// A back-off n-gram model of order 1 to 3 (Katz 1987, as stored in ARPA files). Immutable; natural logarithms.
/// </summary>
/// <remarks>
/// A state stands for the words that the next word depends on: a known pair of words (<c>vocabulary size + number of the
/// bigram</c>), or one word (its number) where the model knows no such pair. Histories with the same future so have the
/// same state.
/// </remarks>
public sealed class LanguageModel
{
    private readonly Ngrams ngrams;

    internal LanguageModel(Utf8WordIndex vocabulary, Ngrams ngrams)
    {
        Vocabulary = vocabulary;
        this.ngrams = ngrams;
        Unknown = vocabulary.Find("<unk>");
        Begin = vocabulary.Find("<s>");
        End = vocabulary.Find("</s>");
    }

    /// <summary>Number of words, the marks for begin, end and unknown included.</summary>
    public int WordCount => Vocabulary.Count;

    /// <summary>Number of word pairs.</summary>
    public int BigramCount => ngrams.PairWord.Length;

    /// <summary>Number of word triples.</summary>
    public int TrigramCount => ngrams.TripleWord.Length;

    internal Utf8WordIndex Vocabulary { get; }

    /// <summary>Number of the begin mark, or −1.</summary>
    internal int Begin { get; }

    /// <summary>Number of the end mark, or −1.</summary>
    internal int End { get; }

    /// <summary>Number of the mark for unknown words, or −1.</summary>
    internal int Unknown { get; }

    /// <summary>Probability of a word alone.</summary>
    internal float Unigram(int word) => ngrams.WordScore[word];

    /// <summary>Probability of a word in a state, and the state after it.</summary>
    internal float Score(int state, int word, out int next)
    {
        var backoff = 0f;
        var last = state;
        if (state >= Vocabulary.Count)
        {
            var pair = state - Vocabulary.Count;
            last = ngrams.PairWord[pair];
            var triple = Find(ngrams.TripleWord, ngrams.TripleStart[pair], ngrams.TripleStart[pair + 1], word);
            if (triple >= 0)
            {
                var shorter = FindPair(last, word);
                next = shorter >= 0 ? Vocabulary.Count + shorter : word;
                return ngrams.TripleScore[triple];
            }

            backoff = ngrams.PairBackoff[pair];
        }

        var found = last >= 0 ? FindPair(last, word) : -1;
        if (found >= 0)
        {
            next = Vocabulary.Count + found;
            return backoff + ngrams.PairScore[found];
        }

        next = word;
        return backoff + (last >= 0 ? ngrams.WordBackoff[last] : 0) + ngrams.WordScore[word];
    }

    private int FindPair(int first, int second) =>
        Find(ngrams.PairWord, ngrams.PairStart[first], ngrams.PairStart[first + 1], second);

    private static int Find(int[] words, int low, int high, int word)
    {
        high--;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (words[middle] == word) return middle;
            if (words[middle] < word) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }
}

/// <summary>
/// N-grams in sorted arrays: pairs that begin with word <c>w</c> lie at <c>PairStart[w] .. PairStart[w + 1]</c>, sorted by
/// their second word; triples that continue pair <c>p</c> lie at <c>TripleStart[p] .. TripleStart[p + 1]</c>.
/// </summary>
internal sealed record Ngrams(
    float[] WordScore, float[] WordBackoff,
    int[] PairStart, int[] PairWord, float[] PairScore, float[] PairBackoff,
    int[] TripleStart, int[] TripleWord, float[] TripleScore);
