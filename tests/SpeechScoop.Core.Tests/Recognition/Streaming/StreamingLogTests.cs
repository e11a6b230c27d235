using CsCheck;
using SpeechScoop.Recognition;

namespace SpeechScoop.Tests.Recognition.Streaming;

public sealed class StreamingLogTests
{
    [Fact]
    public void A_log_is_read_as_it_was_written()
    {
        var log = StreamingLogs.Read(StreamingLogs.Sample);
        Assert.Equal(("own/one", "u1", 4, StreamingFeed.AudioClock, 0.1, "{\"stream\":true}"), (log.Header.Recognizer, log.Header.Item, log.Header.AudioSeconds, log.Header.Feed, log.Header.ChunkSeconds, log.Header.Settings));
        Assert.Equal(new StreamingSpeech(0.5, 3, "energy-1"), log.Header.Speech);
        Assert.Equal(8, log.Events.Count);
        Assert.Equal("Ice cream, is good.", log.Text);
        Assert.Equal(StreamingLogs.Sample, StreamingLogWriter.Write(log));
    }

    [Fact]
    public void Byte_order_marks_line_ends_of_other_systems_and_empty_lines_do_not_matter()
    {
        var expected = StreamingLogs.Read(StreamingLogs.Sample);
        foreach (var text in new[] { "\uFEFF" + StreamingLogs.Sample, StreamingLogs.Sample.Replace("\n", "\r\n", StringComparison.Ordinal), StreamingLogs.Sample.Replace("\n", "\n\n", StringComparison.Ordinal), StreamingLogs.Sample.TrimEnd() })
            Assert.Equal(expected.Events, StreamingLogs.Read(text).Events);
    }

    [Fact]
    public void A_file_may_hold_several_logs() =>
        Assert.Equal(["own/one", "own", "own/one"], StreamingLogReader.Read(StreamingLogs.Input(StreamingLogs.Sample + StreamingLogs.Header + "\n" + StreamingLogs.Sample)).Logs.Select(log => log.Header.Recognizer));

    [Fact]
    public void The_measures_come_from_the_log_alone()
    {
        var score = StreamingLogs.Read(StreamingLogs.Sample).Score(NormaliserProfile.Basic).Value;
        Assert.Equal(0.45, score.Score.FirstPartial!.Value, 12);
        Assert.Equal(1.125, score.Score.Final!.Value, 12);
        // "I scream" became "ice cream"; the comma and the capital are none of it, and the second segment does not touch the first.
        Assert.Equal((2, 4, 1, 6), (score.Score.UnstableWords, score.Score.Words, score.Score.Revisions, score.Score.Results));
        Assert.True(score.IsFlushed);
    }

    [Fact]
    public void A_final_that_the_recognizer_found_itself_is_not_flushed()
    {
        var score = StreamingLogs.Read(StreamingLogs.Header + "\n{\"type\":\"final\",\"audio\":3,\"wall\":3,\"segment\":0,\"text\":\"x\"}\n{\"type\":\"end\",\"audio\":4,\"wall\":4}\n").Score(NormaliserProfile.Basic).Value;
        Assert.False(score.IsFlushed);
    }

    [Fact]
    public void Times_from_the_reference_stand_above_those_of_the_header()
    {
        var score = StreamingLogs.Read(StreamingLogs.Sample).Score(NormaliserProfile.Basic, new(0.75, 3.125, StreamingSpeech.ByReference)).Value;
        Assert.Equal((0.2, 1.0), (Math.Round(score.Score.FirstPartial!.Value, 9), Math.Round(score.Score.Final!.Value, 9)));
        Assert.Equal("reference-words", score.Speech!.By);
    }

    [Theory]
    [InlineData("", StreamingLogScore.NoWords, StreamingLogScore.NoWords, StreamingLogScore.NoWords)]
    [InlineData("{\"type\":\"final\",\"audio\":3,\"wall\":3,\"segment\":0,\"text\":\"x\"}\n", StreamingLogScore.NoSpeech, StreamingLogScore.NoSpeech, null)]
    public void What_is_missing_has_a_reason(string events, string first, string final, string? ratio)
    {
        var score = StreamingLogs.Read(StreamingLogs.Header + "\n" + events).Score(NormaliserProfile.Basic).Value;
        Assert.Equal((first, final, ratio), (score.WhyNoFirstPartial, score.WhyNoFinal, score.WhyNoRatio));
        Assert.Null(score.Score.Final);
    }

    [Fact]
    public void Words_that_never_became_final_leave_the_time_to_the_final_open()
    {
        var log = StreamingLogs.Read(StreamingLogs.Sample);
        var cut = log with { Events = [.. log.Events.Take(6)] };
        var score = cut.Score(NormaliserProfile.Basic).Value;
        Assert.Null(score.Score.Final);
        Assert.Equal(StreamingLogScore.NoFinal, score.WhyNoFinal);
        Assert.NotNull(score.Score.FirstPartial);
    }

    [Fact]
    public void Any_log_that_is_written_is_read_back_the_same()
    {
        var text = Gen.String[Gen.Char.Where(character => !char.IsSurrogate(character) && character is not ('\0' or '\uFEFF')), 0, 30];
        Gen.Select(Gen.Int[0, 3], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[0, 5], text).Array[0, 20].Sample(rows =>
        {
            var (audio, wall) = (0.0, 0.0);
            StreamingEvent[] events = [.. rows.Select(row =>
            {
                (audio, wall) = (audio + row.Item2, wall + row.Item3);
                var kind = (StreamingEventKind)row.Item1;
                return StreamingEvent.Rounded(kind, audio, wall, kind is StreamingEventKind.End ? 0 : row.Item4, kind is StreamingEventKind.Partial or StreamingEventKind.Final ? row.Item5 : "");
            })];
            var log = new StreamingLog(new() { Recognizer = "own", AudioSeconds = 30, Feed = StreamingFeed.Whole }, events);
            var read = StreamingLogs.Read(StreamingLogWriter.Write(log));
            Assert.Equal(log.Header, read.Header);
            Assert.Equal(log.Events, read.Events);
        }, iter: 500, threads: 1);
    }

    [Fact]
    public void Logs_of_a_system_are_summarised_with_intervals_and_what_is_missing()
    {
        var log = StreamingLogs.Read(StreamingLogs.Sample);
        // Final times 0.1 … 4.0 s after the end of speech.
        var logs = Enumerable.Range(1, 40).Select(i => (log.Score(NormaliserProfile.Basic, new(0.5, 4.125 - (i / 10.0), "test")).Value, (string?)$"speaker {i % 10}"))
            .Append((log.Score(NormaliserProfile.Basic).Value with { Speech = null }, null)).ToList();
        var summary = StreamingSummary.Of(logs);
        Assert.Equal(41, summary.Logs);
        Assert.Equal(2.05, summary.Final.Median!.Value, 9);
        // R: qbinom(c(.025, .975), 40, .5) = 14, 26: ranks 14 and 27.
        Assert.Equal((1.4, 2.7), (Math.Round(summary.Final.Median.Interval!.Value.Low, 9), Math.Round(summary.Final.Median.Interval!.Value.High, 9)));
        Assert.Equal(3.61, summary.Final.P90!.Value, 9);
        Assert.Equal((3.2, 4.0), (Math.Round(summary.Final.P90.Interval!.Value.Low, 9), Math.Round(summary.Final.P90.Interval!.Value.High, 9)));
        Assert.Equal(new StreamingGap(StreamingLogScore.NoSpeech, 1), Assert.Single(summary.Final.Missing));
        Assert.Equal(0.5, summary.Ratio!.Value);
        Assert.Equal(11, summary.Ratio.Clusters);
        Assert.Equal((41, 82, 164, 41), (summary.Flushed, summary.UnstableWords, summary.Words, summary.Revisions));
        Assert.Equal([0.1], summary.ChunkSeconds);
    }
}
