using System.Text;
using SpeechScoop.Inference.Tokenization;

namespace SpeechScoop.Inference.Tests.Tokenization;

public sealed class TokenFileTests
{
    private const string Good = """{"schema":"speechscoop/tokens/1","system":"s","sampleCount":640,"frameRate":50,"codebookSize":4,"codes":[[1,2],[3,0]]}""";

    [Fact]
    public void A_file_reads_back_as_it_was_written()
    {
        var tokens = TokenFile.FromJson(Encoding.UTF8.GetBytes(Good)).Value;
        Assert.Equal(Good, Encoding.UTF8.GetString(TokenFile.ToJson(tokens, 2)));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("null", "empty")]
    [InlineData("{}", "")]
    [InlineData("tokens/1", "tokens/2", "schema")]
    [InlineData("[3,0]", "[3]", "one length")]
    [InlineData("[3,0]", "[4,0]", "0..3")]
    [InlineData("640", "0", "sampleCount")]
    [InlineData("[[1,2],[3,0]]", "[]", "codes")]
    [InlineData("\"system\"", "\"systen\"", "systen")]
    public void What_is_wrong_with_a_file_is_said(string old, string with, string named = "")
    {
        var json = named.Length == 0 && !Good.Contains(old, StringComparison.Ordinal) || old.Length == 0 ? old : Good.Replace(old, with, StringComparison.Ordinal);
        var error = TokenFile.FromJson(Encoding.UTF8.GetBytes(json)).Error;
        Assert.Equal("tokens-damaged", error?.Code);
        Assert.Contains(named, error!.Message, StringComparison.Ordinal);
    }
}
