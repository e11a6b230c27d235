using SpeechScoop.SynthesisLab;

namespace SpeechScoop.Core.Tests.SynthesisLab;

public sealed class CloneGapTests
{
    private static CloneSimilarity[] Takes(string condition, double inside, double outside, int prompts = 6) =>
        [.. Enumerable.Range(0, prompts).SelectMany(prompt => Enumerable.Range(0, 3).SelectMany(take => (CloneSimilarity[])
        [
            new(condition, $"in{prompt}", CloneDomain.InDomain, inside + (0.01 * (prompt - 2.5)) + (0.005 * take)),
            new(condition, $"out{prompt}", CloneDomain.OutOfDomain, outside + (0.01 * (prompt - 2.5)) + (0.005 * take)),
        ]))];

    [Fact]
    public void Unusual_speakers_that_are_cloned_worse_have_a_gap_above_nothing()
    {
        var gap = Assert.Single(CloneGap.Of(Takes("voice", 0.8, 0.5)));
        Assert.Equal(0.3, gap.Gap!.Value, 1e-12);
        Assert.InRange(gap.Gap.Low!.Value, 0.2, 0.3);
        Assert.InRange(gap.Gap.High!.Value, 0.3, 0.4);
        Assert.Equal((0.805, 0.505), (Math.Round(gap.InDomain!.Value, 9), Math.Round(gap.OutOfDomain!.Value, 9)));
        Assert.Equal((6, 12), (gap.InDomain.Prompts, gap.Gap.Prompts));
    }

    [Fact]
    public void Speakers_that_are_cloned_alike_have_a_gap_whose_interval_holds_nothing()
    {
        var gap = Assert.Single(CloneGap.Of(Takes("voice", 0.7, 0.7)));
        Assert.InRange(0, gap.Gap!.Low!.Value, gap.Gap.High!.Value);
    }

    [Fact]
    public void Without_one_of_the_sides_there_is_no_gap()
    {
        var gap = Assert.Single(CloneGap.Of([.. Takes("voice", 0.7, 0.7).Where(take => take.Domain is CloneDomain.InDomain)]));
        Assert.NotNull(gap.InDomain);
        Assert.Null(gap.OutOfDomain);
        Assert.Null(gap.Gap);
    }

    [Fact]
    public void Conditions_are_kept_apart_and_the_same_takes_give_the_same_interval()
    {
        CloneSimilarity[] takes = [.. Takes("first", 0.8, 0.5), .. Takes("second", 0.8, 0.5)];
        var gaps = CloneGap.Of(takes);
        Assert.Equal(["first", "second"], gaps.Select(gap => gap.Condition));
        Assert.Equal(gaps[0].Gap, gaps[1].Gap);
    }

    [Theory]
    [InlineData("in-domain", CloneDomain.InDomain)]
    [InlineData(" Out-of-Domain ", CloneDomain.OutOfDomain)]
    [InlineData("elsewhere", null)]
    [InlineData(null, null)]
    public void The_attribute_says_which_side_a_prompt_is_on(string? text, CloneDomain? expected) =>
        Assert.Equal(expected, CloneGap.DomainOf(text is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["clone"] = text }));
}
