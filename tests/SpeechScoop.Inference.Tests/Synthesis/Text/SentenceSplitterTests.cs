using SpeechScoop.Inference.Synthesis.Text;
using Xunit;

namespace SpeechScoop.Inference.Tests.Synthesis.Text;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("One. Two! Three?", "One.|Two!|Three?")]
    [InlineData("Dr. Smith came. He left.", "Dr. Smith came.|He left.")]
    [InlineData("It costs 3.50 now. Fine.", "It costs 3.50 now.|Fine.")]
    [InlineData("J. R. Smith wrote it. We read it.", "J. R. Smith wrote it.|We read it.")]
    [InlineData("At 9 a.m. we met. Then we left.", "At 9 a.m. we met.|Then we left.")]
    [InlineData("He said \"Stop.\" She did.", "He said \"Stop.\"|She did.")]
    [InlineData("Title\n\nText follows\nhere.", "Title|Text follows here.")]
    [InlineData("Cats, dogs, etc. are here.", "Cats, dogs, etc. are here.")]
    [InlineData("See e.g. page 3. Done.", "See e.g. page 3.|Done.")]
    [InlineData("Wait... what? ... No.", "Wait... what?|No.")]
    public void Sentences_end_where_a_reader_would_end_them(string text, string sentences) =>
        Assert.Equal(sentences.Split('|'), SentenceSplitter.Split(text));

    [Fact]
    public void Long_sentences_are_cut_at_commas_and_nothing_is_lost()
    {
        var text = string.Join(' ', Enumerable.Range(0, 400).Select(k => k % 9 == 8 ? "word," : "word"));
        var pieces = SentenceSplitter.Split(text);
        Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, SentenceSplitter.LongestSentence));
        Assert.All(pieces.SkipLast(1), piece => Assert.EndsWith(",", piece, StringComparison.Ordinal));
        Assert.Equal(text, string.Join(' ', pieces));
    }

    [Fact]
    public void A_word_without_end_is_cut_by_force()
    {
        var pieces = SentenceSplitter.Split(new string('a', 1000));
        Assert.Equal(1000, pieces.Sum(piece => piece.Length));
        Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, SentenceSplitter.LongestSentence));
    }
}
