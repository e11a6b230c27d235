using CsCheck;
using SpeechScoop.Recognition;

namespace SpeechScoop.Tests.Recognition;

public class NormaliserProfileTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  Hello,   WORLD!\n", "hello world")]
    [InlineData("don’t Don't DON‘T don`t don´t", "don't don't don't don't don't")]
    [InlineData("the dogs' 'quoted' ’tis", "the dogs quoted tis")]
    [InlineData("rock 'n' roll o'clock", "rock n roll o'clock")]
    [InlineData("well-known e-mail", "well known e mail")]
    [InlineData("1,000.50 3.14. 10:30 5%", "1000.50 3.14 10 30 5")]
    [InlineData("1, 2, 3...", "1 2 3")]
    [InlineData("Ｆｕｌｌ ﬁne Ⅳ ½", "full fine iv 1 2")]
    [InlineData("café cafe\u0301", "café café")]
    [InlineData("soft\u00ADhyphen zero\u200Bwidth \uFEFFmark", "softhyphen zerowidth mark")]
    [InlineData("$5 + €3 = 🎉 #tag @me", "5 3 tag me")]
    [InlineData("ПРИВЕТ, мир! 你好。", "привет мир 你好")]
    [InlineData("नमस्ते", "नमस्ते")]
    [InlineData("a\u0007b", "ab")]
    [InlineData("e\u200B\u0301", "é")]
    [InlineData("it''s 'em", "it s em")]
    public void The_basic_profile_writes(string text, string expected) =>
        Assert.Equal(expected, NormaliserProfile.Basic.Normalise(text));

    [Fact]
    public void Plain_text_is_written_as_it_is_beside_a_letter_that_is_not_plain() => Gen.Char['\0', '\x7f'].Array[0, 24].Select(characters => new string(characters)).Sample(text =>
        Assert.Equal($"{NormaliserProfile.Basic.Normalise(text)} é".TrimStart(), NormaliserProfile.Basic.Normalise($"{text} é")), iter: 20_000);

    [Fact]
    public void Normalising_twice_changes_nothing() => Gen.Char.Array[0, 20].Select(characters => new string(characters)).Sample(text =>
    {
        var once = NormaliserProfile.Basic.Normalise(text);
        Assert.Equal(once, NormaliserProfile.Basic.Normalise(once));
    }, iter: 5000);

    [Fact]
    public void A_lone_surrogate_is_survived() => Assert.Equal("a b", NormaliserProfile.Basic.Normalise("a\uD800b"));

    /// <summary>Stored scores name this hash: whoever changes a rule raises the version.</summary>
    [Fact]
    public void The_basic_profile_has_not_changed_without_a_new_version()
    {
        Assert.Equal("basic@1", NormaliserProfile.Basic.Name);
        Assert.Equal("ccdcc5ae139ac524eae0e4a2a945920a2361943a674eb96e5de6aea7c1b47a99", NormaliserProfile.Basic.Hash);
    }

    [Fact]
    public void Profiles_are_found_by_id_and_by_name()
    {
        Assert.Same(NormaliserProfile.Basic, NormaliserProfile.Find("basic").Value);
        Assert.Same(NormaliserProfile.Basic, NormaliserProfile.Find("basic@1").Value);
        var error = Assert.IsType<Error.NotFound>(NormaliserProfile.Find("whisper").Error);
        Assert.Contains("basic@1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Profiles_that_differ_in_a_rule_differ_in_hash() => Assert.NotEqual(
        NormaliserProfile.Basic.Hash, new NormaliserProfile("basic", 1, TextRules.Compatibility, TextRules.LowerCase).Hash);
}
