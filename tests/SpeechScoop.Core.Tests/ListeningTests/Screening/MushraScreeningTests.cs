using SpeechScoop.ListeningTests;

namespace SpeechScoop.Tests.ListeningTests.Screening;

public class MushraScreeningTests
{
    private const StimulusRole Reference = StimulusRole.Reference, Mid = StimulusRole.Anchor70, Low = StimulusRole.Anchor35;

    [Theory]
    [InlineData(3, 17, 89, false)] // exactly 15 % of 20
    [InlineData(4, 16, 89, true)]
    [InlineData(6, 34, 89, false)] // exactly 15 % of 40
    [InlineData(21, 119, 89, false)] // exactly 15 % of 140, where 0.15 · 140 is not 21 in binary
    [InlineData(22, 118, 89, true)]
    [InlineData(20, 0, 90, false)] // exactly 90 on every item
    [InlineData(1, 5, 89, true)] // 16.7 %
    [InlineData(1, 6, 89, false)] // 14.3 %
    public void The_hidden_reference_may_be_missed_on_15_percent_of_items_and_no_more(int missed, int found, double score, bool excluded)
    {
        var sheet = new AnswerSheet().Row("ann", Reference, missed, score, found, 100).Row("bob", Reference, 0, 0, missed + found, 95);
        Assert.Equal(excluded ? ["ann"] : [], sheet.Excluded(new HiddenReferenceRule()));
    }

    [Fact]
    public void One_missed_reference_among_many_does_not_exclude() // pymushra leaves such a listener out
    {
        var sheet = new AnswerSheet().Row("ann", Reference, 1, 0, 9, 100);
        Assert.Empty(ScreeningProfile.Bs1534.Apply(sheet.Input).Exclusions);
    }

    [Fact]
    public void The_reason_names_the_numbers_and_all_of_the_listeners_answers_go()
    {
        var sheet = new AnswerSheet().Row("ann", Reference, 3, 80, 9, 100).Row("ann", StimulusRole.System, 50, 60).Row("bob", StimulusRole.System, 50, 60);
        var outcome = ScreeningProfile.Bs1534.Apply(sheet.Input);
        var exclusion = Assert.Single(outcome.Exclusions);
        Assert.Equal("Rated the hidden reference below 90 on 3 of 12 items (25 %); more than 15 % excludes.", exclusion.Reason);
        Assert.Equal((ScreeningScope.Listener, "hidden-reference", "ann"), (exclusion.Scope, exclusion.Rule, exclusion.Listener));
        Assert.Equal(["bob", "bob"], outcome.Kept.Select(rating => rating.Listener));
    }

    [Fact]
    public void Training_traps_and_other_designs_do_not_count_for_the_hidden_reference()
    {
        var sheet = new AnswerSheet()
            .Add("ann", "1", 0, Reference, change: rating => rating with { Training = true })
            .Add("ann", "2", 0, Reference, change: rating => rating with { Check = new(CheckKind.Trap, 0) })
            .Add("ann", "3", 1, Reference, TrialDesign.Bs1116)
            .Add("ann", "4", 95, Reference);
        Assert.Empty(sheet.Excluded(new HiddenReferenceRule()));
    }

    [Fact]
    public void The_mid_anchor_may_be_missed_on_15_percent_of_items_and_at_exactly_90()
    {
        // Eight more listeners hear every anchor, so that no item is indistinct (2 of 10 listeners at most).
        var sheet = new AnswerSheet().Row("ann", Mid, 3, 91, 17, 40).Row("bob", Mid, 4, 91, 16, 40).Row("cyd", Mid, 20, 90, 0, 0);
        for (var i = 0; i < 7; i++) sheet.Row($"other{i}", Mid, 0, 0, 20, 50);
        Assert.Equal(["bob"], sheet.Excluded(new MidAnchorRule()));
    }

    [Fact]
    public void An_item_whose_mid_anchor_exactly_25_percent_rate_high_still_counts()
    {
        // Items 1..4 of 20: two of eight listeners rate the anchor above 90, exactly 25 %.
        var sheet = new AnswerSheet().Row("ann", Mid, 4, 95, 16, 40).Row("bob", Mid, 4, 95, 16, 40);
        for (var i = 0; i < 6; i++) sheet.Row($"other{i}", Mid, 0, 0, 20, 50);
        Assert.Equal(["ann", "bob"], sheet.Excluded(new MidAnchorRule()));
    }

    [Fact]
    public void An_item_whose_mid_anchor_more_than_25_percent_rate_high_counts_for_nobody()
    {
        // The same with seven listeners: two of seven are 28.6 %, so that items 1..4 are dropped.
        var sheet = new AnswerSheet().Row("ann", Mid, 4, 95, 16, 40).Row("bob", Mid, 4, 95, 16, 40);
        for (var i = 0; i < 5; i++) sheet.Row($"other{i}", Mid, 0, 0, 20, 50);
        Assert.Empty(sheet.Excluded(new MidAnchorRule()));
    }

    [Fact]
    public void Dropping_an_item_changes_the_share_of_the_items_that_are_left()
    {
        // Item 1 is dropped (all rate it high). Ann misses 3 of the 19 left (15.8 %); with item 1 it would be 4 of 20.
        var sheet = new AnswerSheet().Row("ann", Mid, 4, 95, 16, 40);
        for (var i = 0; i < 9; i++) sheet.Row($"other{i}", Mid, 1, 95, 19, 50);
        var finding = Assert.Single(sheet.Apply(new MidAnchorRule()).Exclusions);
        Assert.Equal(
            "Rated the 7 kHz anchor above 90 on 3 of 19 items (15.8 %); more than 15 % excludes. Not counted: 1 items whose anchor more than 25 % of the listeners rated that high.",
            finding.Reason);
    }

    [Fact]
    public void Where_every_item_is_indistinct_nobody_is_excluded() =>
        Assert.Empty(new AnswerSheet().Row("ann", Mid, 99, 99).Row("bob", Mid, 99, 99).Excluded(new MidAnchorRule()));

    [Theory]
    [InlineData(17.5, false)] // quartiles 40 and 55, fences 17.5 and 77.5: exactly on the fence
    [InlineData(17, true)]
    public void A_score_beyond_the_fence_is_flagged_and_kept(double score, bool flagged)
    {
        var sheet = new AnswerSheet();
        foreach (var (listener, value) in new[] { ("a", 40.0), ("b", 45), ("c", 50), ("d", 55), ("e", 60), ("f", score) }) sheet.Add(listener, "1", value);
        var outcome = ScreeningProfile.Bs1534.Apply(sheet.Input);
        Assert.Equal(flagged ? ["f"] : [], outcome.Flags.Select(finding => finding.Listener));
        Assert.Empty(outcome.Exclusions);
        Assert.Equal(sheet.Ratings, outcome.Kept);
    }

    [Fact]
    public void Outliers_are_sought_among_the_listeners_who_are_left()
    {
        var sheet = new AnswerSheet();
        foreach (var (listener, value) in new[] { ("a", 40.0), ("b", 45), ("c", 50), ("d", 55), ("e", 60), ("f", 0) }) sheet.Add(listener, "1", value);
        sheet.Row("f", Reference, 10);
        var outcome = ScreeningProfile.Bs1534.Apply(sheet.Input);
        Assert.Equal("f", Assert.Single(outcome.Exclusions).Listener);
        Assert.Empty(outcome.Flags);
    }

    [Theory]
    [InlineData(90, 60, 60, false)]
    [InlineData(89, 60, 20, true)]
    [InlineData(90, 91, 20, true)]
    [InlineData(95, 95, 95, false)]
    [InlineData(100, 60, 61, true)]
    public void Mpeg_screening_needs_the_reference_at_90_and_the_anchors_in_order_on_every_item(double reference, double mid, double low, bool excluded)
    {
        var sheet = new AnswerSheet().Row("ann", Reference, 100, reference, 100).Row("ann", Mid, 50, mid, 50).Row("ann", Low, 20, low, 20);
        var exclusions = ScreeningProfile.MpegStrict.Apply(sheet.Input).Exclusions;
        Assert.Equal(excluded ? 1 : 0, exclusions.Count);
        if (excluded) Assert.StartsWith("On item 2 ", exclusions[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Mpeg_screening_compares_what_a_page_has()
    {
        var sheet = new AnswerSheet().Row("ann", Reference, 95).Row("ann", Low, 96).Row("bob", Mid, 50).Row("bob", Low, 50).Row("cyd", Mid, 99);
        Assert.Equal(["ann"], sheet.Excluded(new AnchorOrderRule()));
    }
}
