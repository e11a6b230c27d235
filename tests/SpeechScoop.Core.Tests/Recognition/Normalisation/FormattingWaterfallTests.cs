using SpeechScoop.Recognition;

namespace SpeechScoop.Tests.Recognition.Normalisation;

public class FormattingWaterfallTests
{
    [Fact]
    public void Each_kind_of_rule_takes_its_own_errors_away_and_mishearing_stays()
    {
        var stages = FormattingWaterfall.Of(
            [
                ("Hello, World!", "hello world"),
                ("don't go", "do not go"),
                ("so we wait", "so um we wait"),
                ("twenty one", "21"),
                ("the colour", "the color"),
                ("ice cream", "icecream"),
                ("a cat", "a mat"),
            ],
            NormaliserProfile.Fair);
        Assert.Equal([null, RuleGroup.Form, RuleGroup.Contractions, RuleGroup.Fillers, RuleGroup.Numbers, RuleGroup.Spelling, RuleGroup.Compounds], stages.Select(stage => stage.Group));
        Assert.Equal([11, 9, 7, 6, 4, 3, 1], stages.Select(stage => stage.Counts.Errors));
    }

    [Fact]
    public void The_last_stage_is_what_the_profile_counts()
    {
        (string, string)[] utterances = [("It's five dollars.", "its $5"), ("um hello there", "hello their"), ("", "noise")];
        foreach (var profile in NormaliserProfile.All)
        {
            var expected = utterances.Select(pair => TranscriptScore.Of(pair.Item1, pair.Item2, profile).Words.Counts).Aggregate((a, b) => a + b);
            Assert.Equal(expected, FormattingWaterfall.Of(utterances, profile)[^1].Counts);
        }
    }

    [Fact]
    public void A_trace_shows_each_rule_that_changed_something()
    {
        var trace = NormaliserProfile.WhisperEnglish.Trace("Um, twenty one colours");
        Assert.Contains(trace, step => step.Group == RuleGroup.Numbers && step.Words.Any(word => word.Hypothesis == "21"));
        Assert.Contains(trace, step => step.Group == RuleGroup.Spelling && step.Words.Any(word => word is { Reference: "colours", Hypothesis: "colors" }));
        Assert.Empty(NormaliserProfile.None.Trace("Um, twenty one colours"));
    }
}
