using SpeechScoop.Datasets;
using SpeechScoop.Metrics;

namespace SpeechScoop.Core.Tests.Datasets;

public sealed class ItemAttributesTests
{
    [Fact]
    public void Attributes_are_stored_sorted_and_read_back()
    {
        var json = ItemAttributes.Write([new("noise", "café"), new("accent", "scottish")]);
        Assert.Equal("""{"accent":"scottish","noise":"café"}""", json);
        Assert.Equal("café", ItemAttributes.Read(json)["noise"]);
    }

    [Theory]
    [InlineData("Music", SoundDomain.Music)]
    [InlineData(" speech ", SoundDomain.Speech)]
    [InlineData("thunder", null)]
    [InlineData("2", null)]
    public void The_domain_is_read_in_any_case_and_an_unknown_word_is_none(string text, SoundDomain? domain) =>
        Assert.Equal(domain, ItemAttributes.DomainOf(new Dictionary<string, string> { ["domain"] = text }));
}
