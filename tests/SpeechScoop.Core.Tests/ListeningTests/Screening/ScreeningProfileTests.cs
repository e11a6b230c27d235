using SpeechScoop.ListeningTests;

namespace SpeechScoop.Tests.ListeningTests.Screening;

public class ScreeningProfileTests
{
    [Fact]
    public void Presets_have_the_documented_ids_and_parameters()
    {
        Assert.Equal(["none", "bs1534-3", "mpeg-strict", "bs1116", "p808", "crowd"], ScreeningProfile.Presets.Select(preset => preset.Id));
        Assert.Equal(
            """{"id":"bs1534-3","version":1,"rules":[{"kind":"hidden-reference","below":90,"share":0.15},{"kind":"mid-anchor","above":90,"share":0.15,"indistinctShare":0.25},{"kind":"outlier","reach":1.5}]}""",
            ScreeningProfile.Bs1534.Write());
    }

    [Fact]
    public void Every_preset_survives_JSON() => Assert.All(ScreeningProfile.Presets, preset =>
    {
        var read = ScreeningProfile.Read(preset.Write()).Value;
        Assert.Equal(preset.Write(), read.Write());
        Assert.Equal(preset.Rules, read.Rules);
        Assert.Equal(preset, ScreeningProfile.Find(preset.Id).Value);
    });

    [Fact]
    public void No_screening_keeps_every_answer_in_its_order_and_nothing_is_ever_changed()
    {
        var sheet = new AnswerSheet().Row("ann", StimulusRole.Reference, 0, 0, 0).Row("bob", StimulusRole.Anchor70, 100, 100);
        var before = sheet.Ratings.ToArray();
        Assert.Equal(before, ScreeningProfile.None.Apply(sheet.Input).Kept);
        Assert.Equal(2, ScreeningProfile.Bs1534.Apply(sheet.Input).Kept.Count);
        Assert.Equal(before, sheet.Ratings);
        Assert.Equal(before, ScreeningProfile.None.Apply(sheet.Input).Kept);
    }

    [Fact]
    public void The_order_of_rules_decides_nothing_but_the_order_of_reasons()
    {
        var sheet = new AnswerSheet().Row("ann", StimulusRole.Reference, 0, 100).Row("ann", StimulusRole.Anchor70, 50, 95).Row("ann", StimulusRole.System, 3, 4)
            .Row("bob", StimulusRole.Reference, 100, 100).Row("bob", StimulusRole.Anchor70, 60, 60).Row("bob", StimulusRole.System, 3, 4)
            .Session("bob", session => session with { HeadphonesPassed = false });
        ScreeningRule[] rules = [new HiddenReferenceRule(), new AnchorOrderRule(), new HeadphoneRule(), new OutlierRule()];
        var (forth, back) = (new ScreeningProfile("own", 1, rules).Apply(sheet.Input), new ScreeningProfile("own", 1, [.. rules.Reverse()]).Apply(sheet.Input));
        Assert.Equal(forth.Kept, back.Kept);
        Assert.Equal(3, forth.Exclusions.Count);
        Assert.Equal(forth.Exclusions.OrderBy(finding => finding.Rule), back.Exclusions.OrderBy(finding => finding.Rule));
    }

    [Fact]
    public void Answers_of_refused_sessions_belong_to_no_panel()
    {
        var sheet = new AnswerSheet().Row("ann", StimulusRole.Anchor70, 95, 20, 20).Row("bob", StimulusRole.Anchor70, 95, 20, 20).Row("cyd", StimulusRole.Anchor70, 20, 20, 20)
            .Session("bob", session => session with { Outcome = SessionOutcome.ScreenedOut });
        for (var i = 0; i < 4; i++) sheet.Row($"other{i}", StimulusRole.Anchor70, 20, 20, 20);
        // One of six listeners rates item 1 high, not two of seven: the item counts, and ann is left out.
        Assert.Equal(["ann"], sheet.Excluded(new MidAnchorRule()));
        Assert.Contains("bob", sheet.Apply(new MidAnchorRule()).Kept.Select(rating => rating.Listener));
    }

    [Fact]
    public void Nothing_answered_is_nothing_found() =>
        Assert.All(ScreeningProfile.Presets, preset => Assert.Empty(preset.Apply(new([], [])).Exclusions));

    [Theory]
    [InlineData("""{"id":"own","version":1,"rules":[{"kind":"hidden-reference","below":90,"share":15}]}""", "hidden-reference: share is 15; use 0 to 1.")]
    [InlineData("""{"id":"own","version":1,"rules":[{"kind":"diff-grade","level":1}]}""", "diff-grade: level is 1; use more than 0.5 and less than 1.")]
    [InlineData("""{"id":"own","version":1,"rules":[null]}""", "rules holds null: leave it out.")]
    [InlineData("""{"id":" ","version":1,"rules":[]}""", "id is empty: name the profile.")]
    [InlineData("""{"id":"own","version":0,"rules":[]}""", "version is 0: use 1 or more.")]
    public void A_parameter_out_of_range_is_refused_by_name(string json, string message) =>
        Assert.Equal(message, ScreeningProfile.Read(json).Error?.Message);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"id":"own"}""")]
    [InlineData("""{"id":"own","version":1,"rules":[{"kind":"unheard-of"}]}""")]
    [InlineData("""{"id":"own","version":1,"rules":[{"below":90}]}""")]
    public void Text_that_is_no_profile_is_refused(string json) => Assert.IsType<Error.Invalid>(ScreeningProfile.Read(json).Error);

    [Fact]
    public void An_unknown_preset_is_refused_with_the_names_of_those_that_are() =>
        Assert.Equal("screening is 'strict'. Use one of none, bs1534-3, mpeg-strict, bs1116, p808, crowd.", ScreeningProfile.Find("strict").Error?.Message);
}
