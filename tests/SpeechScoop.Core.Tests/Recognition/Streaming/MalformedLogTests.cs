using System.Text;
using CsCheck;
using SpeechScoop.Recognition;
using SpeechScoop.Recognition.Transcripts;

namespace SpeechScoop.Tests.Recognition.Streaming;

/// <summary>What is wrong with a log is said with file, line and cure, and nothing of it is used.</summary>
public sealed class MalformedLogTests
{
    private static readonly int Inputs = int.TryParse(Environment.GetEnvironmentVariable("SPEECHSCOOP_FUZZ"), out var count) ? count : 2000;

    [Theory]
    [InlineData("{\"type\":\"partial\",\"audio\":1,\"wall\":1,\"segment\":0,\"text\":\"x\"}", 1, "before any header")]
    [InlineData("{\"type\":\"header\",\"recognizer\":\"own\",\"audioSeconds\":4,\"feed\":\"live\"}", 1, "version is missing")]
    [InlineData("{\"type\":\"header\",\"version\":2,\"recognizer\":\"own\",\"audioSeconds\":4,\"feed\":\"live\"}", 1, "version is 2")]
    [InlineData("{\"type\":\"header\",\"version\":1,\"audioSeconds\":4,\"feed\":\"live\"}", 1, "recognizer is missing")]
    [InlineData("{\"type\":\"header\",\"version\":1,\"recognizer\":\"own\",\"audioSeconds\":\"4\",\"feed\":\"live\"}", 1, "audioSeconds is \"4\"")]
    [InlineData("{\"type\":\"header\",\"version\":1,\"recognizer\":\"own\",\"audioSeconds\":1e999,\"feed\":\"live\"}", 1, "audioSeconds is 1e999")]
    [InlineData("{\"type\":\"header\",\"version\":1,\"recognizer\":\"own\",\"audioSeconds\":NaN,\"feed\":\"live\"}", 1, "no NaN")]
    [InlineData("{\"type\":\"header\",\"version\":1,\"recognizer\":\"own\",\"audioSeconds\":4,\"feed\":\"fast\"}", 1, "real-time")]
    [InlineData("{\"type\":\"header\",\"version\":1,\"recognizer\":\"own\",\"audioSeconds\":4,\"feed\":\"live\",\"speechEnd\":2}", 1, "come together")]
    [InlineData("{\"type\":\"header\",\"version\":1,\"recognizer\":\"own\",\"audioSeconds\":4,\"feed\":\"live\",\"speechStart\":3,\"speechEnd\":2,\"speechBy\":\"me\"}", 1, "before speechStart")]
    [InlineData("{\"type\":\"header\",\"version\":1,\"recognizer\":\"own\",\"audioSeconds\":4,\"feed\":\"live\",\"speechStart\":3,\"speechEnd\":5,\"speechBy\":\"me\"}", 1, "beyond audioSeconds")]
    [InlineData("{\"type\":\"header\",\"version\":1,\"recognizer\":\"own\",\"audioSeconds\":4,\"feed\":\"live\",\"settings\":[]}", 1, "settings is []")]
    [InlineData(StreamingLogs.Header + "\n{\"type\":\"partial\",\"audio\":1,\"wall\":2,\"segment\":0,\"text\":\"x\"}\n{\"type\":\"partial\",\"audio\":1,\"wall\":1,\"segment\":0,\"text\":\"x\"}", 3, "run backwards")]
    [InlineData(StreamingLogs.Header + "\n{\"type\":\"partial\",\"audio\":2,\"wall\":2,\"segment\":0,\"text\":\"x\"}\n{\"type\":\"end\",\"audio\":1,\"wall\":2}", 3, "audio is 1")]
    [InlineData(StreamingLogs.Header + "\n{\"type\":\"partial\",\"audio\":5,\"wall\":5,\"segment\":0,\"text\":\"x\"}", 2, "more than the header's")]
    [InlineData(StreamingLogs.Header + "\n{\"type\":\"partial\",\"audio\":-1,\"wall\":1,\"segment\":0,\"text\":\"x\"}", 2, "audio is -1")]
    [InlineData(StreamingLogs.Header + "\n{\"type\":\"partial\",\"audio\":1,\"wall\":1,\"segment\":0.5,\"text\":\"x\"}", 2, "segment is 0.5")]
    [InlineData(StreamingLogs.Header + "\n{\"type\":\"partial\",\"audio\":1,\"wall\":1,\"segment\":1e9,\"text\":\"x\"}", 2, "segment is 1000000000")]
    [InlineData(StreamingLogs.Header + "\n{\"type\":\"partial\",\"audio\":1,\"wall\":1,\"segment\":0}", 2, "text is missing")]
    [InlineData(StreamingLogs.Header + "\n{\"type\":\"word\",\"audio\":1,\"wall\":1}", 2, "endpoint")]
    [InlineData(StreamingLogs.Header + "\n{\"audio\":1,\"wall\":1}", 2, "type is missing")]
    [InlineData(StreamingLogs.Header + "\n[1]", 2, "no JSON object")]
    [InlineData(StreamingLogs.Header + "\n{\"type\":\"partial\"", 2, "not a JSON object")]
    [InlineData(StreamingLogs.Header + "\n{\"type\":\"final\",\"audio\":1,\"wall\":1,\"segment\":0,\"text\":\"\\ud800\"}", 2, "half a character")]
    [InlineData(" \r\n", 0, "empty")]
    public void It_is_named_with_its_line(string text, int line, string what)
    {
        var document = StreamingLogReader.Read(StreamingLogs.Input(text));
        var problem = document.Problems[0];
        Assert.Equal(("a.jsonl", line), (problem.File, problem.Line));
        Assert.Contains(what, problem.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(problem.Cure);
        Assert.Empty(document.Logs);
        Assert.Contains("a.jsonl", document.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_and_lines_of_ten_megabytes_are_named_with_their_line()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(StreamingLogs.Sample), .. "caf"u8, 0xE9];
        Assert.Equal(10, Assert.Single(StreamingLogReader.Read(new TranscriptInput("a.jsonl", bytes)).Problems).Line);
        var problem = Assert.Single(StreamingLogReader.Read(StreamingLogs.Input(StreamingLogs.Sample + new string('x', 10_000_000))).Problems);
        Assert.Equal(10, problem.Line);
        Assert.Contains("10000000 characters", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_stops_after_a_hundred_problems() =>
        Assert.Equal(TranscriptDocument.MostProblems, StreamingLogReader.Read(StreamingLogs.Input(StreamingLogs.Header + string.Concat(Enumerable.Repeat("\n{}", 5000)))).Problems.Count);

    [Fact]
    public void No_input_makes_the_reader_fail()
    {
        string[] fragments = ["{", "}", "[", "\"", "NaN", "-1", "1e309", "null", "\n", "\r", "\\", "\\ud800", ":", ",", "\uFEFF", "\0", "é", "99999999999999999999", "header", "end", "segment", "\"wall\":0,"];
        var own = Encoding.UTF8.GetBytes(StreamingLogs.Sample);
        var edit = Gen.Select(Gen.Int[0, own.Length - 1], Gen.Int[0, 40], Gen.Int[0, fragments.Length]);
        var damaged = edit.Array[1, 6].Select(edits => edits.Aggregate(own, (bytes, each) =>
        {
            var at = Math.Min(each.Item1, bytes.Length);
            return [.. bytes[..at], .. each.Item3 == fragments.Length ? [] : Encoding.UTF8.GetBytes(fragments[each.Item3]), .. bytes[Math.Min(bytes.Length, at + each.Item2)..]];
        }));
        Gen.Frequency((9, damaged), (1, Gen.Byte.Array[0, 300])).Sample(bytes =>
        {
            var document = StreamingLogReader.Read(new TranscriptInput("a.jsonl", bytes));
            Assert.True(document.Problems.Count + document.Logs.Count > 0);
            Assert.All(document.Problems, problem => Assert.True(problem is { Line: >= 0, Message.Length: > 0, Cure.Length: > 0 }));
            // Whatever was read is scored and written, and read back the same.
            foreach (var log in document.Logs)
            {
                Assert.Null(log.Score(NormaliserProfile.Basic).Error);
                Assert.Equal(log.Events, StreamingLogs.Read(StreamingLogWriter.Write(log)).Events);
            }
        }, iter: Inputs, threads: 1);
    }
}
