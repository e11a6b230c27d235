using System.Text;

namespace SpeechScoop.Inference.Recognition.Decoding;

/// <summary>Words and their pronunciations in the symbols of a head. Immutable.</summary>
public sealed class Lexicon
{
    private readonly int[] words;
    private readonly int[] starts;
    private readonly byte[] symbols;

    private Lexicon(SymbolTable table, Utf8WordIndex index, int[] words, int[] starts, byte[] symbols)
    {
        Table = table;
        Index = index;
        this.words = words;
        this.starts = starts;
        this.symbols = symbols;
    }

    /// <summary>The symbols in which words are pronounced.</summary>
    public SymbolTable Table { get; }

    /// <summary>Number of different words.</summary>
    public int WordCount => Index.Count;

    /// <summary>Number of pronunciations, at least one a word.</summary>
    public int PronunciationCount => words.Length;

    internal Utf8WordIndex Index { get; }

    internal int WordOf(int pronunciation) => words[pronunciation];

    internal ReadOnlySpan<byte> SymbolsOf(int pronunciation) =>
        symbols.AsSpan(starts[pronunciation], starts[pronunciation + 1] - starts[pronunciation]);

    /// <summary>Whether the lexicon has the word, written as in the lexicon (lower case in the default packs).</summary>
    public bool Contains(string word) => Index.Find(word) >= 0;

    /// <summary>Parses UTF-8 text with lines <c>word TAB symbol symbol …</c>; a word may have several lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="table">The symbols that pronunciations use.</param>
    public static Result<Lexicon> Parse(ReadOnlySpan<byte> text, string name, SymbolTable table)
    {
        var byText = new Utf8WordIndex(64);
        foreach (var symbol in table.Symbols) byText.Add(Encoding.UTF8.GetBytes(symbol));
        var estimate = Math.Max(16, text.Length / 20);
        var index = new Utf8WordIndex(estimate);
        var words = new List<int>(estimate);
        var starts = new List<int>(estimate) { 0 };
        var symbols = new List<byte>(text.Length / 2);
        var lines = new TextLines(text);
        while (lines.Next())
        {
            var line = lines.Current;
            if (line.IsEmpty) continue;
            var tab = line.IndexOf((byte)'\t');
            var pronunciation = tab > 0 ? line[(tab + 1)..] : default;
            if (pronunciation.IsEmpty) return Wrong(name, lines.Number, "has no pronunciation: write the word, a tab and its symbols");
            while (!pronunciation.IsEmpty)
            {
                var symbol = TextLines.TakeField(ref pronunciation);
                var found = byText.Find(symbol);
                if (found < 0 || found == table.Blank || found == table.Boundary)
                {
                    return Wrong(name, lines.Number, $"uses '{Encoding.UTF8.GetString(symbol)}', which the token file does not list as a sound");
                }

                symbols.Add((byte)found);
            }

            words.Add(index.Add(line[..tab]));
            starts.Add(symbols.Count);
        }

        return words.Count == 0
            ? new Error.Invalid("lexicon-invalid", $"{name} holds no words.")
            : new Lexicon(table, index, [.. words], [.. starts], [.. symbols]);
    }

    private static Error.Invalid Wrong(string name, int line, string what) =>
        new Error.Invalid("lexicon-invalid", $"{name}, line {line}, {what}.");
}
