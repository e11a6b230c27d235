using CsCheck;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Tests.ListeningTests;

public class PlainTextTests
{
    [Theory]
    [InlineData("Just text", "Just text", "")]
    [InlineData("<p>One</p><p>Two<br/>Three</p>", "One\nTwo\nThree", "")]
    [InlineData("Press <b>now</b> &amp; <a href='x'>here</a>", "Press now & here", "b a")]
    [InlineData("A<script>if (a < b) alert('</p>')</script>B", "AB", "script")]
    [InlineData("A<!-- <b> -->B", "AB", "")]
    [InlineData("1 < 2 and 3 > 2", "1 < 2 and 3 > 2", "")]
    [InlineData("&#65;&#x42;&uuml;&unknown;&", "ABü&unknown;&", "")]
    [InlineData("open <b", "open", "b")]
    [InlineData("<script>never closed", "", "script")]
    [InlineData("  many \n\n  spaces ", "many\nspaces", "")]
    public void Markup_goes_and_words_stay(string html, string text, string lost)
    {
        var (plain, gone) = PlainText.Of(html);
        Assert.Equal((text, lost), (plain, string.Join(' ', gone)));
    }

    [Fact]
    public void Any_text_can_be_read() => Gen.String[Gen.Char["<>&;/!-#ab1 \n"], 0, 60].Sample(html => Assert.NotNull(PlainText.Of(html).Text));
}
