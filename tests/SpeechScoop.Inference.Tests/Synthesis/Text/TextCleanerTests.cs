using SpeechScoop.Inference.Synthesis.Text;
using Xunit;

namespace SpeechScoop.Inference.Tests.Synthesis.Text;

public sealed class TextCleanerTests
{
    [Theory]
    [InlineData("“It’s fine” 🙂", "\"It's fine\"")]
    [InlineData("café naïve Zoë", "cafe naive Zoe")]
    [InlineData("ﬁne ①", "fine 1")]
    [InlineData("<speak>Hello <break time=\"1s\"/> there</speak>", "Hello there")]
    [InlineData("<b>bold</b> &amp; bright", "bold & bright")]
    [InlineData("3 < 5 and 6 > 2", "3 < 5 and 6 > 2")]
    [InlineData("one\ttwo  three", "one two three")]
    public void Markup_emoji_and_typography_are_taken_off(string written, string clean) =>
        Assert.Equal(clean, TextCleaner.Clean(written).Value);

    [Theory]
    [InlineData("Привет мир", "text-foreign-script", "П")]
    [InlineData("こんにちは", "text-foreign-script", "こ")]
    [InlineData("one ٣ two", "text-foreign-script", "٣")]
    public void Other_scripts_are_an_error_that_names_the_characters(string text, string code, string named)
    {
        var error = Assert.IsType<Error.Invalid>(TextCleaner.Clean(text).Error);
        Assert.Equal(code, error.Code);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("🙂🙂")]
    [InlineData("<break/>")]
    [InlineData("...")]
    public void Text_without_letters_and_digits_is_an_error(string text) =>
        Assert.Equal("text-empty", TextCleaner.Clean(text).Error?.Code);

    [Fact]
    public void Text_beyond_twenty_thousand_characters_is_an_error()
    {
        Assert.Null(TextCleaner.Clean(new string('a', 20_000)).Error);
        Assert.Equal("text-too-long", TextCleaner.Clean(new string('a', 20_001)).Error?.Code);
    }

    [Fact]
    public void Unpaired_surrogates_do_no_harm() => Assert.Equal("a b", TextCleaner.Clean("a\ud800b").Value);
}
