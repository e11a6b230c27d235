using System.Buffers.Text;
using System.Text;

namespace SpeechScoop.Inference.Recognition.Decoding;

/// <summary>Reads language models in the ARPA format, up to trigrams, in any order of lines within a section.</summary>
public static class ArpaReader
{
    private const float Ln10 = 2.302585093f;

    /// <summary>Parses an ARPA file.</summary>
    /// <param name="text">The text, UTF-8.</param>
    /// <param name="name">The file's name, for messages.</param>
    public static Result<LanguageModel> Parse(ReadOnlySpan<byte> text, string name)
    {
        var vocabulary = new Utf8WordIndex(Math.Max(16, text.Length / 128));
        var tables = new[] { new Section(1), new Section(2), new Section(3) };
        var order = 0;
        var lines = new TextLines(text);
        while (lines.Next())
        {
            var line = lines.Current;
            if (line.IsEmpty) continue;
            if (line[0] == '\\')
            {
                if (line.SequenceEqual("\\end\\"u8)) break;
                order = line.EndsWith("-grams:"u8) ? line[1] - '0' : 0;
                if (order > 3) return Wrong(name, lines.Number, "begins n-grams of an order above 3; write the model with order 3 at most");
            }
            else if (order > 0 && tables[order - 1].Read(line, vocabulary) is { } problem)
            {
                return Wrong(name, lines.Number, problem);
            }
        }

        return tables[0].Count == 0
            ? new Error.Invalid("language-model-invalid", $"{name} is not an ARPA file: it has no section \\1-grams:.")
            : Assemble(vocabulary, tables, name);
    }

    private static Result<LanguageModel> Assemble(Utf8WordIndex vocabulary, Section[] tables, string name)
    {
        var size = vocabulary.Count;
        var (words, pairs, triples) = (tables[0], tables[1], tables[2]);
        var wordScore = new float[size];
        var wordBackoff = new float[size];
        for (var row = 0; row < words.Count; row++)
        {
            wordScore[words.Keys[row].Last] = words.Scores[row];
            wordBackoff[words.Keys[row].Last] = words.Backoffs[row];
        }

        var pairOrder = pairs.Sorted();
        var pairStart = Starts(pairs, pairOrder, size, key => key.First);
        var pairWord = Array.ConvertAll(pairOrder, row => pairs.Keys[row].Last);
        var contexts = new int[triples.Count];
        for (var row = 0; row < triples.Count; row++)
        {
            var key = triples.Keys[row];
            var (low, high) = (pairStart[key.First], pairStart[key.First + 1]);
            contexts[row] = Array.BinarySearch(pairWord, low, high - low, key.Second);
            if (contexts[row] < 0)
            {
                return new Error.Invalid("language-model-invalid",
                    $"{name} has a trigram beginning '{vocabulary[key.First]} {vocabulary[key.Second]}' but no bigram of that name; write the model again with its bigrams.");
            }
        }

        var tripleOrder = triples.Sorted();
        var tripleStart = new int[pairOrder.Length + 1];
        foreach (var context in contexts) tripleStart[context + 1]++;
        for (var pair = 0; pair < pairOrder.Length; pair++) tripleStart[pair + 1] += tripleStart[pair];
        return new LanguageModel(vocabulary, new Ngrams(
            wordScore, wordBackoff,
            pairStart, pairWord, Array.ConvertAll(pairOrder, row => pairs.Scores[row]), Array.ConvertAll(pairOrder, row => pairs.Backoffs[row]),
            tripleStart, Array.ConvertAll(tripleOrder, row => triples.Keys[row].Last), Array.ConvertAll(tripleOrder, row => triples.Scores[row])));
    }

    private static int[] Starts(Section section, int[] order, int size, Func<(int First, int Second, int Last), int> owner)
    {
        var starts = new int[size + 1];
        foreach (var row in order) starts[owner(section.Keys[row]) + 1]++;
        for (var index = 0; index < size; index++) starts[index + 1] += starts[index];
        return starts;
    }

    private static Error.Invalid Wrong(string name, int line, string what) =>
        new Error.Invalid("language-model-invalid", $"{name}, line {line}, {what}.");

    /// <summary>The n-grams of one order as read: lines <c>log10 p, words, optional log10 back-off</c>.</summary>
    private sealed class Section(int order)
    {
        private bool inOrder = true;

        public List<(int First, int Second, int Last)> Keys { get; } = [];

        public List<float> Scores { get; } = [];

        public List<float> Backoffs { get; } = [];

        public int Count => Keys.Count;

        /// <summary>Takes a line; returns what is wrong with it, or null.</summary>
        public string? Read(ReadOnlySpan<byte> line, Utf8WordIndex vocabulary)
        {
            if (!TryNumber(TextLines.TakeField(ref line), out var score)) return "does not begin with a number";
            Span<int> words = stackalloc int[3];
            for (var position = 0; position < order; position++)
            {
                var word = TextLines.TakeField(ref line);
                if (word.IsEmpty) return $"has fewer than {order} words";
                words[position] = order == 1 ? vocabulary.Add(word) : vocabulary.Find(word);
                if (words[position] < 0) return $"uses '{Encoding.UTF8.GetString(word)}', which is not among the unigrams";
            }

            var backoff = 0f;
            if (!line.IsEmpty && !TryNumber(line, out backoff)) return "ends with something that is not a number";
            var key = (order > 1 ? words[0] : 0, order > 2 ? words[1] : 0, words[order - 1]);
            inOrder &= Keys.Count == 0 || Keys[^1].CompareTo(key) < 0;
            Keys.Add(key);
            Scores.Add(score * Ln10);
            Backoffs.Add(backoff * Ln10);
            return null;
        }

        /// <summary>Row numbers sorted by words.</summary>
        public int[] Sorted()
        {
            var rows = new int[Count];
            for (var row = 0; row < rows.Length; row++) rows[row] = row;
            if (!inOrder) Array.Sort(Keys.ToArray(), rows);
            return rows;
        }

        private static bool TryNumber(ReadOnlySpan<byte> text, out float value) =>
            Utf8Parser.TryParse(text.Trim((byte)' '), out value, out var used) && used > 0;
    }
}
