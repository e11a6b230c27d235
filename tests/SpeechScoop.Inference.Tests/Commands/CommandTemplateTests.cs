using SpeechScoop.Inference.Commands;

namespace SpeechScoop.Inference.Tests.Commands;

public sealed class CommandTemplateTests
{
    [Theory]
    [InlineData("{text}", "hello; rm -rf ~ `id` $(id) \"x\"", "hello; rm -rf ~ `id` $(id) \"x\"")]
    [InlineData("--say={text}!", "a {voice} b", "--say=a {voice} b!")]
    [InlineData("{text}", "-w/etc/passwd", " -w/etc/passwd")]
    [InlineData("(voice_{voice} 'x)", "unused", "(voice_slt 'x)")]
    [InlineData("{ {text} {}", "in", "{ in {}")]
    [InlineData("plain", "unused", "plain")]
    public void A_value_stays_one_argument_and_never_becomes_an_option(string argument, string text, string filled)
    {
        var values = new Dictionary<string, string> { ["text"] = text, ["voice"] = "slt" };
        Assert.Equal([filled], CommandTemplate.Fill([argument], values));
    }

    [Fact]
    public void Names_are_listed_as_they_are_used()
    {
        Assert.Equal(["voice", "text", "text"], CommandTemplate.Names(["-v", "{voice}", "{text}{text}", "{not-a-name}"]));
    }
}
