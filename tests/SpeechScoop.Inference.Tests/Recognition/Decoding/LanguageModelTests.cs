using System.Text;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Recognition.Decoding;

namespace SpeechScoop.Inference.Tests.Recognition.Decoding;

public sealed class LanguageModelTests
{
    private const string Arpa = """
        \data\
        ngram 1=5
        ngram 2=4
        ngram 3=2

        \1-grams:
        -1.5	<unk>
        -99	<s>	-0.5
        -1.0	</s>
        -0.7	red	-0.2
        -0.9	car	-0.1

        \2-grams:
        -0.4	red car	-0.3
        -0.6	<s> red	-0.25
        -0.8	car </s>
        -1.1	red red

        \3-grams:
        -0.05	red car </s>
        -0.15	<s> red car

        \end\
        """;

    private static readonly LanguageModel Model = Frames.Model(Arpa);

    [Fact]
    public void A_known_triple_has_its_own_probability()
    {
        // <s> red: -0.6; <s> red car: -0.15; red car </s>: -0.05
        Assert.Equal(-0.8 * Math.Log(10), Sentence("red", "car"), 4);
    }

    [Fact]
    public void An_unknown_triple_backs_off_through_pair_and_word()
    {
        // <s> car: backoff(<s>) + car = -0.5 - 0.9; car red: backoff(car) + red = -0.1 - 0.7; red </s>: -0.2 - 1.0
        Assert.Equal((-1.4 - 0.8 - 1.2) * Math.Log(10), Sentence("car", "red"), 4);
        // <s> red: -0.6; <s> red red: backoff(<s> red) + (red red) = -0.25 - 1.1; red red </s>: 0 + backoff(red) + </s> = -0.2 - 1.0
        Assert.Equal((-0.6 - 1.35 - 1.2) * Math.Log(10), Sentence("red", "red"), 4);
    }

    [Fact]
    public void A_word_outside_the_vocabulary_counts_as_unknown()
    {
        Assert.Equal((-0.5 - 1.5 - 1.0) * Math.Log(10), Sentence("<unk>"), 4);
    }

    [Fact]
    public void Sections_may_list_their_ngrams_in_any_order_and_with_windows_line_ends()
    {
        Assert.Equal(4, Model.BigramCount);
        Assert.Equal(2, Model.TrigramCount);
        var windows = Frames.Model(Arpa.ReplaceLineEndings("\r\n"));
        Assert.Equal((5, 4, 2), (windows.WordCount, windows.BigramCount, windows.TrigramCount));
    }

    [Theory]
    [InlineData("\\1-grams:\nx\tred\n", "line 2, does not begin with a number")]
    [InlineData("\\1-grams:\n-1\tred\n\n\\2-grams:\n-1\tred cart\n", "'cart'")]
    [InlineData("\\1-grams:\n-1\tred\n\n\\2-grams:\n-1\tred\n", "fewer than 2 words")]
    [InlineData("\\1-grams:\n-1\tred\tx\n", "line 2, ends with something")]
    [InlineData("\\1-grams:\n-1\tred\n\n\\3-grams:\n-1\tred red red\n", "'red red' but no bigram")]
    [InlineData("\\1-grams:\n-1\tred\n\n\\4-grams:\n-1\tred red red red\n", "order above 3")]
    [InlineData("no language model", "not an ARPA file")]
    public void A_damaged_file_is_refused_with_the_place(string text, string expected)
    {
        var error = ArpaReader.Parse(Encoding.UTF8.GetBytes(text), "model.arpa").Error;

        Assert.NotNull(error);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("model.arpa", error.Message, StringComparison.Ordinal);
    }

    private static double Sentence(params string[] words)
    {
        var (state, score) = (Model.Begin, 0.0);
        foreach (var word in words.Append("</s>"))
        {
            score += Model.Score(state, Model.Vocabulary.Find(word), out state);
        }

        return score;
    }
}
