using SpeechScoop.Inference.Synthesis.Text;
using Xunit;

namespace SpeechScoop.Inference.Tests.Synthesis.Text;

public sealed class NumberWordsTests
{
    [Theory]
    [InlineData(0, "zero")]
    [InlineData(19, "nineteen")]
    [InlineData(40, "forty")]
    [InlineData(100, "one hundred")]
    [InlineData(1_000_001, "one million one")]
    [InlineData(999_999_999_999_999, "nine hundred ninety nine trillion nine hundred ninety nine billion nine hundred ninety nine million nine hundred ninety nine thousand nine hundred ninety nine")]
    public void Cardinals_are_american(long value, string words) => Assert.Equal(words, NumberWords.Cardinal(value));

    [Theory]
    [InlineData(1066, "ten sixty six")]
    [InlineData(1805, "eighteen oh five")]
    [InlineData(1900, "nineteen hundred")]
    [InlineData(2000, "two thousand")]
    [InlineData(2009, "two thousand nine")]
    [InlineData(2026, "twenty twenty six")]
    public void Years_are_read_in_pairs(int year, string words) => Assert.Equal(words, NumberWords.Year(year));

    [Theory]
    [InlineData(5, "fifth")]
    [InlineData(9, "ninth")]
    [InlineData(30, "thirtieth")]
    [InlineData(100, "one hundredth")]
    public void Ordinals_are_irregular_where_english_is(long value, string words) => Assert.Equal(words, NumberWords.Ordinal(value));
}
