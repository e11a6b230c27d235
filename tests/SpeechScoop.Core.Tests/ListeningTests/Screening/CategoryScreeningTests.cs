using SpeechScoop.ListeningTests;

namespace SpeechScoop.Tests.ListeningTests.Screening;

public class CategoryScreeningTests
{
    private const StimulusRole System = StimulusRole.System;

    [Theory]
    // scipy.stats.ttest_1samp(x, 0, alternative="less").pvalue: 0.0479, 0.0507, 0.5, 0.0 (no spread), no test for a mean of 0 without spread
    [InlineData(new[] { -0.5, -1.0, 0.2, -0.4, 0.0, -0.4 }, false)]
    [InlineData(new[] { -0.5, -1.0, 0.2, -0.4, 0.0, -0.35 }, true)]
    [InlineData(new[] { -1.0, 1.0 }, true)]
    [InlineData(new[] { -0.3, -0.3 }, false)]
    [InlineData(new[] { 0.0, 0.0, 0.0 }, true)]
    public void Who_cannot_tell_systems_from_the_hidden_reference_is_left_out(double[] diffs, bool excluded)
    {
        var sheet = new AnswerSheet();
        for (var i = 0; i < diffs.Length; i++)
        {
            sheet.Add("ann", $"{i}", 4 + Math.Min(0, diffs[i]), System, TrialDesign.Bs1116);
            sheet.Add("ann", $"{i}", 4 - Math.Max(0, diffs[i]), StimulusRole.Reference, TrialDesign.Bs1116);
        }
        Assert.Equal(excluded ? ["ann"] : [], sheet.Excluded(new DiffGradeRule()));
    }

    [Fact]
    public void One_diff_grade_is_flagged_since_it_cannot_be_tested()
    {
        var sheet = new AnswerSheet().Add("ann", "1", 5, System, TrialDesign.Bs1116).Add("ann", "1", 3, StimulusRole.Reference, TrialDesign.Bs1116);
        var outcome = ScreeningProfile.Bs1116.Apply(sheet.Input);
        Assert.Empty(outcome.Exclusions);
        Assert.Single(outcome.Flags);
        Assert.Equal(2, outcome.Kept.Count);
    }

    [Theory]
    [InlineData(4, 0, null, false)]
    [InlineData(3, 0, null, true)]
    [InlineData(3, 1, null, false)] // exactly as far off as may be
    [InlineData(1, 0, "other", false)] // the check is about another scale
    public void A_wrong_trap_leaves_the_session_out(double answer, double tolerance, string? scale, bool excluded)
    {
        var sheet = new AnswerSheet()
            .Add("ann", "1", answer, System, TrialDesign.Acr, rating => rating with { Check = new(CheckKind.Trap, 4, tolerance, scale) })
            .Add("ann", "2", 3, System, TrialDesign.Acr);
        var outcome = sheet.Apply(new TrapRule());
        Assert.Equal(excluded ? 0 : 2, outcome.Kept.Count);
        if (!excluded) return;
        var exclusion = Assert.Single(outcome.Exclusions);
        Assert.Equal((ScreeningScope.Session, "session-ann"), (exclusion.Scope, exclusion.Session));
        Assert.Equal("Answered 1 of 1 traps wrongly, such as 3 on trial 1 where 4 ± 0 is right; more than 0 excludes.", exclusion.Reason);
    }

    [Theory]
    [InlineData(4, 0, false)]
    [InlineData(3, 0, true)]
    [InlineData(3, 2, false)]
    public void Gold_clips_may_be_one_off_or_as_much_as_their_trial_says(double answer, double tolerance, bool excluded)
    {
        var sheet = new AnswerSheet().Add(
            "ann", "1", answer, System, TrialDesign.Acr, rating => rating with { Check = new(CheckKind.Gold, 5, tolerance) });
        Assert.Equal(excluded ? ["ann"] : [], sheet.Excluded(new GoldRule()));
        Assert.Empty(sheet.Excluded(new TrapRule()));
    }

    [Fact]
    public void A_check_on_several_scales_is_one_page_and_may_be_forgiven()
    {
        var sheet = new AnswerSheet();
        foreach (var scale in new[] { "sig", "bak", "ovrl" })
            sheet.Add("ann", "1", 1, System, TrialDesign.P835, rating => rating with { Scale = scale, Check = new(CheckKind.Gold, 5) });
        Assert.Equal(["ann"], sheet.Excluded(new GoldRule()));
        Assert.Empty(sheet.Excluded(new GoldRule { WrongAllowed = 1 }));
    }

    [Theory]
    [InlineData(new[] { 3.0, 3, 3, 3, 3, 3, 3, 3, 3, 4 }, false)] // variance exactly 0.1 with n − 1
    [InlineData(new[] { 3.0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4 }, true)]
    [InlineData(new[] { 3.0, 3 }, true)]
    [InlineData(new[] { 3.0 }, false)]
    public void A_session_whose_votes_hardly_vary_is_left_out(double[] votes, bool excluded)
    {
        var sheet = new AnswerSheet();
        for (var i = 0; i < votes.Length; i++) sheet.Add("ann", $"{i}", votes[i], System, TrialDesign.Acr);
        sheet.Add("ann", "99", 1, System, TrialDesign.Acr, rating => rating with { Check = new(CheckKind.Trap, 1) });
        Assert.Equal(excluded ? ["ann"] : [], sheet.Excluded(new VarianceRule()));
    }

    [Fact]
    public void A_listener_who_disagrees_with_the_others_is_left_out()
    {
        var sheet = new AnswerSheet();
        foreach (var (listener, votes) in new[] { ("a", (double[])[1, 2, 3, 4, 5]), ("b", [1, 2, 4, 4, 5]), ("c", [2, 2, 3, 5, 5]), ("d", [5, 4, 3, 2, 1]), ("e", [3, 3, 3, 3, 3]) })
            for (var i = 0; i < votes.Length; i++) sheet.Add(listener, $"{i}", votes[i], System, TrialDesign.Acr);
        Assert.Equal(["d"], sheet.Excluded(new PanelCorrelationRule())); // e's correlation does not exist: no reason to drop it here
    }

    [Fact]
    public void A_listener_is_compared_with_the_others_and_not_with_a_mean_that_holds_the_listeners_own_votes()
    {
        // numpy.corrcoef against the others' means: a 0.697, b 0.503, c 0.265; against means with the own votes c would reach 0.676.
        var sheet = new AnswerSheet();
        foreach (var (listener, votes) in new[] { ("a", (double[])[5, 2, 3, 3, 3]), ("b", [5, 1, 3, 2, 5]), ("c", [3, 1, 1, 5, 3]) })
            for (var i = 0; i < votes.Length; i++) sheet.Add(listener, $"{i}", votes[i], System, TrialDesign.Acr);
        var finding = Assert.Single(sheet.Apply(new PanelCorrelationRule()).Exclusions);
        Assert.Equal("c", finding.Listener);
        Assert.Equal("Votes on scale acr correlate by 0.27 with the other listeners' means over 5 clips; less than 0.4 excludes.", finding.Reason);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Clips_with_few_votes_do_not_count_for_the_correlation(int minimumVotes, bool excluded)
    {
        var sheet = new AnswerSheet();
        foreach (var (listener, votes) in new[] { ("a", (double[])[1, 3, 5]), ("b", [1, 3, 5]), ("d", [5, 3, 1]) })
            for (var i = 0; i < votes.Length; i++) sheet.Add(listener, $"{i}", votes[i], System, TrialDesign.Acr);
        Assert.Equal(excluded, sheet.Excluded(new PanelCorrelationRule { MinimumVotes = minimumVotes }).Contains("d"));
        Assert.Empty(sheet.Excluded(new PanelCorrelationRule { MinimumClips = 4 }));
    }

    [Fact]
    public void Comparisons_agree_whichever_came_first()
    {
        // All three prefer x to y by 1, 2, 3 on three items; c heard the pairs the other way round.
        var sheet = new AnswerSheet();
        foreach (var listener in new[] { "a", "b", "c" })
        {
            for (var i = 1; i <= 3; i++)
            {
                var turned = listener == "c";
                sheet.Add(listener, $"{i}", turned ? -i : i, System, TrialDesign.Ccr, rating => turned
                    ? rating with { Stimulus = "y", OtherStimulus = "x" }
                    : rating with { Stimulus = "x", OtherStimulus = "y" });
            }
        }
        Assert.Empty(sheet.Excluded(new PanelCorrelationRule { From = 0.99 }));
    }

    [Fact]
    public void The_panel_is_what_the_other_rules_kept()
    {
        // Two spammers who fail the trap vote against a and b; without the trap rule a and b would be the ones who disagree.
        var sheet = new AnswerSheet();
        foreach (var (listener, votes) in new[] { ("a", (double[])[1, 3, 5]), ("b", [1, 3, 5]), ("c", [2, 3, 5]), ("x", [5, 3, 1]), ("y", [5, 3, 1]), ("z", [5, 3, 1]), ("w", [5, 3, 1]) })
        {
            for (var i = 0; i < votes.Length; i++) sheet.Add(listener, $"{i}", votes[i], System, TrialDesign.Acr);
            sheet.Add(listener, "9", listener[0] >= 'w' ? 1 : 5, System, TrialDesign.Acr, rating => rating with { Check = new(CheckKind.Trap, 5) });
        }
        Assert.Contains("a", sheet.Excluded(new PanelCorrelationRule()));
        var outcome = ScreeningProfile.P808.Apply(sheet.Input);
        Assert.Equal(["a", "b", "c"], outcome.Kept.Select(rating => rating.Listener).Distinct());
        Assert.All(outcome.Exclusions, finding => Assert.Equal("trap", finding.Rule));
    }

    [Fact]
    public void Unanimous_clips_are_kept() // the P.808 toolkit drops them all, for a z score of 0/0
    {
        var sheet = new AnswerSheet();
        foreach (var listener in new[] { "a", "b", "c", "d" })
            for (var i = 0; i < 4; i++) sheet.Add(listener, $"{i}", i < 2 ? 5 : 4, System, TrialDesign.Acr);
        Assert.Empty(ScreeningProfile.P808.Apply(sheet.Input).Exclusions);
    }
}
