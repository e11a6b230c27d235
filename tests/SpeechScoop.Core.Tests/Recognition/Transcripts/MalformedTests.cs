using System.Text;
using SpeechScoop.Recognition.Transcripts;

namespace SpeechScoop.Tests.Recognition.Transcripts;

/// <summary>What is wrong with a file is said with file, line and cure, and nothing of it is used.</summary>
public sealed class MalformedTests
{
    [Theory]
    [InlineData("a.trn", "fine (u1)\nno id here\n", 2, "end with an id")]
    [InlineData("a.trn", "fine (u1)\nalso (u1)\n", 2, "stands in line 1 already")]
    [InlineData("a.trn", "fine (u1)\na { b / c (u2)\n", 2, "never closed")]
    [InlineData("a.trn", "a b } c (u2)\n", 1, "not opened")]
    [InlineData("a.stm", "m 1 a 0 1 { x / y\n", 1, "never closed")]
    [InlineData("a.stm", "m 1 a 0 1 x\nm 1 a 2 1 y\n", 2, "run backwards")]
    [InlineData("a.stm", "m 1 a 0 NaN x\n", 1, "'NaN'")]
    [InlineData("a.stm", "m 1 a -1 2 x\n", 1, "'-1'")]
    [InlineData("a.stm", "m 1 a\n", 1, "3 fields")]
    [InlineData("a.ctm", "m 1 5 1 x\nm 1 4 1 y\n", 2, "run backwards")]
    [InlineData("a.ctm", "m 1 NaN 1 x\n", 1, "'NaN'")]
    [InlineData("a.ctm", "m 1 0 Infinity x\n", 1, "'Infinity'")]
    [InlineData("a.ctm", "m 1 0 1 x nan\n", 1, "confidence is 'nan'")]
    [InlineData("a.ctm", "m 1 0 1 x\nm 1 * * <ALT_BEGIN>\nm 1 2 1 y\n", 1, "never closed")]
    [InlineData("a.ctm", "m 1 0 1 x\nm 1 * * <ALT>\n", 2, "does not fit")]
    [InlineData("a.ctm", "m 1 * * <ALT_BEGIN>\nm 1 * * <ALT_BEGIN>\n", 2, "does not fit")]
    [InlineData("a.ctm", "m 1 0 1\n", 1, "4 fields")]
    [InlineData("a.srt", "1\n00:00:02,000 --> 00:00:01,000\nx\n", 2, "run backwards")]
    [InlineData("a.srt", "1\n00:00:05,000 --> 00:00:06,000\nx\n\n2\n00:00:01,000 --> 00:00:02,000\ny\n", 6, "before the one in front")]
    [InlineData("a.srt", "1\n00:00:NaN --> 00:00:01,000\nx\n", 2, "The times are")]
    [InlineData("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nx\n\nlost text\n", 5, "no line with times")]
    [InlineData("a.vtt", "00:00.000 --> 00:01.000\nx\n", 1, "not WEBVTT")]
    [InlineData("a.vtt", "WEBVTT\n\n00:99.000 --> 01:00.000\nx\n", 3, "The times are")]
    [InlineData("a.jsonl", "{\"id\": \"1\", \"text\": \"x\"}\n{\"id\": \"2\", \"text\": NaN}\n", 2, "no NaN")]
    [InlineData("a.jsonl", "{\"id\": \"1\", \"text\": \"x\"}\n{\"id\": \"1\", \"text\": \"y\"}\n", 2, "already")]
    [InlineData("a.jsonl", "{\"id\": \"1\", \"text\": \"x\"}\n[1]\n", 2, "no JSON object")]
    [InlineData("a.jsonl", "{\"id\": \"1\"}\n", 1, "no text")]
    [InlineData("a.jsonl", "{\"text\": \"x\"}\n", 1, "no id")]
    [InlineData("a.jsonl", "{\"id\": \"1\", \"text\": \"x\", \"start\": 3, \"end\": 2}\n", 1, "backwards")]
    [InlineData("a.jsonl", "{\"id\": \"1\", \"text\": \"\\ud800\"}\n", 1, "half a character")]
    [InlineData("a.csv", "id,text\nu1,x\nu1,y\n", 3, "already")]
    [InlineData("a.csv", "id,text\nu1,x,y\n", 2, "3 cells")]
    [InlineData("a.csv", "id,text\nu1,\"x\n", 2, "never closes")]
    [InlineData("a.csv", "id,text,start\nu1,x,NaN\n", 2, "'NaN'")]
    [InlineData("a.csv", "id,words\nu1,x\n", 2, "no text")]
    [InlineData("text", "u1 x\nu1 y\n", 2, "already")]
    [InlineData("a.TextGrid", "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n0\n3\n<exists>\n1\n\"IntervalTier\"\n\"ann\"\n0\n3\n1\n2\n1\n\"x\"\n", 13, "backwards")]
    [InlineData("a.TextGrid", "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n0\n3\n<exists>\n1\n\"IntervalTier\"\n\"ann\"\n0\n3\n1\nNaN\n1\n\"x\"\n", 13, "NaN")]
    [InlineData("a.TextGrid", "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n0\n3\n<exists>\n1\n\"IntervalTier\"\n\"ann\"\n0\n3\n5\n0\n1\n\"x\"\n", 16, "missing")]
    [InlineData("a.TextGrid", "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n0\n3\n<absent>\n", 6, "no tiers")]
    [InlineData("a.json", "[{\"session_id\": \"m\", \"words\": \"x\", \"start_time\": 0, \"end_time\": 1},\n{\"session_id\": \"m\",\n\"words\": \"x\", \"start_time\": 2, \"end_time\": 1}]", 2, "backwards")]
    [InlineData("a.json", "[{\"session_id\": \"m\", \"words\": \"x\", \"start_time\": \"NaN\", \"end_time\": 1}]", 1, "NaN")]
    [InlineData("a.json", "{\"text\": \"x\",\n\"words\": [{\"word\": \"x\",\n\"start\": 2, \"end\": 1}]}", 2, "words[0] has times that run backwards")]
    [InlineData("a.json", "{\"text\": \"x\",\n\"words\": [{\"word\": \"x\",\n\"start\": \"NaN\", \"end\": 1}]}", 3, "words[0].start is \"NaN\"")]
    [InlineData("a.json", "{\"text\": \"x\",\n\"words\": [{\"word\": \"x\",\n\"start\": NaN}]}", 3, "no NaN")]
    [InlineData("a.json", "{\"text\": \"x\"\n", 2, "not")]
    [InlineData("a.json", "{\"nothing\": 1}", 0, "no known format")]
    public void It_is_named_with_its_line(string name, string text, int line, string what)
    {
        var document = TranscriptFormats.Read(Samples.Input(name, text), new(TranscriptRole.Reference));
        var problem = document.Problems[0];
        Assert.Equal((name, line), (problem.File, problem.Line));
        Assert.Contains(what, problem.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(problem.Cure);
    }

    [Theory]
    [MemberData(nameof(Samples.Formats), MemberType = typeof(Samples))]
    public void Bytes_that_are_not_UTF8_are_named_with_their_line(string format)
    {
        var (name, text) = Samples.All[format];
        byte[] bytes = [.. Encoding.UTF8.GetBytes(text), (byte)'\n', .. "caf"u8, 0xE9, (byte)'\n'];
        var problem = Assert.Single(TranscriptFormats.Read(new TranscriptInput(name, bytes)).Problems);
        Assert.Equal(text.Count(character => character == '\n') + 2, problem.Line);
        Assert.Contains("0xE9", problem.Message, StringComparison.Ordinal);
        Assert.Contains("UTF-8", problem.Cure, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Samples.Formats), MemberType = typeof(Samples))]
    public void A_byte_order_mark_within_a_file_is_named_with_its_line(string format)
    {
        var (name, text) = Samples.All[format];
        var problem = Assert.Single(TranscriptFormats.Read(Samples.Input(name, text + "\n\uFEFF" + text)).Problems);
        Assert.Equal(text.Count(character => character == '\n') + 2, problem.Line);
    }

    [Theory]
    [MemberData(nameof(Samples.Formats), MemberType = typeof(Samples))]
    public void A_zero_byte_and_an_empty_file_are_refused(string format)
    {
        var (name, text) = Samples.All[format];
        Assert.Contains("zero byte", Assert.Single(TranscriptFormats.Read(Samples.Input(name, text + "\0")).Problems).Message, StringComparison.Ordinal);
        Assert.Contains("empty", Assert.Single(TranscriptFormats.Read(Samples.Input(name, " \r\n")).Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Samples.Formats), MemberType = typeof(Samples))]
    public void A_line_of_ten_megabytes_is_a_problem_or_one_text_but_never_a_failure(string format)
    {
        var (name, text) = Samples.All[format];
        var document = TranscriptFormats.Read(Samples.Input(name, text.TrimEnd() + new string('x', 10_000_000)), new(Format: format));
        Assert.True(document.Problems.Count > 0 || format is "textgrid", format);
        Assert.All(document.Problems, problem => Assert.True(problem.Message.Length + problem.Cure.Length < 2000));
    }

    [Fact]
    public void Reading_stops_after_a_hundred_problems() =>
        Assert.Equal(TranscriptDocument.MostProblems, TranscriptFormats.Read(Samples.Input("a.trn", string.Concat(Enumerable.Repeat("no id\n", 5000)))).Problems.Count);

    [Fact]
    public void A_format_that_does_not_exist_is_named() =>
        Assert.Contains("trn", Assert.Single(TranscriptFormats.Read(Samples.Input("trn"), new(Format: "xyz")).Problems).Cure, StringComparison.Ordinal);
}
