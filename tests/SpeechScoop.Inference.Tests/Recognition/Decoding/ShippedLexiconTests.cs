using System.Text.Json;
using SpeechScoop.Inference.Recognition.Decoding;
using SpeechScoop.Tests;

namespace SpeechScoop.Inference.Tests.Recognition.Decoding;

/// <summary>The lexicon and language model of the default recognizer, as they lie in the repository.</summary>
public sealed class ShippedLexiconTests
{
    private static readonly string Folder = Path.Combine(SharedMaterial.RepositoryRoot, "models", "scoop-recognizer");
    private static readonly Lazy<WordSearchGraph> Graph = new(Read);

    [Fact]
    public void The_lexicon_has_ninety_thousand_words_and_the_model_scores_them_all()
    {
        Assert.InRange(Graph.Value.Lexicon.WordCount, 90_000, 120_000);
        Assert.InRange(Graph.Value.Model.TrigramCount, 100_000, 1_000_000);
        Assert.Equal(Graph.Value.Lexicon.WordCount + 3, Graph.Value.Model.WordCount);
    }

    [Fact]
    public void Every_closed_list_of_the_pack_is_in_its_lexicon()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "pack.json")));
        var lists = 0;
        foreach (var system in manifest.RootElement.GetProperty("systems").EnumerateArray())
        {
            if (system.GetProperty("settings").TryGetProperty("words", out var words))
            {
                lists++;
                Assert.Null(Graph.Value.Restrict([.. words.EnumerateArray().Select(word => word.GetString()!)]).Error);
            }
        }

        Assert.Equal(2, lists);
    }

    [Theory]
    [InlineData("t er n | aa n | dh ah | k ih ch ah n | l ay t", "turn on the kitchen light")]
    [InlineData("w ah n | t uw | th r iy", "one two three")]
    [InlineData("ay | w uh d | l ay k | s ah m | t iy", "i would like some tea")]
    public void Clearly_spoken_phones_become_the_likely_words(string phones, string expected)
    {
        var table = Graph.Value.Lexicon.Table;
        var path = string.Join(" _ ", phones.Split(' '));
        var decoder = Frames.Decoder(Graph.Value);
        decoder.Accept(Frames.Spell(table, path, 0.95), path.Split(' ').Length);

        Assert.Equal(expected, decoder.Finish().Text());
    }

    private static WordSearchGraph Read()
    {
        var table = SymbolTable.Parse(File.ReadLines(Path.Combine(Folder, "phones.txt"))).Value;
        var lexicon = Lexicon.Parse(PackText.Read(Path.Combine(Folder, "lexicon.txt.gz")).Value, "lexicon.txt.gz", table).Value;
        var model = ArpaReader.Parse(PackText.Read(Path.Combine(Folder, "language-model.arpa.gz")).Value, "language-model.arpa.gz").Value;
        return WordSearchGraph.Create(lexicon, model);
    }
}
