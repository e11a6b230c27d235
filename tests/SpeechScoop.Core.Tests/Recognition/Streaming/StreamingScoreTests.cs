using SpeechScoop.Recognition;

namespace SpeechScoop.Tests.Recognition.Streaming;

public class StreamingScoreTests
{
    [Fact]
    public void A_log_tells_how_soon_and_how_steadily_a_recognizer_answered()
    {
        var score = StreamingScore.Of(
            [new(0.4, "", false), new(0.9, "I", false), new(1.2, "I scream", false), new(1.5, "ice cream", false), new(1.9, "ice cream is", false), new(2.6, "Ice cream is good.", true)],
            speechStart: 0.5, speechEnd: 2.0, NormaliserProfile.Basic).Value!;
        Assert.Equal(0.4, score.FirstPartial!.Value, 12);
        Assert.Equal(0.6, score.Final!.Value, 12);
        Assert.Equal((2, 1, 4, 5), (score.UnstableWords, score.Revisions, score.Words, score.Results));
        Assert.Equal(0.5, score.UnstablePartialWordRatio);
    }

    [Fact]
    public void Without_normalisation_a_late_capital_is_a_revision()
    {
        PartialResult[] log = [new(1, "ice", false), new(2, "Ice", true)];
        Assert.Equal(0, StreamingScore.Of(log, 0, 1, NormaliserProfile.Basic).Value!.Revisions);
        Assert.Equal(1, StreamingScore.Of(log, 0, 1, NormaliserProfile.None).Value!.Revisions);
    }

    [Fact]
    public void Nothing_recognized_has_no_times()
    {
        var score = StreamingScore.Of([new(1, "", false)], 0, 1, NormaliserProfile.Basic).Value!;
        Assert.Null(score.FirstPartial);
        Assert.Null(score.Final);
        Assert.Null(score.UnstablePartialWordRatio);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(0, double.NaN)]
    public void Times_that_run_backwards_are_refused(double first, double second)
    {
        var error = StreamingScore.Of([new(first, "a", false), new(second, "b", false)], 0, 1, NormaliserProfile.Basic).Error;
        Assert.Contains("Result 2", error!.Message, StringComparison.Ordinal);
    }
}
