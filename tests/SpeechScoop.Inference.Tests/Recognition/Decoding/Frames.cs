using System.Text;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Recognition.Decoding;

namespace SpeechScoop.Inference.Tests.Recognition.Decoding;

/// <summary>Makes CTC frames and small models for decoder tests.</summary>
internal static class Frames
{
    public static SymbolTable Table(params string[] symbols) => SymbolTable.Parse(symbols).Value;

    public static Lexicon Lexicon(SymbolTable table, params string[] lines) =>
        SpeechScoop.Inference.Recognition.Decoding.Lexicon.Parse(Encoding.UTF8.GetBytes(string.Join('\n', lines)), "lexicon.txt", table).Value;

    public static LanguageModel Model(string arpa) => ArpaReader.Parse(Encoding.UTF8.GetBytes(arpa), "model.arpa").Value;

    /// <summary>A model in which all words are equally likely after anything.</summary>
    public static LanguageModel Uniform(params string[] words) => Model(
        "\\data\\\n\n\\1-grams:\n-1\t<s>\n-1\t</s>\n" + string.Concat(words.Select(word => $"-1\t{word}\n")) + "\\end\\\n");

    /// <summary>Frames in which the given symbols have probability <paramref name="sure"/> and the others share the rest; `_` is the blank.</summary>
    public static float[] Spell(SymbolTable table, string path, double sure = 0.9)
    {
        var symbols = path.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var frames = new float[symbols.Length * table.Count];
        Array.Fill(frames, (float)Math.Log((1 - sure) / (table.Count - 1)));
        for (var frame = 0; frame < symbols.Length; frame++)
        {
            var symbol = symbols[frame] == "_" ? table.Blank : table.IndexOf(symbols[frame]);
            frames[(frame * table.Count) + symbol] = (float)Math.Log(sure);
        }

        return frames;
    }

    /// <summary>Random distributions: softmax of normal-like scores, sharper the higher <paramref name="sharpness"/>.</summary>
    public static float[] Random(SymbolTable table, int frames, long seed, double sharpness)
    {
        var random = new SeededRandom(seed);
        var values = new float[frames * table.Count];
        for (var frame = 0; frame < frames; frame++)
        {
            var row = values.AsSpan(frame * table.Count, table.Count);
            foreach (ref var value in row)
            {
                value = (float)(sharpness * ((4 * random.NextDouble()) - 2));
            }

            var total = Math.Log(row.ToArray().Sum(value => Math.Exp(value)));
            foreach (ref var value in row)
            {
                value -= (float)total;
            }
        }

        return values;
    }

    public static string Text(this DecodedText decoded) => string.Join(' ', decoded.Words.Select(word => word.Text));

    public static WordSearchDecoder Decoder(WordSearchGraph graph, WordSearchSettings? settings = null) =>
        WordSearchDecoder.Create(graph, settings ?? new WordSearchSettings()).Value;
}
