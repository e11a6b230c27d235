using SpeechScoop.ListeningTests;

namespace SpeechScoop.Tests.ListeningTests.Screening;

public class BehaviourScreeningTests
{
    private const StimulusRole System = StimulusRole.System;

    [Theory]
    [InlineData(null, false)]
    [InlineData("normal", false)]
    [InlineData(" Normal ", false)]
    [InlineData("impaired", true)]
    [InlineData("", true)]
    public void A_reported_hearing_that_is_not_wanted_leaves_the_session_out(string? answer, bool excluded)
    {
        var answers = answer is null ? new Dictionary<string, string>() : new() { ["hearing"] = answer };
        var sheet = new AnswerSheet().Add("ann", "1", 3).Session("ann", session => session with { Answers = answers });
        Assert.Equal(excluded ? ["ann"] : [], sheet.Excluded(new HearingRule()));
        Assert.Empty(sheet.Excluded(new HearingRule { Field = "ears" }));
    }

    [Theory]
    [InlineData(true, 6, null, false)]
    [InlineData(false, 3, null, true)]
    [InlineData(null, null, null, false)]
    [InlineData(false, 4, 4, false)]
    [InlineData(true, 4, 5, true)]
    [InlineData(null, null, 5, false)]
    public void A_failed_headphone_screen_leaves_the_session_out(bool? passed, int? right, int? needed, bool excluded)
    {
        var sheet = new AnswerSheet().Add("ann", "1", 3).Session("ann", session => session with { HeadphonesPassed = passed, HeadphonesRight = right });
        Assert.Equal(excluded ? ["ann"] : [], sheet.Excluded(new HeadphoneRule { RightFrom = needed }));
    }

    [Theory]
    [InlineData(0.9, null, true)]
    [InlineData(1.0, null, false)]
    [InlineData(3.9, 8.0, true)]
    [InlineData(4.0, 8.0, false)]
    [InlineData(null, 8.0, false)]
    public void An_answer_faster_than_listening_is_left_out(double? elapsed, double? clip, bool excluded)
    {
        var sheet = new AnswerSheet().Add("ann", "1", 3, change: rating => rating with { ElapsedSeconds = elapsed })
            .Add("ann", "2", 3, change: rating => rating with { ElapsedSeconds = 30 });
        var outcome = sheet.Apply(new TooFastRule(), _ => clip);
        Assert.Equal(excluded ? ["2"] : ["1", "2"], outcome.Kept.Select(rating => rating.Trial));
        if (excluded) Assert.Equal(ScreeningScope.Rating, Assert.Single(outcome.Exclusions).Scope);
    }

    [Fact]
    public void A_session_that_is_mostly_too_fast_is_left_out_as_a_whole()
    {
        var sheet = new AnswerSheet();
        for (var i = 0; i < 4; i++) sheet.Add("ann", $"{i}", 3, change: rating => rating with { ElapsedSeconds = i < 2 ? 0.2 : 9 });
        Assert.Equal(2, sheet.Apply(new TooFastRule()).Kept.Count); // exactly half
        sheet.Add("ann", "5", 3, change: rating => rating with { ElapsedSeconds = 0.2 });
        var outcome = sheet.Apply(new TooFastRule());
        Assert.Empty(outcome.Kept);
        Assert.Equal("3 of 5 answers came too fast; more than 50 % excludes the session.", outcome.Exclusions[0].Reason);
    }

    [Fact]
    public void Answers_about_clips_that_were_never_played_are_left_out()
    {
        var sheet = new AnswerSheet().Add("ann", "1", 3, change: rating => rating with { Plays = 0 })
            .Add("ann", "2", 3, change: rating => rating with { Plays = 1 })
            .Add("ann", "3", 3)
            .Add("ann", "4", 3, change: rating => rating with { Plays = 0, Training = true });
        var outcome = ScreeningProfile.Crowd.Apply(sheet.Input);
        Assert.Equal(["2", "3", "4"], outcome.Kept.Select(rating => rating.Trial));
        Assert.Equal("Rated system of item 1 without playing it.", Assert.Single(outcome.Exclusions).Reason);
    }

    [Theory]
    [InlineData(75, 25, false)] // 25 of 100, twice: exactly a quarter of the scale
    [InlineData(74, 25, true)]
    public void Who_does_not_repeat_an_answer_is_left_out(double again, double first, bool excluded)
    {
        var sheet = new AnswerSheet().Add("ann", "1", 50).Add("ann", "2", first).Add("ann", "3", 90)
            .Add("ann", "1", again, change: Repeated)
            .Add("ann", "2", excluded ? 52 : 50, change: Repeated);
        Assert.Equal(excluded ? ["ann"] : [], sheet.Excluded(new RepeatConsistencyRule()));
        Assert.Empty(sheet.Excluded(new RepeatConsistencyRule { MinimumRepeats = 3 }));
    }

    [Fact]
    public void A_preference_is_repeated_when_the_same_one_wins_in_the_other_order()
    {
        var sheet = new AnswerSheet();
        foreach (var (listener, second) in new[] { ("ann", -1.0), ("bob", 1.0) })
        {
            for (var i = 1; i <= 2; i++)
            {
                sheet.Add(listener, $"{i}", 1, System, TrialDesign.Ab, rating => rating with { Stimulus = "x", OtherStimulus = "y" });
                sheet.Add(listener, $"{i}", second, System, TrialDesign.Ab, rating => Repeated(rating) with { Stimulus = "y", OtherStimulus = "x" });
            }
        }
        Assert.Equal(["bob"], sheet.Excluded(new RepeatConsistencyRule()));
    }

    private static TestRating Repeated(TestRating rating) => rating with { Repeat = true, Page = rating.Page + 100 };
}
