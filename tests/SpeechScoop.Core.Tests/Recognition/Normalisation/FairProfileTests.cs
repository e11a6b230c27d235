using CsCheck;
using SpeechScoop.Recognition;

namespace SpeechScoop.Tests.Recognition.Normalisation;

public class FairProfileTests
{
    [Theory]
    // form
    [InlineData("Well-known, isn't it?", "well known is not it")]
    [InlineData("AT&T", "at and t")]
    [InlineData("at 5 p.m. in the U.S.", "at 5 pm in the us")]
    [InlineData("[laughter] yes <noise> sir", "yes sir")]
    [InlineData("[Laughs] hello...", "hello")]
    // contractions
    [InlineData("I can't, it's been cold and he's here", "I cannot, it has been cold and he is here")]
    [InlineData("she'd been there and they'd go", "she had been there and they would go")]
    [InlineData("John's car; the dogs' bowl", "johns car the dogs bowl")]
    [InlineData("they're gonna go, y'all", "they are going to go you all")]
    // fillers
    [InlineData("um, so, uh, hello", "so hello")]
    // numbers
    [InlineData("twenty-one", "21")]
    [InlineData("one hundred and one", "101")]
    [InlineData("a hundred and five people", "105 people")]
    [InlineData("two thousand three hundred forty five", "2,345")]
    [InlineData("3 hundred", "300")]
    [InlineData("twelve hundred", "1200")]
    [InlineData("five million", "5 million")]
    [InlineData("2.5 million dollars", "$2.5 million")]
    [InlineData("$2.5m", "two point five million dollars")]
    [InlineData("five dollars and fifty cents", "$5.50")]
    [InlineData("five dollars", "$5")]
    [InlineData("$5.00", "$5")]
    [InlineData("one dollar", "$1")]
    [InlineData("ten percent", "10%")]
    [InlineData("ten per cent", "10 %")]
    [InlineData("three point one four", "3.14")]
    [InlineData("zero point five", "0.5")]
    [InlineData("twenty first", "21st")]
    [InlineData("the one hundredth time", "the 100th time")]
    [InlineData("half past ten o'clock", "half past 10:00")]
    [InlineData("ten thirty", "10:30")]
    [InlineData("10:00 AM", "ten a.m.")]
    [InlineData("two and a half", "2 1/2")]
    [InlineData("two and a half", "2½")]
    [InlineData("minus five degrees", "minus 5°")]
    // spelling and variants
    [InlineData("the colour of travelling", "the color of traveling")]
    [InlineData("Mister Smith is okay", "Mr. Smith is OK")]
    [InlineData("alright", "all right")]
    public void Formatting_alone_costs_nothing(string one, string other)
    {
        var score = TranscriptScore.Of(one, other, NormaliserProfile.Fair);
        Assert.True(score.Words.Counts.Errors == 0, $"'{string.Join(' ', score.Words.Tokens.Select(token => $"{token.Reference}/{token.Hypothesis}"))}'");
    }

    [Theory]
    [InlineData("ice cream", "icecream")]
    [InlineData("nineteen ninety nine", "1999")]
    [InlineData("twenty twenty five", "2025")]
    [InlineData("one oh one", "101")]
    [InlineData("five five five one two three four", "555-1234")]
    [InlineData("eight oh five", "8:05")]
    [InlineData("U S A", "USA")]
    [InlineData("the e-mail for every day use", "the email for everyday use")]
    [InlineData("the nineteen nineties", "the 1990s")]
    public void Words_written_apart_or_together_cost_nothing_and_the_reference_keeps_its_length(string reference, string hypothesis)
    {
        var forward = TranscriptScore.Of(reference, hypothesis, NormaliserProfile.Fair);
        var back = TranscriptScore.Of(hypothesis, reference, NormaliserProfile.Fair);
        Assert.Equal((0, 0), (forward.Words.Counts.Errors, back.Words.Counts.Errors));
        Assert.Equal(NormaliserProfile.Fair.Words(reference).Length, forward.Words.Counts.ReferenceLength);
        Assert.Equal(NormaliserProfile.Fair.Words(hypothesis).Length, back.Words.Counts.ReferenceLength);
    }

    [Theory]
    [InlineData("fifteen", "fifty", 1)]
    [InlineData("it is", "it was", 1)]
    [InlineData("can", "can't", 1)]
    [InlineData("two hundred", "three hundred", 1)]
    [InlineData("the cat sat", "the mat sat", 1)]
    [InlineData("five dollars", "five euros", 1)]
    public void Mishearing_still_costs(string reference, string hypothesis, int errors)
    {
        var counts = TranscriptScore.Of(reference, hypothesis, NormaliserProfile.Fair).Words.Counts;
        Assert.Equal(errors, counts.Errors);
    }

    /// <summary>The price of compounds: a boundary that was misheard, with every sound in place, is not seen.</summary>
    [Fact]
    public void A_misheard_boundary_is_not_seen() => Assert.Equal(0, TranscriptScore.Of("an ice cream", "a nice cream", NormaliserProfile.Fair).Words.Counts.Errors);

    [Fact]
    public void Any_two_texts_can_be_compared_and_a_text_equals_itself()
    {
        var list = "one two ten twenty hundred thousand million and point oh double $5 5% 10:30 1/2 a the ½ 2.5 1,000 um it's o'clock per cent U.S. first nineties é [ < 's . 0 00".Split(' ');
        var words = Gen.Int[0, list.Length - 1].Select(i => list[i]);
        Gen.Select(words.Array[0, 8], words.Array[0, 8]).Sample((left, right) =>
        {
            var (one, other) = (string.Join(' ', left), string.Join(' ', right));
            Assert.Equal(0, TranscriptScore.Of(one, one, NormaliserProfile.Fair).Words.Counts.Errors);
            Assert.True(TranscriptScore.Of(one, other, NormaliserProfile.Fair).Words.Counts.ReferenceLength == NormaliserProfile.Fair.Words(one).Length);
        }, iter: 3000);
    }
}
