using System.Text;
using SpeechScoop.Recognition;
using SpeechScoop.Recognition.Transcripts;

namespace SpeechScoop.Tests.Recognition.Transcripts;

public class ScoredRegionsTests
{
    private static readonly SpokenSegment[] Segments = [new("A", "before", 0, 0.9), new("A", "touching", 0.5, 1), new("B", "within", 2, 3), new("A", "touching too", 4, 6), new("B", "after", 4.1, 6)];

    private static Result<ScoredRegions> Read(string text) => ScoredRegions.Read(new("meeting.uem", Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Segments_that_touch_a_region_count_and_others_do_not()
    {
        var regions = Read(";; what was checked\r\nmeeting 1 1.0 4.0\r\n").Value!;
        Assert.Equal(["touching", "within", "touching too"], regions.Within("meeting", Segments).Select(segment => segment.Text));
        Assert.Equal(5, regions.Within("another", Segments).Count);
    }

    [Fact]
    public void A_recording_may_have_several_regions() =>
        Assert.Equal(["before", "touching", "after"], Read("meeting 1 0 0.6\nmeeting 1 5.5 9\n").Value!.Within("meeting", [.. Segments.Where(segment => segment.Text != "touching too")]).Select(segment => segment.Text));

    [Theory]
    [InlineData("meeting 1 4\n", "line 1: The line has 3 fields. A line is: recording channel start end.")]
    [InlineData("meeting 1 0 5\nmeeting 1 5 4\n", "line 2: The times run backwards")]
    [InlineData("meeting 1 zero 4\n", "The start is 'zero'.")]
    [InlineData("meeting 1 0 NaN\n", "The end is 'NaN'.")]
    [InlineData("", "The file is empty.")]
    public void What_cannot_be_read_is_named_with_its_line(string text, string message) => Assert.Contains(message, Read(text).Error!.Message, StringComparison.Ordinal);

    [Fact]
    public void Both_sides_of_each_recording_are_cut_to_its_regions()
    {
        const string Stm = "meeting 1 A 0 2 one two\nmeeting 1 B 3 5 three\nother 1 A 0 1 four\n";
        var document = TranscriptFormats.Read(new TranscriptInput("x.stm", Encoding.UTF8.GetBytes(Stm)));
        var sessions = SpeakerSessions.Match(document, document, timed: false, Read("meeting 1 2.5 9\n").Value!).Value!;
        Assert.Equal([["three"], ["four"]], sessions.Select(session => session.Reference.Select(segment => segment.Text).ToArray()));
        Assert.Equal([["three"], ["four"]], sessions.Select(session => session.Hypothesis.Select(segment => segment.Text).ToArray()));
    }

    [Fact]
    public void Regions_need_segments_with_times()
    {
        var document = TranscriptFormats.Read(new TranscriptInput("x.seglst.json", Encoding.UTF8.GetBytes("""[{"session_id": "m", "speaker": "A", "words": "one"}]""")));
        var error = SpeakerSessions.Match(document, document, timed: false, Read("m 1 0 1\n").Value!).Error;
        Assert.Contains("has no times", error!.Message, StringComparison.Ordinal);
    }
}
