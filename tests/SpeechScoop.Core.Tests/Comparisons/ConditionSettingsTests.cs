using System.Text.Json;
using SpeechScoop.Comparisons;

namespace SpeechScoop.Tests.Comparisons;

public class ConditionSettingsTests
{
    [Theory]
    [InlineData("{}", "", "")]
    [InlineData("""{"codebooks":4}""", "codebooks=4", "4 codebooks")]
    [InlineData("""{"codebooks":1}""", "codebooks=1", "1 codebook")]
    [InlineData("""{"temperature":0.7,"rate":1.25}""", "rate=1.25;temperature=0.7", "rate 1.25, temperature 0.7")]
    [InlineData("""{"seed":12,"rate":1,"words":null,"hotWords":[]}""", "", "")]
    [InlineData("""{"rate":1.0,"temperature":0}""", "temperature=0", "temperature 0")]
    [InlineData("""{"decoder":"characters"}""", "decoder=characters", "decoder characters")]
    public void Settings_are_written_in_one_way_only(string json, string text, string phrases)
    {
        var settings = ConditionSettings.Read(json);
        Assert.Equal(text, settings.Text);
        Assert.Equal(phrases, string.Join(", ", settings.Phrases));
    }

    [Fact]
    public void A_word_list_is_told_by_its_words_not_by_their_order()
    {
        var digits = ConditionSettings.Read("""{"words":["one","two","three"]}""");
        Assert.Equal(digits.Text, ConditionSettings.Read("""{"words":["three","one","two"]}""").Text);
        Assert.NotEqual(digits.Text, ConditionSettings.Read("""{"words":["one","two","four"]}""").Text);
        Assert.NotEqual(digits.Text, ConditionSettings.Read("""{"hotWords":["one","two","three"]}""").Text);
        Assert.Matches("^words=3:[0-9a-f]{8}$", digits.Text);
        Assert.Equal(["only 3 words"], digits.Phrases);
    }

    [Fact]
    public void Anything_but_an_object_is_a_bug_of_the_writer() =>
        Assert.ThrowsAny<JsonException>(() => ConditionSettings.Read("{"));
}
