using SpeechScoop.ListeningTests;

namespace SpeechScoop.Tests.ListeningTests;

public class ConditionPatternTests
{
    [Theory]
    [InlineData(@".*_c(?<condition>\d{1,2})_.*\.wav", "https://x.org/a/D501_c03_M2.wav?sig=1", "03", "D501_c_M2.wav")]
    [InlineData(@".*_c(?P<condition>\d{1,2})_.*.wav", "D501_c03_M2.wav", "03", "D501_c_M2.wav")]
    [InlineData(@"(?P<codec>[a-z]+)-(?P<rate>\d+)k", @"audio\opus-12k-talker1.wav", "opus____12", "-k-talker1.wav")]
    [InlineData(@"(?P<codec>[a-z])(?P=codec)", "aab.wav", "a", "ab.wav")]
    [InlineData(@"s(?<condition>x)?", "s1.wav", "", "s1.wav")]
    public void Groups_are_found_in_the_last_part_of_a_path_or_address(string pattern, string file, string name, string rest)
    {
        var found = ConditionPattern.Read(pattern).Value.Find(file)!;
        Assert.Equal((name, rest), (found.Name, found.Rest));
    }

    [Fact]
    public void A_pattern_matches_from_the_first_character_on_as_in_the_toolkit()
    {
        Assert.Null(ConditionPattern.Read(@"c(?<condition>\d)").Value.Find("a_c1.wav"));
        Assert.NotNull(ConditionPattern.Read(@".*c(?<condition>\d)").Value.Find("a_c1_and_more.wav"));
        Assert.Equal(["codec", "rate"], ConditionPattern.Read(@"(?<codec>.)(?<rate>.)(.)").Value.Keys);
    }

    [Theory]
    [InlineData(@".*_c(\d)", "condition-pattern-groups")]
    [InlineData(@".*_c(?<condition>\d", "condition-pattern-invalid")]
    [InlineData("", "condition-pattern-groups")]
    public void A_pattern_that_finds_no_condition_is_refused_with_an_example(string pattern, string code)
    {
        var error = ConditionPattern.Read(pattern).Error;
        Assert.Equal(code, Assert.IsType<Error.Invalid>(error).Code);
        Assert.Contains("(?<condition>[0-9]+)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_is_no_way_to_keep_the_server_busy()
    {
        Assert.Equal("condition-pattern-long", ConditionPattern.Read(new string('a', 501)).Error?.Code);
        var slow = ConditionPattern.Read("(?<condition>(a|aa)+)$").Value;
        Assert.Null(slow.Find(new string('a', 60) + "!"));
        Assert.Null(slow.Find("a"));
    }
}
