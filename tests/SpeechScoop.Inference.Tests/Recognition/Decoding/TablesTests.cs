using System.Text;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Recognition.Decoding;

namespace SpeechScoop.Inference.Tests.Recognition.Decoding;

public sealed class TablesTests
{
    private static readonly SymbolTable Phones = Frames.Table("|", "k", "ae", "t", "<blank>");

    [Fact]
    public void A_token_file_gives_each_symbol_its_line_as_index()
    {
        Assert.Equal(5, Phones.Count);
        Assert.Equal((0, 4, 2, -1), (Phones.Boundary, Phones.Blank, Phones.IndexOf("ae"), Phones.IndexOf("zh")));
    }

    [Theory]
    [InlineData("a", "|")]
    [InlineData("a", "<blank>")]
    [InlineData("a", "a", "|", "<blank>")]
    [InlineData("a", "", "|", "<blank>")]
    public void A_token_file_without_its_marks_or_with_repeats_is_refused(params string[] lines) =>
        Assert.Equal("tokens-invalid", SymbolTable.Parse(lines).Error?.Code);

    [Fact]
    public void A_word_may_have_several_pronunciations()
    {
        var lexicon = Frames.Lexicon(Phones, "cat\tk ae t", "tack\tt ae k", "cat\tk ae", "");

        Assert.Equal((2, 3), (lexicon.WordCount, lexicon.PronunciationCount));
        Assert.True(lexicon.Contains("tack"));
        Assert.False(lexicon.Contains("tac"));
    }

    [Theory]
    [InlineData("cat\tk ae t\ndog\td ao g", "lexicon.txt, line 2, uses 'd'")]
    [InlineData("cat", "line 1, has no pronunciation")]
    [InlineData("cat\tk | t", "'|'")]
    [InlineData("", "holds no words")]
    public void A_damaged_lexicon_is_refused_with_the_place(string text, string expected) =>
        Assert.Contains(expected, Lexicon.Parse(Encoding.UTF8.GetBytes(text), "lexicon.txt", Phones).Error!.Message, StringComparison.Ordinal);

    [Fact]
    public void Ten_thousand_words_are_found_again_by_their_bytes()
    {
        var index = new Utf8WordIndex(4);
        for (var number = 0; number < 10_000; number++)
        {
            Assert.Equal(number, index.Add(Encoding.UTF8.GetBytes($"wört{number}")));
        }

        Assert.Equal(10_000, index.Count);
        Assert.Equal(777, index.Find("wört777"));
        Assert.Equal(777, index.Add(Encoding.UTF8.GetBytes("wört777")));
        Assert.Equal("wört9999", index[9999]);
        Assert.Equal(-1, index.Find("wört10000"));
    }

    [Fact]
    public void Selection_finds_what_sorting_finds()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new SeededRandom(seed);
            var values = Enumerable.Range(0, 1 + random.Next(300)).Select(_ => (float)random.Next(40)).ToArray();
            var count = 1 + random.Next(values.Length);
            var sorted = values.OrderDescending().ToArray();

            Assert.Equal(sorted[count - 1], Selection.NthLargest(values, count));
        }
    }

    [Theory]
    [InlineData(-1.0, -2.0)]
    [InlineData(-2.0, -2.0)]
    [InlineData(-3.0, -40.0)]
    [InlineData(-5.0, -1e30)]
    public void Log_sums_equal_the_logarithm_of_the_sum(double a, double b)
    {
        Assert.Equal(Math.Log(Math.Exp(a) + Math.Exp(b)), LogSum.Of((float)a, (float)b), 5);
        Assert.Equal(LogSum.Of((float)a, (float)b), LogSum.Of((float)b, (float)a));
    }

    [Fact]
    public void Gzipped_and_plain_pack_texts_read_the_same_and_a_broken_one_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("speechscoop-text-");
        try
        {
            var (plain, packed, broken) = (Path.Combine(folder.FullName, "a.txt"), Path.Combine(folder.FullName, "a.txt.gz"), Path.Combine(folder.FullName, "b.gz"));
            File.WriteAllText(plain, "cat\tk ae t\n");
            using (var file = File.Create(packed))
            using (var gzip = new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Compress))
            {
                gzip.Write(File.ReadAllBytes(plain));
            }

            File.WriteAllText(broken, "not gzip");

            Assert.Equal(PackText.Read(plain).Value, PackText.Read(packed).Value);
            Assert.Contains("b.gz", PackText.Read(broken).Error!.Message, StringComparison.Ordinal);
            Assert.Contains("none.txt", PackText.Read(Path.Combine(folder.FullName, "none.txt")).Error!.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
